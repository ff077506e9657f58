namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Makes tables of paragraphs that stand side by side in rows: browsers print lists of codes and of revisions so, without rules and
/// without table tags. Two rows at least whose left edges agree are a table.
/// </summary>
internal static class SideBySide
{
    /// <summary>Cells whose left edges are within so many points stand in the same column.</summary>
    private const float SameEdge = 4f;

    public static List<Node> Apply(List<Node> flow)
    {
        List<Node> result = new(flow.Count);
        int i = 0;
        while (i < flow.Count)
        {
            int length = RowLength(flow, i);
            TableNode? table = length < 2 ? null : TableFrom(flow, i, length, out length);
            if (table is null)
            {
                result.Add(flow[i++]);
                continue;
            }
            result.Add(table);
            i += length;
        }
        return result;
    }

    /// <summary>How many nodes from <paramref name="start"/> on stand in one row, each right of the last.</summary>
    private static int RowLength(List<Node> flow, int start)
    {
        if (flow[start] is not TextNode { IsEmpty: false, Kind: not TextKind.Heading }) return 0;
        int length = 1;
        while (start + length < flow.Count && IsBeside(flow[start + length - 1], flow[start + length])) length++;
        return length;
    }

    private static bool IsBeside(Node left, Node right)
    {
        if (left is not TextNode { IsEmpty: false } first || right is not TextNode { IsEmpty: false, Kind: TextKind.Paragraph } second) return false;
        Line a = first.Lines[0], b = second.Lines[0];
        return ReferenceEquals(a.Page, b.Page) && !a.Rotated && !b.Rotated && b.X0 > a.X1 + (0.5f * a.Size) && LineBuilder.Overlap(a.First, b.First) > 0.6f;
    }

    /// <summary>A table from <paramref name="start"/> on, whose first row has <paramref name="columns"/> cells; null when no second row follows.</summary>
    private static TableNode? TableFrom(List<Node> flow, int start, int columns, out int length)
    {
        float[] edges = new float[columns];
        for (int c = 0; c < columns; c++) edges[c] = ((TextNode)flow[start + c]).Lines[0].X0;
        TableNode table = new();
        int full = 0;
        length = 0;
        while (start + length < flow.Count)
        {
            int count = RowLength(flow, start + length);
            if (count == 0 || Row(flow, start + length, count, edges) is not RowNode row) break;
            if (count > 1) full++;
            table.Rows.Add(row);
            length += count;
        }
        return full >= 2 ? table : null;
    }

    private static RowNode? Row(List<Node> flow, int start, int count, float[] edges)
    {
        RowNode row = new();
        foreach (float _ in edges) row.Cells.Add(new CellNode(false, 1, 1));
        for (int i = 0; i < count; i++)
        {
            int column = ColumnOf(((TextNode)flow[start + i]).Lines[0].X0, edges);
            // One paragraph alone at the left edge is the text after the table.
            if (column < 0 || (count == 1 && column == 0)) return null;
            row.Cells[column].Content.Add(flow[start + i]);
        }
        return row;
    }

    private static int ColumnOf(float x, float[] edges)
    {
        for (int c = 0; c < edges.Length; c++)
        {
            if (Math.Abs(edges[c] - x) < SameEdge) return c;
        }
        return -1;
    }
}
