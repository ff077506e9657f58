using System.Runtime.InteropServices;
using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Text of a tagged page that no tag holds: the lines that a browser prints around the page, stamps, and what a producer forgot. At the very
/// edges of the page it is furniture; elsewhere it enters the flow where it stands on the page.
/// </summary>
internal static class LooseText
{
    /// <summary>Share of the page's height, at top and bottom, that only running matter uses.</summary>
    private const double Edge = 0.06;

    public static void Place(PageContent page, List<int> words, List<Node> flow, List<FurnitureNode> furniture)
    {
        if (words.Count == 0) return;
        List<Line> lines = [], inside = [];
        LineBuilder.Build(page, CollectionsMarshal.AsSpan(words), lines);
        foreach (Line line in lines)
        {
            bool edge = line.BaseY < page.Height * Edge || line.BaseY > page.Height * (1 - Edge);
            if (edge || line.Rotated) furniture.Add(new(RunningMatter.KindOf(line), line));
            else inside.Add(line);
        }
        foreach (Node node in LineGrouper.Group(LineOrder.Sort(inside))) Insert(flow, (TextNode)node, page.Number);
    }

    /// <summary>Before the first node of the page that starts lower, else behind the last node of this page or of those before it.</summary>
    private static void Insert(List<Node> flow, TextNode node, int page)
    {
        int at = 0;
        for (int i = 0; i < flow.Count; i++)
        {
            int first = flow[i].FirstPage;
            if (first == 0 || first > page) continue;
            if (first == page && flow[i] is TextNode text && text.Lines[0].Y0 > node.Lines[0].Y1) break;
            at = i + 1;
        }
        flow.Insert(at, node);
    }
}
