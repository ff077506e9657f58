namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Which rows head the columns. Word tags every first cell of a row as a header too, so a header cell counts only in a row of header cells
/// at the top or across the table; where no row is tagged so, a first row in bold over plain rows is the head.
/// </summary>
internal static class TableHead
{
    public static void Mark(TableNode table)
    {
        bool any = false, top = true;
        foreach (RowNode row in table.Rows)
        {
            bool head = row.InHead || AllHeaders(row);
            bool across = row.Cells.Count == 1 && row.Cells[0].ColumnSpan >= table.Columns;
            top &= head;
            foreach (CellNode cell in row.Cells) cell.IsHeader = head && (top || across || row.InHead) && !cell.IsEmpty;
            any |= top && head;
        }
        if (any || table.Rows.Count < 2 || !AllBold(table.Rows[0]) || AllBold(table.Rows[1])) return;
        foreach (CellNode cell in table.Rows[0].Cells) cell.IsHeader = !cell.IsEmpty;
    }

    private static bool AllHeaders(RowNode row)
    {
        bool any = false;
        foreach (CellNode cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            if (!cell.IsHeader) return false;
            any = true;
        }
        return any;
    }

    private static bool AllBold(RowNode row)
    {
        int letters = 0;
        foreach (CellNode cell in row.Cells)
        {
            foreach (Node node in cell.Content)
            {
                if (node is not TextNode text) return false;
                foreach (Line line in text.Lines)
                {
                    if (line.BoldLetters < 0.9f * line.Letters) return false;
                    letters += line.Letters;
                }
            }
        }
        return letters > 0;
    }
}
