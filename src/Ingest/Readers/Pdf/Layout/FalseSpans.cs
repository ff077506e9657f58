namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Cuts spans that the tags tell wrongly. A cell that reaches down over rows holds its column there; text that stands at its very left edge, below
/// its own text, shows that it does not. (Browsers drop hidden rows when they print, but not from the spans over them.)
/// </summary>
internal static class FalseSpans
{
    /// <summary>Left edges of text in one column agree to within so many points.</summary>
    private const float SameEdge = 1.5f;

    /// <summary>Whether any span was cut, so that columns must be laid out again.</summary>
    public static bool Cut(TableNode table)
    {
        bool cut = false;
        List<(CellNode Cell, int Row, Line First, Line Last)> open = [];
        for (int r = 0; r < table.Rows.Count; r++)
        {
            open.RemoveAll(o => o.Row + o.Cell.RowSpan <= r);
            foreach (CellNode cell in table.Rows[r].Cells)
            {
                if (!Ends(cell, out Line? first, out _)) continue;
                foreach ((CellNode above, int row, Line head, Line last) in open)
                {
                    if (Math.Abs(head.X0 - first.X0) > SameEdge || !IsBelow(last, first)) continue;
                    above.RowSpan = Math.Min(above.RowSpan, r - row);
                    cut = true;
                }
            }
            foreach (CellNode cell in table.Rows[r].Cells)
            {
                if (cell.RowSpan > 1 && Ends(cell, out Line? first, out Line? last)) open.Add((cell, r, first, last));
            }
        }
        return cut;
    }

    private static bool IsBelow(Line last, Line line) => ReferenceEquals(last.Page, line.Page) ? line.Y0 > last.Y1 - 1f : line.Page.Number > last.Page.Number;

    private static bool Ends(CellNode cell, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Line? first, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Line? last)
    {
        first = last = null;
        foreach (Node node in cell.Content)
        {
            if (node is not TextNode { Lines.Count: > 0 } text) continue;
            first ??= text.Lines[0];
            last = text.Lines[^1];
        }
        return first is not null && last is not null;
    }
}
