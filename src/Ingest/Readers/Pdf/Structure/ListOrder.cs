using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Puts the items of a tagged list back where they stand on the page. Some producers hang all sub-items of a long list under its first
/// item, so that the tree reads every inner item before the outer ones that it belongs to.
/// </summary>
internal static class ListOrder
{
    public static void Restore(List<Node> flow)
    {
        int start = 0;
        while (start < flow.Count)
        {
            int end = start;
            while (end < flow.Count && flow[end] is TextNode { Kind: TextKind.ListItem, Lines.Count: > 0 } item && item.Frame == ((TextNode)flow[start]).Frame) end++;
            if (end - start > 2 && IsScrambled(flow, start, end))
            {
                List<Node> sorted = [.. flow[start..end].OrderBy(n => n.FirstPage).ThenBy(n => ((TextNode)n).Lines[0].Y0)];
                for (int i = 0; i < sorted.Count; i++) flow[start + i] = sorted[i];
            }
            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>Some item stands above the one before it and not beside it: columns run upward too, but their boxes do not overlap.</summary>
    private static bool IsScrambled(List<Node> flow, int start, int end)
    {
        bool scrambled = false;
        for (int i = start + 1; i < end; i++)
        {
            Line before = ((TextNode)flow[i - 1]).Lines[0], line = ((TextNode)flow[i]).Lines[0];
            bool above = line.Page.Number < before.Page.Number || line.Page.Number == before.Page.Number && line.Y1 < before.Y0;
            if (!above) continue;
            if (line.X1 < before.X0 || before.X1 < line.X0) return false;
            scrambled = true;
        }
        return scrambled;
    }
}
