using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Puts the items of a tagged list, and the notes between them, back where they stand on the page. Some producers hang all sub-items of a long
/// list under its first item, so that the tree reads every inner item before the outer ones that it belongs to; others put the notes of a list behind it.
/// </summary>
internal static class ListOrder
{
    public static void Restore(List<Node> flow)
    {
        int start = 0;
        while (start < flow.Count)
        {
            int end = start;
            while (end < flow.Count && IsPart(flow[end], end == start) && ((TextNode)flow[end]).Frame == ((TextNode)flow[start]).Frame) end++;
            if (end - start > 2 && IsScrambled(flow, start, end)) Sort(flow, start, end);
            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>A run starts with an item; paragraphs among and after the items may belong between them.</summary>
    private static bool IsPart(Node node, bool first) =>
        node is TextNode { Lines.Count: > 0 } text && (text.Kind == TextKind.ListItem || !first && text.Kind == TextKind.Paragraph);

    /// <summary>Moves each node up over those that stand wholly below it; what stands side by side keeps its order.</summary>
    private static void Sort(List<Node> flow, int start, int end)
    {
        for (int i = start + 1; i < end; i++)
        {
            Node node = flow[i];
            int at = i;
            while (at > start && IsAbove(First(node), First(flow[at - 1]))) at--;
            if (at == i) continue;
            flow.RemoveAt(i);
            flow.Insert(at, node);
        }
    }

    /// <summary>Some item stands above the one before it and not beside it: columns run upward too, but their boxes do not overlap.</summary>
    private static bool IsScrambled(List<Node> flow, int start, int end)
    {
        bool scrambled = false;
        for (int i = start + 1; i < end; i++)
        {
            Line before = First(flow[i - 1]), line = First(flow[i]);
            if (!IsAbove(line, before)) continue;
            if (line.X1 < before.X0 || before.X1 < line.X0) return false;
            scrambled = true;
        }
        return scrambled;
    }

    private static Line First(Node node) => ((TextNode)node).Lines[0];

    private static bool IsAbove(Line line, Line before) =>
        line.Page.Number < before.Page.Number || line.Page.Number == before.Page.Number && line.Y1 < before.Y0;
}
