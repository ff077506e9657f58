using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Criteria;

/// <summary>
/// The outlines in the cells of a table. Under a head that names criteria the cells to the left ("Indication") are what a row's criteria are
/// for: they begin its root, and one plain sentence is a criterion as well.
/// </summary>
internal static class TableOutlines
{
    /// <summary>Heads longer than this are sentences. In UTF-16 units.</summary>
    private const int LongestHead = 60;

    /// <summary>A cell with fewer letters marks or refers ("N/A", "See I.A"). In UTF-16 units.</summary>
    private const int LeastSentence = 20;

    /// <returns>Each root, and whether it stands for a row of a table of criteria.</returns>
    public static IEnumerable<(OutlineNode Root, bool IsRow)> Of(string text, TableBlock table, Func<SourceSpan, bool> takesPosition)
    {
        if (StatementReader.IsOfChanges(text, table)) yield break;
        foreach (TableCell cell in table.Cells)
        {
            bool row = !cell.IsHeader && IsUnderCriteria(text, table, cell);
            SourceSpan? label = row ? LabelOf(text, table, cell) : null;
            if (cell.Content.Length <= 1)
            {
                if (label is { } only && Wording.Plain(cell.Span.Slice(text)).Length >= LeastSentence)
                    yield return (new(new(only.Start, cell.Span.End), Wording.Plain(cell.Span.Slice(text)), null, -1), true);
                continue;
            }
            var inside = new OutlineBuilder(text, takesPosition);
            // Where the list starts at once, the row's label is its lead-in.
            if (label is { } lead) inside.Heading(lead);
            foreach (Block part in cell.Content) inside.Add(part);
            bool labelled = false;
            // Sentences one under another are one condition after another; the row holds them all.
            if (label is { } all && inside.Roots().All(r => r.Children.Count == 0))
            {
                yield return (new(new(all.Start, cell.Span.End), Wording.Plain(cell.Span.Slice(text)), null, -1), true);
                continue;
            }
            foreach (OutlineNode root in inside.Roots())
            {
                if (label is { } above && root.Children.Count > 0 && !labelled)
                {
                    if (root.Span.Start > above.Start) root.BeginAt(above.Start);
                    labelled = true;
                    yield return (root, true);
                }
                else yield return (root, false);
            }
        }
    }

    private static bool IsUnderCriteria(string text, TableBlock table, TableCell cell) =>
        table.Cells.Any(c => c.Row < cell.Row && (c.IsHeader || c.Row <= 1) && c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan
            && c.Span.Length <= LongestHead && c.Span.Slice(text).Contains("criteria", StringComparison.OrdinalIgnoreCase));

    /// <summary>The filled cells left of <paramref name="cell"/> in its own row; null where there are none.</summary>
    private static SourceSpan? LabelOf(string text, TableBlock table, TableCell cell)
    {
        TableCell[] left = [.. table.Cells.Where(c => c.Row == cell.Row && c.Column < cell.Column && !c.Span.Trim(text).IsEmpty)];
        return left.Length == 0 || left[^1].Span.End > cell.Span.Start ? null : new(left[0].Span.Start, left[^1].Span.End);
    }
}
