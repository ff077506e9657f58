namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Puts the cells of short rows under their columns. Tags often leave out the span of a cell that reaches down over rows; then the rows below
/// have too few cells and stand too far left. Where cells of full rows show the columns' left edges, place decides, and the cell above gets its span.
/// </summary>
internal static class ColumnSnap
{
    public static void Apply(TableNode table)
    {
        float[] edges = new float[table.Columns], ends = new float[table.Columns];
        Array.Fill(edges, float.MaxValue);
        bool isShort = false;
        int full = 0;
        foreach (RowNode row in table.Rows)
        {
            if (Width(row) < table.Columns)
            {
                isShort = true;
                continue;
            }
            full++;
            foreach (CellNode cell in row.Cells)
            {
                // The file tells its spans: then it is to be believed.
                if (cell.RowSpan > 1) return;
                if (cell.ColumnSpan > 1 || !Extent(cell, out float x0, out float x1)) continue;
                edges[cell.Column] = Math.Min(edges[cell.Column], x0);
                ends[cell.Column] = Math.Max(ends[cell.Column], x1);
            }
        }
        if (!isShort || full == 0) return;
        for (int r = 1; r < table.Rows.Count; r++)
        {
            RowNode row = table.Rows[r];
            if (Width(row) < table.Columns && Moves(row, edges, ends)) Reach(table, r);
        }
    }

    private static int Width(RowNode row)
    {
        int width = 0;
        foreach (CellNode cell in row.Cells) width = Math.Max(width, cell.Column + cell.ColumnSpan);
        return row.Cells.Count == 0 ? 0 : width;
    }

    /// <summary>Moves all cells of the row to the columns where they stand; false, and nothing moved, when that is not clear for each.</summary>
    private static bool Moves(RowNode row, float[] edges, float[] ends)
    {
        Span<int> columns = stackalloc int[Math.Min(row.Cells.Count, 64)];
        if (row.Cells.Count > columns.Length) return false;
        int least = 0;
        bool moved = false;
        for (int i = 0; i < row.Cells.Count; i++)
        {
            if (!Extent(row.Cells[i], out float x0, out float x1)) return false;
            int column = -1;
            float most = 0;
            for (int c = least; c < edges.Length; c++)
            {
                float common = Math.Min(x1, ends[c]) - Math.Max(x0, edges[c]);
                if (common > most) (most, column) = (common, c);
            }
            if (column < 0) return false;
            columns[i] = column;
            least = column + 1;
            moved |= column != row.Cells[i].Column;
        }
        if (!moved || columns[row.Cells.Count - 1] + row.Cells[^1].ColumnSpan > edges.Length) return false;
        for (int i = 0; i < row.Cells.Count; i++) row.Cells[i].Column = columns[i];
        return true;
    }

    /// <summary>Cells of rows above reach down into the columns that row <paramref name="r"/> leaves open.</summary>
    private static void Reach(TableNode table, int r)
    {
        for (int above = r - 1; above > 0; above--)
        {
            foreach (CellNode cell in table.Rows[above].Cells)
            {
                if (!cell.IsEmpty && cell.RowSpan == r - above && IsOpen(table.Rows[r], cell.Column, cell.ColumnSpan)) cell.RowSpan++;
            }
        }
    }

    private static bool IsOpen(RowNode row, int column, int span)
    {
        foreach (CellNode cell in row.Cells)
        {
            if (cell.Column < column + span && column < cell.Column + cell.ColumnSpan) return false;
        }
        return true;
    }

    private static bool Extent(CellNode cell, out float x0, out float x1)
    {
        (x0, x1) = (float.MaxValue, float.MinValue);
        foreach (Node node in cell.Content)
        {
            if (node is not TextNode text) continue;
            foreach (Line line in text.Lines) (x0, x1) = (Math.Min(x0, line.X0), Math.Max(x1, line.X1));
        }
        return x0 < x1;
    }
}
