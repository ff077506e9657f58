namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Joins rows that a page break cut: the rest, first on its page, has no text in the first column. Where rows in the midst of pages have none
/// there either, it must show by text in no more than half of the columns, or in the middle of a sentence.
/// </summary>
internal static class CutRows
{
    public static void Join(TableNode table)
    {
        bool usual = HasOpenRows(table);
        for (int r = table.Rows.Count - 1; r > 0; r--)
        {
            if (!IsRest(table, table.Rows[r - 1], table.Rows[r], usual)) continue;
            Join(table.Rows[r - 1], table.Rows[r]);
            table.Rows.RemoveAt(r);
            for (int above = 0; above < r; above++)
            {
                foreach (CellNode cell in table.Rows[above].Cells)
                {
                    if (cell.RowSpan > 1 && above + cell.RowSpan > r) cell.RowSpan--;
                }
            }
        }
    }

    /// <summary>Whether rows in the midst of a page leave the first column open too.</summary>
    private static bool HasOpenRows(TableNode table)
    {
        for (int r = 1; r < table.Rows.Count; r++)
        {
            int page = PageBreaks.PageOf(table.Rows[r]);
            if (page > 0 && page == LastPage(table.Rows[r - 1]) && At(table.Rows[r], 0) is not { IsEmpty: false }) return true;
        }
        return false;
    }

    private static bool IsRest(TableNode table, RowNode above, RowNode row, bool usual)
    {
        int page = PageBreaks.PageOf(row);
        if (page == 0 || LastPage(above) + 1 != page || PageBreaks.IsHead(above) || row.Cells.Count == 0) return false;
        int texts = 0;
        bool midSentence = false;
        foreach (CellNode cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            if (cell.Column == 0) return false;
            if (At(above, cell.Column) is not CellNode upper || upper.IsEmpty || upper.Content[^1] is not TextNode last) return false;
            texts++;
            midSentence |= Continues(last, cell.Content[0]);
        }
        return texts > 0 && At(above, 0) is { IsEmpty: false } && (!usual || texts * 2 <= table.Columns || midSentence);
    }

    private static int LastPage(RowNode row)
    {
        int page = 0;
        foreach (CellNode cell in row.Cells)
        {
            foreach (Node node in cell.Content) page = Math.Max(page, node.LastPage);
        }
        return page;
    }

    private static CellNode? At(RowNode row, int column)
    {
        foreach (CellNode cell in row.Cells)
        {
            if (cell.Column == column) return cell;
        }
        return null;
    }

    private static bool Continues(TextNode last, Node next) =>
        next is TextNode { Kind: TextKind.Paragraph, IsEmpty: false } text && PageBreaks.EndOf(last.Lines[^1]) is not ('.' or ';' or ':')
        && !char.IsUpper(text.Lines[0].Page.Text[text.Lines[0].First.Start]);

    private static void Join(RowNode above, RowNode rest)
    {
        foreach (CellNode cell in rest.Cells)
        {
            if (cell.IsEmpty || At(above, cell.Column) is not CellNode upper) continue;
            int first = 0;
            if (upper.Content[^1] is TextNode last && Continues(last, cell.Content[0]))
            {
                last.Lines.AddRange(((TextNode)cell.Content[0]).Lines);
                first = 1;
            }
            upper.Content.AddRange(cell.Content[first..]);
        }
    }
}
