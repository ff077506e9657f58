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
    /// <summary>The list under a heading is the statement; beyond so many blocks it is no longer read as one.</summary>
    private const int MostBlocks = 60;

    public static IEnumerable<Position> Read(
        SectionedPolicy policy, PayerSections places, ImmutableArray<Position> taken, Func<SectionedPolicy, Section, string?> lineOf)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.Kind != SectionKind.Coverage || places.WeightOf(section) is not { } weight) continue;
            if (section.HeadingSpan is not { } heading || section.FirstBlock == section.EndBlock) continue;
            string words = Wording.Plain(heading.Slice(policy.Text));
            IReadOnlyList<Stance> stances = StanceLabels.Read(words);
            if (stances.Count == 0 || taken.Any(p => p.Section is { } s && IsUnder(policy, policy.Sections[s], section))) continue;
            Block last = policy.Document.Blocks[Math.Min(section.EndBlock, section.FirstBlock + MostBlocks) - 1];
            var span = new SourceSpan(heading.Start, last.Span.End);
            if (IsEmptyStatement(span.Slice(policy.Text)[heading.Length..])) continue;
            foreach (Stance stance in stances)
            {
                yield return new(
                    stance, StanceLabels.IsConditional(words), null, lineOf(policy, section), span.Slice(policy.Text), span, section.Ordinal,
                    Math.Round(0.7 * weight, 3));
            }
        }
    }

    private static bool IsUnder(SectionedPolicy policy, Section section, Section top)
    {
        for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
        {
            if (at.Ordinal == top.Ordinal) return true;
        }
        return false;
    }

    /// <summary>"None", "Not applicable", "No limitations were identified".</summary>
    private static bool IsEmptyStatement(string body)
    {
        string words = Wording.Plain(body).Trim(':', ' ', '.');
        return words.Length < 4 || words.StartsWith("none", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("n/a", StringComparison.OrdinalIgnoreCase) || words.StartsWith("not applicable", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && words.Length < 120;
    }
}
