namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Items of a list that their tag or look makes headings (a list of genes in italics): lines labelled "a)", "b)", "c)" with nothing between them.
/// Titles are seldom labelled with a bracket, and have text under them.
/// </summary>
internal static class ListedHeadings
{
    private const int LeastRun = 3;

    public static void Demote(List<Node> flow)
    {
        for (int i = 0; i < flow.Count; i++)
        {
            int end = i;
            LabelSeries last = default;
            while (end < flow.Count && flow[end] is TextNode node && SeriesOf(node, last) is { } series && (end == i || series.Sort == last.Sort && series.Number == last.Number + 1))
            {
                last = series;
                end++;
            }
            if (end - i < LeastRun) continue;
            for (int at = i; at < end; at++)
            {
                var node = (TextNode)flow[at];
                if (node.Kind != TextKind.Heading) continue;
                node.Kind = TextKind.ListItem;
                node.Tagged = false;
                node.LabelWords = ListLabels.Words(node.Lines[0]);
            }
            i = end - 1;
        }
    }

    private static LabelSeries? SeriesOf(TextNode node, LabelSeries last)
    {
        if (node.IsEmpty || node.Kind == TextKind.Paragraph || node.Lines.Count > 1) return null;
        Line line = node.Lines[0];
        int words = ListLabels.Words(line);
        if (words != 1) return null;
        ReadOnlySpan<char> label = line.Page.TextOf(line.First);
        return label[^1] == ')' && LabelSeries.Of(label, last) is { Number: > 0 } series ? series : null;
    }
}
