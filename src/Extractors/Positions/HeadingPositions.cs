using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Positions that only a heading takes: under "Not medically necessary" stand the services themselves. One position covers the heading
/// and what it rules, and only where no sentence under it takes a stance of its own.
/// </summary>
internal static class HeadingPositions
{
    /// <summary>A longer paragraph under a heading says more than what it is about. In UTF-16 units.</summary>
    private const int LongestName = 160;

    public static IEnumerable<Position> Read(
        SectionedPolicy policy, PayerSections places, ImmutableArray<Position> taken, Subjects subjects, Func<SectionedPolicy, Section, string?> lineOf)
    {
        foreach (Section section in policy.Sections)
        {
            if (!places.IsCoverage(section) || places.WeightOf(section) is not { } weight) continue;
            if (section.HeadingSpan is not { } heading || section.FirstBlock == section.EndBlock) continue;
            string words = Wording.Plain(heading.Slice(policy.Text));
            IReadOnlyList<Stance> stances = StanceLabels.Read(words);
            if (stances.Count == 0)
            {
                if (policy.Document.Blocks[section.FirstBlock] is ListItemBlock && CriteriaLabels.Allows(policy, section, words, taken))
                    yield return new(Stance.MedicallyNecessary, true, subjects.Around(section), lineOf(policy, section), heading.Slice(policy.Text), heading, section.Ordinal, Math.Round(CriteriaLabels.Confidence * weight, 3));
                continue;
            }
            if (taken.Any(p => p.Section is { } s && IsUnder(policy, policy.Sections[s], section)))
            {
                foreach (SourceSpan item in SilentItems(policy, section, taken))
                {
                    yield return new(
                        stances[0], StanceLabels.IsConditional(words), null, lineOf(policy, section), item.Slice(policy.Text), item, section.Ordinal,
                        Math.Round(0.6 * weight, 3));
                }
                continue;
            }
            ImmutableArray<ListItemBlock> items = ItemsUnder(policy, section);
            var span = new SourceSpan(heading.Start, items.IsEmpty ? policy.Document.Blocks[section.FirstBlock].Span.End : items[^1].Span.End);
            string body = span.Slice(policy.Text)[heading.Length..];
            if (StanceLabels.IsEmpty(body) || StanceLabels.IsOfCodes(body)) continue;
            string? lead = items.IsEmpty || policy.Document.Blocks[section.FirstBlock] is ListItemBlock ? null : Wording.Plain(policy.Document.Blocks[section.FirstBlock].Span.Slice(policy.Text));
            foreach (Stance stance in stances)
            {
                // "X when all of these are met:" under the heading names the service and puts the list as its conditions.
                bool given = lead is not null && Conditions.Decide("", lead, stance, leadsList: false);
                string? subject = given ? Clauses.UpToCondition(lead!) : (items.IsEmpty ? NameIn(body) : null) ?? subjects.OfItems(LabelPositions.Silent(policy, items, []));
                yield return new(
                    stance, given || StanceLabels.IsConditional(words), subject, lineOf(policy, section), span.Slice(policy.Text), span, section.Ordinal, Math.Round(0.7 * weight, 3));
            }
        }
    }

    /// <summary>The words under a heading, where they are a name and no sentence.</summary>
    private static string? NameIn(string body) => Wording.Plain(body).Trim(':', ' ', '.') is { Length: <= LongestName } name && !Clauses.HasVerb(name) ? name : null;

    /// <summary>Where some items of the list under the heading speak for themselves, the heading speaks for the others.</summary>
    private static IEnumerable<SourceSpan> SilentItems(SectionedPolicy policy, Section section, ImmutableArray<Position> taken)
    {
        Position[] own = [.. taken.Where(p => p.Section == section.Ordinal)];
        ListItemBlock[] items = [.. policy.BlocksOf(section).ToArray().OfType<ListItemBlock>()];
        if (own.Length == 0 || items.Length < 2 || !own.All(p => items.Any(i => i.Span.Contains(p.Span)))) return [];
        int outer = items.Min(i => i.Depth);
        return items.Where(i => i.Depth == outer && !own.Any(p => i.Span.Contains(p.Span)) && Wording.Plain(i.Content.Slice(policy.Text)) is { Length: > 15 } w && !w.EndsWith(':'))
            .Select(i => i.Content);
    }

    /// <summary>The list right under the heading or its lead-in; empty where there is none, and the heading rules one paragraph.</summary>
    private static ImmutableArray<ListItemBlock> ItemsUnder(SectionedPolicy policy, Section section) =>
        LabelPositions.Under(policy, section, policy.Document.Blocks[section.FirstBlock] is ListItemBlock ? section.FirstBlock : section.FirstBlock + 1, -1);

    private static bool IsUnder(SectionedPolicy policy, Section section, Section top)
    {
        for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
        {
            if (at.Ordinal == top.Ordinal) return true;
        }
        return false;
    }
}
