using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// "Service | Coverage criteria": where no sentence allows anything, each row of such a table allows its service under its criteria.
/// </summary>
internal static class CriteriaTables
{
    /// <summary>Cells with fewer letters mark or refer ("N/A", "See I.A"). In UTF-16 units.</summary>
    private const int LeastCriteria = 20, LongestService = 160;

    public static IEnumerable<Position> Read(
        SectionedPolicy policy, PayerSections places, ImmutableArray<Position> taken, Func<SectionedPolicy, Section, string?> lineOf)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.Kind != SectionKind.Coverage || places.WeightOf(section) is not { } weight || CriteriaLabels.IsAllowedNear(policy, section, taken)) continue;
            for (int at = section.FirstBlock; at < section.EndBlock; at++)
            {
                if (policy.Document.Blocks[at] is not TableBlock table || Column(policy.Text, table) is not { } column) continue;
                foreach (TableCell cell in table.Cells.Where(c => c.Column == column && c.Row > 0 && !c.IsHeader))
                {
                    if (Service(policy.Text, table, cell) is not { } service || cell.Span.Trim(policy.Text).Length < LeastCriteria || taken.Any(p => cell.Span.Contains(p.Span.Start))) continue;
                    string words = Wording.Plain(cell.Span.Slice(policy.Text));
                    if (StanceLabels.IsEmpty(words) || StanceLabels.IsOfCodes(words)) continue;
                    var row = new SourceSpan(service.Start, cell.Span.End);
                    yield return new(
                        Stance.MedicallyNecessary, true, Wording.Plain(service.Slice(policy.Text)), lineOf(policy, section), row.Slice(policy.Text), row, section.Ordinal,
                        Math.Round(CriteriaLabels.Confidence * weight, 3));
                }
            }
        }
    }

    /// <summary>The column that is headed as criteria, where another stands before it.</summary>
    private static int? Column(string text, TableBlock table) =>
        table.Cells.FirstOrDefault(c => c.Row == 0 && c.Column > 0 && Wording.Plain(c.Span.Slice(text)) is var head && (head.Equals("criteria", StringComparison.OrdinalIgnoreCase) || CriteriaLabels.IsLabel(head)))?.Column;

    /// <summary>The one filled cell before the criteria in their row, where it names something.</summary>
    private static SourceSpan? Service(string text, TableBlock table, TableCell cell)
    {
        TableCell[] before = [.. table.Cells.Where(c => c.Row == cell.Row && c.Column < cell.Column && !c.Span.Trim(text).IsEmpty)];
        return before is [var only] && only.Span.Length <= LongestService && only.Span.End <= cell.Span.Start && !StanceLabels.IsOfCodes(only.Span.Slice(text)) ? only.Span : null;
    }
}
