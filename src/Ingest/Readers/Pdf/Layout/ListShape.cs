namespace Ingest.Readers.Pdf.Layout;

/// <summary>Makes list items of labelled paragraphs, finds the labels of tagged items, and sets their depths.</summary>
internal static class ListShape
{
    public static void Label(List<Node> flow)
    {
        foreach (Node node in flow)
        {
            if (node is TextNode text && text.Lines.Count > 0) Label(text);
            else if (node is TableNode table)
            {
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) Label(cell.Content);
                }
            }
        }
    }

    private static void Label(TextNode node)
    {
        if (node.Kind == TextKind.Heading) return;
        int labelled = 0;
        Line first = node.Lines[0];
        while (labelled < first.Words.Length && first.Page.Words[first.Words[labelled]].Has(WordFlags.Label)) labelled++;
        if (labelled == 0 || labelled == first.Words.Length) labelled = ListLabels.Words(first);
        if (node.Kind == TextKind.Paragraph && labelled == 0) return;
        node.Kind = TextKind.ListItem;
        if (labelled == 1 && first.First.Length == 1 && Characters.IsPrivate(first.Page.Text[first.First.Start])) first.Page.Text[first.First.Start] = '•';
        node.LabelWords = labelled;
    }

    /// <summary>Last of all passes: headings and tables that end a run must be known, and what a page break cut must be joined.</summary>
    public static void SetDepths(List<Node> flow)
    {
        ListDepths depths = new();
        Span<char> label = stackalloc char[16];
        foreach (Node node in flow)
        {
            if (node.IsEmpty) continue;
            if (node is not TextNode text || text.Kind == TextKind.Heading)
            {
                depths.Clear();
                if (node is not TableNode table) continue;
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) SetDepths(cell.Content);
                }
            }
            else if (text.Kind == TextKind.Paragraph) depths.Paragraph(text.Lines[0].X0);
            else text.Level = depths.Item(text.Lines[0].X0, label[..CopyLabel(text, label)]);
        }
    }

    private static int CopyLabel(TextNode node, Span<char> into)
    {
        int length = 0;
        Line line = node.Lines[0];
        for (int i = 0; i < Math.Min(node.LabelWords, line.Words.Length); i++)
        {
            ReadOnlySpan<char> text = line.Page.TextOf(line.Page.Words[line.Words[i]]);
            if (length + text.Length > into.Length) break;
            text.CopyTo(into[length..]);
            length += text.Length;
        }
        return length;
    }
}
