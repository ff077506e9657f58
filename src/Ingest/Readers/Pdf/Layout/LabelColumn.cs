namespace Ingest.Readers.Pdf.Layout;

/// <summary>A table of two columns, the first of which holds nothing but bullets or numbers, is a list set with a table.</summary>
internal static class LabelColumn
{
    public static bool Applies(TableNode table)
    {
        if (table.Columns != 2) return false;
        int labels = 0;
        foreach (RowNode row in table.Rows)
        {
            if (row.Cells.Count != 2 || row.Cells[1].IsEmpty) return false;
            if (row.Cells[0].IsEmpty) continue;
            if (row.Cells[0].Content.Count != 1 || row.Cells[0].Content[0] is not TextNode { Lines.Count: 1 } text) return false;
            if (!ListLabels.IsLabel(text.Lines[0].Text())) return false;
            labels++;
        }
        return labels > 0 && labels * 2 >= table.Rows.Count;
    }

    public static void Unwrap(TableNode table, List<Node> into)
    {
        foreach (RowNode row in table.Rows)
        {
            List<Node> content = row.Cells[1].Content;
            if (!row.Cells[0].IsEmpty && row.Cells[0].Content[0] is TextNode label && content[0] is TextNode { Kind: TextKind.Paragraph } first)
            {
                Line head = label.Lines[0], line = first.Lines[0];
                first.Kind = TextKind.ListItem;
                first.LabelWords = head.Words.Length;
                if (ReferenceEquals(head.Page, line.Page))
                {
                    line.First.Flags |= WordFlags.SpaceBefore;
                    first.Lines[0] = Line.Of(line.Page, [.. head.Words, .. line.Words]);
                }
                else
                {
                    first.Lines.Insert(0, head);
                }
            }
            into.AddRange(content);
        }
    }
}
