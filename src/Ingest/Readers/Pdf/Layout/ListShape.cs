namespace Ingest.Readers.Pdf.Layout;

/// <summary>Makes list items of labelled paragraphs, finds the labels of tagged items, and sets depths by the indent of the labels.</summary>
internal static class ListShape
{
    /// <summary>Labels within so many points stand at the same depth.</summary>
    private const float SameIndent = 5f;

    public static void Apply(List<Node> flow)
    {
        foreach (Node node in flow)
        {
            if (node is TextNode text && text.Lines.Count > 0) Label(text);
            else if (node is TableNode table)
            {
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) Apply(cell.Content);
                }
            }
        }
        SetDepths(flow);
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
        node.LabelWords = labelled;
    }

    /// <summary>
    /// Depth from the left edge of the labels: a label right of the last one opens a depth, one left of it goes back to the depth that it
    /// stood at. A run ends at a heading or table, or at a paragraph that starts left of the outermost label.
    /// </summary>
    private static void SetDepths(List<Node> flow)
    {
        List<float> indents = [];
        foreach (Node node in flow)
        {
            if (node.IsEmpty) continue;
            if (node is not TextNode text || text.Kind == TextKind.Heading)
            {
                indents.Clear();
                continue;
            }
            float x = text.Lines[0].X0;
            if (text.Kind == TextKind.Paragraph)
            {
                if (indents.Count > 0 && x < indents[0] + SameIndent) indents.Clear();
                continue;
            }
            while (indents.Count > 0 && x < indents[^1] - SameIndent) indents.RemoveAt(indents.Count - 1);
            if (indents.Count == 0 || x > indents[^1] + SameIndent) indents.Add(x);
            text.Level = indents.Count - 1;
        }
    }
}
