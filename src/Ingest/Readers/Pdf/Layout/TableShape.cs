namespace Ingest.Readers.Pdf.Layout;

/// <summary>Lays rows of cells on a grid, and puts back into the flow what is a table only in name.</summary>
internal static class TableShape
{
    public static List<Node> Apply(List<Node> flow)
    {
        List<Node> result = new(flow.Count);
        foreach (Node node in flow)
        {
            if (node is TableNode table) Shape(table, result);
            else if (!node.IsEmpty) result.Add(node);
        }
        return result;
    }

    private static void Shape(TableNode table, List<Node> into)
    {
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells) cell.Content = Apply(cell.Content);
        }
        if (table.IsEmpty) return;
        LayOut(table);
        if (FalseSpans.Cut(table)) LayOut(table);
        ColumnSnap.Apply(table);
        Tidy(table);
        if (table.Rows.Count == 0) return;
        if (LabelColumn.Applies(table))
        {
            LabelColumn.Unwrap(table, into);
            return;
        }
        TableHead.Mark(table);
        if (!IsLayout(table))
        {
            Flatten(table);
            into.Add(table);
            return;
        }
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells) into.AddRange(cell.Content);
        }
    }

    /// <summary>Columns of cells, with cells of earlier rows that reach down kept free (as in HTML, "forming a table").</summary>
    private static void LayOut(TableNode table)
    {
        List<int> busyUntil = [];
        for (int r = 0; r < table.Rows.Count; r++)
        {
            int column = 0;
            foreach (CellNode cell in table.Rows[r].Cells)
            {
                while (column < busyUntil.Count && busyUntil[column] > r) column++;
                cell.RowSpan = Math.Min(cell.RowSpan, table.Rows.Count - r);
                cell.Column = column;
                for (int c = 0; c < cell.ColumnSpan; c++)
                {
                    if (column + c == busyUntil.Count) busyUntil.Add(0);
                    busyUntil[column + c] = r + cell.RowSpan;
                }
                column += cell.ColumnSpan;
            }
        }
        table.Columns = busyUntil.Count;
    }

    /// <summary>Drops rows and columns without any text: spacing, or the leavings of merged cells.</summary>
    private static void Tidy(TableNode table)
    {
        for (int r = table.Rows.Count - 1; r >= 0; r--)
        {
            if (!IsEmpty(table.Rows[r]) || ReachesOver(table, r)) continue;
            for (int above = 0; above < r; above++)
            {
                foreach (CellNode cell in table.Rows[above].Cells)
                {
                    if (above + cell.RowSpan > r) cell.RowSpan--;
                }
            }
            table.Rows.RemoveAt(r);
        }
        bool[] starts = new bool[table.Columns + 1];
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells) starts[cell.Column] |= !cell.IsEmpty;
        }
        int[] moved = new int[table.Columns + 1];
        int kept = 0;
        for (int c = 0; c < table.Columns; c++)
        {
            moved[c] = kept;
            if (starts[c]) kept++;
        }
        moved[table.Columns] = kept;
        if (kept == table.Columns) return;
        foreach (RowNode row in table.Rows)
        {
            for (int i = row.Cells.Count - 1; i >= 0; i--)
            {
                CellNode cell = row.Cells[i];
                int end = moved[Math.Min(table.Columns, cell.Column + cell.ColumnSpan)];
                if (!starts[cell.Column]) row.Cells.RemoveAt(i);
                cell.Column = moved[cell.Column];
                cell.ColumnSpan = Math.Max(1, end - cell.Column);
            }
        }
        table.Columns = kept;
    }

    /// <summary>Whether a cell that has text starts in this row, or a row-spanning one would vanish with it.</summary>
    private static bool ReachesOver(TableNode table, int r)
    {
        foreach (CellNode cell in table.Rows[r].Cells)
        {
            if (!cell.IsEmpty) return true;
        }
        return table.Rows.Count == 1;
    }

    private static bool IsEmpty(RowNode row)
    {
        foreach (CellNode cell in row.Cells)
        {
            if (!cell.IsEmpty) return false;
        }
        return true;
    }

    /// <summary>
    /// A table used for design: one column; one row whose cells hold several blocks (boxes side by side); or cells that hold so much
    /// (nested tables, a dozen blocks, pages of prose) that a person would not call them cells.
    /// </summary>
    private static bool IsLayout(TableNode table)
    {
        if (table.Columns <= 1) return true;
        int largest = 0, cells = 0, blocks = 0;
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells)
            {
                if (cell.IsEmpty) continue;
                cells++;
                foreach (Node node in cell.Content)
                {
                    if (node is TableNode) return true;
                }
                largest = Math.Max(largest, cell.Content.Count);
                if (cell.Content.Count > 1) blocks += cell.Content.Count;
            }
        }
        if (cells == 1) return true;
        if (table.Rows.Count == 1) return largest > 1;
        return largest > 40 && blocks > 0;
    }

    /// <summary>What is left of nested tables in a true cell becomes its paragraphs, in order.</summary>
    private static void Flatten(TableNode table)
    {
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells)
            {
                List<Node> plain = [];
                Collect(cell.Content, plain);
                cell.Content = plain;
            }
        }
    }

    private static void Collect(List<Node> content, List<Node> plain)
    {
        foreach (Node node in content)
        {
            if (node is not TableNode table)
            {
                plain.Add(node);
                continue;
            }
            foreach (RowNode row in table.Rows)
            {
                foreach (CellNode cell in row.Cells) Collect(cell.Content, plain);
            }
        }
    }
}
