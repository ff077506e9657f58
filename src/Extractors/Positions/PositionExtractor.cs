using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Finds the payer's own positions: every stance of every statement in the sections where a payer speaks for itself, and stances
/// that only a heading or a table's header gives to what stands under it.
/// </summary>
public sealed partial class PositionExtractor : IFactExtractor<Position>
{
    /// <summary>Headings longer than this are sentences set in bold.</summary>
    private const int LongestTitle = 80;

    private const int LongestRepeat = 160;

    /// <summary>What a label in the same line is said of has at least so many letters.</summary>
    private const int LeastLabelled = 10;

    public Extraction<Position> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var positions = ImmutableArray.CreateBuilder<Position>();
        var places = new PayerSections(policy);
        var subjects = new Subjects(policy, soFar.Identity.Title?.Value);
        foreach (Section section in policy.Sections)
        {
            if (places.WeightOf(section) is not { } weight) continue;
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
                foreach (StanceClaim claim in Claims(statement))
                {
                    if (!places.Admits(section, claim, own)) continue;
                    spoken = statement.Cell ?? spoken;
                    found.Add(new(
                        claim.Stance, claim.Conditional,
                        subjects.Of(claim.Subject, statement, topic), own,
                        statement.Span.Slice(policy.Text), statement.Span, section.Ordinal, Math.Round(claim.Confidence * weight, 3)));
                }
            }
            positions.AddRange(Distinct(WithoutLeadIns(found, leads)));
        }
        positions.AddRange(LabelPositions.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        positions.AddRange(HeadingPositions.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        positions.AddRange(CriteriaTables.Read(policy, places, positions.ToImmutable(), LineOf));
        positions.AddRange(EvidenceJudgements.Read(policy, places, positions.ToImmutable(), subjects, LineOf));
        return WithoutRepeatedTitles(positions).OrderBy(p => p.Span.Start).ThenBy(p => p.Span.End).ToImmutableArray();
    }

    private static IEnumerable<StanceClaim> Claims(Statement statement)
    {
        ImmutableArray<StanceClaim> claims = StanceGrammar.Read(statement.Words, statement.LeadsList);
        if (statement.Form == StatementForm.Heading)
            return StanceLabels.Read(statement.Words).Count > 0 ? [] : claims.Where(c => c.Strength == ClaimStrength.Explicit || c.Stance == Stance.PriorAuthorization || c.Strength == ClaimStrength.Plain && (statement.LeadsList || statement.Words.Length > LongestTitle));
        if (claims.IsEmpty && RunInLabel(statement) is { Count: > 0 } labelled) return labelled;
        // An item's leaning words most often are one of the criteria of what stands above it.
        if (statement.Form == StatementForm.ListItem)
            return claims.Where(c => c.Strength > ClaimStrength.Leaning || c.Conditional && c.Stance == Stance.MedicallyNecessary);
        if (!claims.IsEmpty || statement.Form != StatementForm.Cell) return claims;
        return CellClaims(statement);
    }

    /// <summary>A cell that is a stance is said of its row; a cell under a stance is what the stance is on.</summary>
    private static IEnumerable<StanceClaim> CellClaims(Statement statement)
    {
        bool isStance = statement.RowLabel is { } row && StanceLabels.Read(row).Count == 0 && StanceLabels.Read(statement.Words).Count > 0;
        bool all = !isStance && statement.RowLabel is not null && Wide().IsMatch(statement.Words);
        if (!isStance && !all && (statement.ColumnHeader is null || statement.Words.Length < 12)) yield break;
        string label = isStance ? statement.Words : statement.ColumnHeader ?? "";
        foreach (Stance stance in StanceLabels.Read(label))
            yield return new(stance, isStance || all ? statement.RowLabel : Clauses.Tidy(statement.Words), 0, 0, ClaimStrength.Plain, 0.7) { Conditional = StanceLabels.IsConditional(label) };
    }

    /// <summary>What says only that nothing of the row is left out.</summary>
    [GeneratedRegex(@"^(?:all|any|every)(?: other)?(?: uses?| indications?| conditions?| services?| situations?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    /// <summary>"Not covered: X": a stance as the label of what it is on, in one line.</summary>
    private static List<StanceClaim> RunInLabel(Statement statement)
    {
        int colon = statement.Words.IndexOf(':');
        if (colon <= 0 || colon + LeastLabelled > statement.Words.Length) return [];
        string label = statement.Words[..colon], said = statement.Words[(colon + 1)..].Trim();
        if (StanceLabels.IsEmpty(said) || StanceLabels.IsOfCodes(said)) return [];
        return
        [
            .. StanceLabels.Read(label).Select(s => new StanceClaim(s, StanceLabels.IsConditional(label) ? null : Clauses.UpToCondition(said.TrimEnd('.')), 0, colon, ClaimStrength.Plain, 0.7)
            {
                Conditional = StanceLabels.IsConditional(label) || Conditions.Decide("", statement.Words[colon..], s, statement.LeadsList),
            }),
        ];
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
