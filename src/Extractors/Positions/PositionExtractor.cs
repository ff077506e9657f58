using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Finds the payer's own positions: every stance of every statement in the sections where a payer speaks for itself, and stances
/// that only a heading or a table's header gives to what stands under it.
/// </summary>
public sealed class PositionExtractor : IFactExtractor<Position>
{
    private const int LongestRepeat = 160;

    public Extraction<Position> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var positions = ImmutableArray.CreateBuilder<Position>();
        var places = new PayerSections(policy);
        var subjects = new Subjects(policy, soFar.Identity.Title?.Value);
        foreach (Section section in policy.Sections)
        {
            if (places.WeightOf(section) is { } weight) positions.AddRange(InSection(policy, section, weight, places.Admits, subjects));
        }
        positions.AddRange(LabelPositions.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        positions.AddRange(HeadingPositions.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        positions.AddRange(CriteriaTables.Read(policy, places, positions.ToImmutable(), LineOf));
        positions.AddRange(EvidenceJudgements.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        // A policy without any section of coverage has its coverage under headings that say something else.
        if (positions.All(p => p.Stance is Stance.PriorAuthorization or Stance.Deferred) && !policy.OfKind(SectionKind.Coverage).Any(s => s.FirstBlock < s.EndBlock))
        {
            foreach (Section section in policy.Sections)
            {
                if (places.LastWeightOf(section) is { } weight) positions.AddRange(InSection(policy, section, weight, static (_, claim, _) => claim.Strength == ClaimStrength.Explicit, subjects));
            }
        }
        return WithoutRepeatedTitles(positions).OrderBy(p => p.Span.Start).ThenBy(p => p.Span.End).ToImmutableArray();
    }

    private static IEnumerable<Position> InSection(SectionedPolicy policy, Section section, double weight, Func<Section, StanceClaim, string?, bool> admits, Subjects subjects)
    {
        string? line = LineOf(policy, section);
        string? topic = section.Parent is null ? null : subjects.TopicOf(section);
        var found = new List<Position>();
        var leads = new List<(SourceSpan Lead, ImmutableArray<SourceSpan> Items)>();
        SourceSpan? spoken = null;
        foreach (Statement statement in StatementReader.Read(policy, section))
        {
            // What stands in a cell after a sentence that takes its stance are that sentence's criteria.
            if (statement.Cell is { } cell && cell == spoken && StanceGrammar.Read(statement.Words, statement.LeadsList).IsEmpty) continue;
            if (statement.LeadsList && Subjects.IsFollowing(statement.Words)) leads.Add((statement.Span, statement.Items));
            string? own = LinesOfBusiness.OfSentence(statement.Words) ?? RowLine(statement) ?? line;
            foreach (StanceClaim claim in StatementClaims.Of(statement))
            {
                if (!admits(section, claim, own) || claim.Stance == Stance.PriorAuthorization && CheckBoxes.SayNo(policy.Text, statement.Span.Start, statement.Span.End)) continue;
                spoken = statement.Cell ?? spoken;
                found.Add(new(
                    claim.Stance, claim.Conditional,
                    subjects.Of(claim.Subject, statement, topic), own,
                    statement.Span.Slice(policy.Text), statement.Span, section.Ordinal, Math.Round(claim.Confidence * weight, 3)));
            }
        }
        return Distinct(WithoutLeadIns(found, leads));
    }

    /// <summary>"The following is not covered:" over items that each say so themselves says nothing more.</summary>
    private static IEnumerable<Position> WithoutLeadIns(List<Position> found, List<(SourceSpan Lead, ImmutableArray<SourceSpan> Items)> leads) =>
        found.Where(p => !leads.Any(l => l.Lead == p.Span && l.Items.All(i => found.Any(q => q.Stance == p.Stance && i.Contains(q.Span)))));

    /// <summary>The same words with the same stance are one position, unless they are said of different things.</summary>
    private static IEnumerable<Position> Distinct(IEnumerable<Position> found) =>
        found.DistinctBy(p => (p.Stance, p.Statement, p.LineOfBusiness, p.Subject));

    /// <summary>A title that names a stance ("Rotary Pumps (requires preauthorization)") is printed on the cover and above the policy; it is one position.</summary>
    private static IEnumerable<Position> WithoutRepeatedTitles(IReadOnlyCollection<Position> positions) =>
        positions.Where(p => !positions.Any(q => q.Stance == p.Stance && q.Span.Start < p.Span.Start && q.Statement.Length is > 20 and <= LongestRepeat && q.LineOfBusiness == p.LineOfBusiness
            && (q.Statement.EndsWith(p.Statement, StringComparison.OrdinalIgnoreCase) || p.Statement.EndsWith(q.Statement, StringComparison.OrdinalIgnoreCase)) && p.Statement.Length > 20 && IsTitle(p.Statement) && IsTitle(q.Statement)));

    /// <summary>Whether most letters are capitals: so only titles are printed.</summary>
    private static bool IsTitle(string statement) => statement.Count(char.IsUpper) > 2 * statement.Count(char.IsLower);

    private static string? RowLine(Statement statement) =>
        statement.RowLabel is null ? null : LinesOfBusiness.OfLabel(statement.RowLabel);

    private static string? LineOf(SectionedPolicy policy, Section section)
    {
        for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
        {
            if (OwnLine(policy, at) is not { } line) continue;
            // Headings stacked right above each other all speak of what stands under the last.
            for (int above = at.Ordinal - 1; above >= 0 && policy.Sections[above] is { } over && over.Level == at.Level && over.FirstBlock == over.EndBlock && OwnLine(policy, over) is { } more; above--)
                line = $"{more}; {line}";
            return line;
        }
        return null;
    }

    private static string? OwnLine(SectionedPolicy policy, Section section) =>
        policy.HeadingOf(section) is { } heading ? LinesOfBusiness.OfLabel(Wording.Plain(heading)) : null;
}
