namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Takes the title of a table of dates out of its frame. A first row with one short cell over rows that begin with dates is no row of the
/// history below it: it is the heading of the section that the table is.
/// </summary>
internal static class CaptionRows
{
    private const int LongestCaption = 60;

    public static List<Node> Lift(List<Node> flow)
    {
        List<Node> result = new(flow.Count);
        foreach (Node node in flow)
        {
            if (node is TableNode table && CaptionOf(table) is TextNode caption)
            {
                table.Rows.RemoveAt(0);
                caption.IsCaption = true;
                result.Add(caption);
            }
            result.Add(node);
        }
        return result;
    }

    /// <summary>Once headings have their levels: what comes after the table is no part of what its caption heads.</summary>
    public static void Close(List<Node> flow)
    {
        int next = 0;
        for (int i = flow.Count - 1; i >= 0; i--)
        {
            if (flow[i] is not TextNode { Kind: TextKind.Heading } heading) continue;
            if (heading.IsCaption) heading.Level = Math.Max(heading.Level, next);
            next = heading.Level;
        }
    }

    private static TextNode? CaptionOf(TableNode table)
    {
        if (table.Rows.Count < 3 || OnlyCell(table.Rows[0]) is not { RowSpan: 1 } cell || cell.Content.Count != 1) return null;
        if (cell.Content[0] is not TextNode { Lines.Count: 1, Kind: not TextKind.ListItem } text) return null;
        Line line = text.Lines[0];
        if (line.Length > LongestCaption || line.Digits > 0 || line.LowerLetters > 0 && line.BoldLetters < line.Letters) return null;
        int dates = 0, others = 0;
        for (int r = 1; r < table.Rows.Count; r++)
        {
            if (table.Rows[r].Cells.Count == 0 || table.Rows[r].Cells[0] is not { Column: 0, IsEmpty: false } first) continue;
            if (StartsWithDate(first)) dates++;
            else others++;
        }
        return dates > others ? text : null;
    }

    private static CellNode? OnlyCell(RowNode row)
    {
        CellNode? only = null;
        foreach (CellNode cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            if (only is not null) return null;
            only = cell;
        }
        return only;
    }

    /// <summary>Two or three numbers between slashes, hyphens or points at the start of the cell ("03-04-2016", "1/2025").</summary>
    private static bool StartsWithDate(CellNode cell)
    {
        if (cell.Content[0] is not TextNode { Lines.Count: > 0 } text) return false;
        int numbers = 0, digits = 0;
        foreach (char c in text.Lines[0].Text())
        {
            if (char.IsAsciiDigit(c)) numbers += digits++ == 0 ? 1 : 0;
            else if (c is '/' or '-' or '.' && digits > 0) digits = 0;
            else break;
        }
        return numbers is 2 or 3;
    }
}
