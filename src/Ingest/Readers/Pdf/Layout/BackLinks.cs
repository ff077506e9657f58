using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>"Back to top" and its like lead the reader of a screen about and say nothing: they are navigation, alone on a line or behind a heading.</summary>
internal static class BackLinks
{
    public static void Take(List<Node> flow, List<FurnitureNode> furniture)
    {
        foreach (Node node in flow)
        {
            if (node is TextNode { IsEmpty: false } text) Take(text, furniture);
        }
        flow.RemoveAll(n => n is TextNode { IsEmpty: true });
    }

    private static void Take(TextNode node, List<FurnitureNode> furniture)
    {
        Line last = node.Lines[^1];
        if (last.Rotated || last.Length > LongestLine) return;
        int from = Math.Max(0, last.Words.Length - 4);
        for (; from < last.Words.Length; from++)
        {
            if (IsBackLink(last, from)) break;
        }
        if (from == last.Words.Length) return;
        furniture.Add(new(FurnitureKind.Navigation, from == 0 ? last : Line.Of(last.Page, last.Words[from..])));
        if (from == 0) node.Lines.RemoveAt(node.Lines.Count - 1);
        else node.Lines[^1] = Line.Of(last.Page, last.Words[..from]);
    }

    private const int LongestLine = 160;

    /// <summary>Whether the words from <paramref name="from"/> on say so, and either are the whole line or a link, as the text before is not.</summary>
    private static bool IsBackLink(Line line, int from)
    {
        Span<char> text = stackalloc char[32];
        int length = 0;
        for (int w = from; w < line.Words.Length; w++)
        {
            foreach (char c in line.Page.TextOf(line.Page.Words[line.Words[w]]))
            {
                if (char.IsLetter(c) && length < text.Length) text[length++] = char.ToLowerInvariant(c);
            }
        }
        if (text[..length] is not ("backtotop" or "returntotop" or "top" or "topofpage" or "backtotopofpage" or "gototop")) return false;
        if (from == 0) return line.Words.Length > 1;
        return LinkRuns.TargetOf(line.Page, line.Page.Words[line.Words[from]]) is { } target && target.StartsWith('#')
            && LinkRuns.TargetOf(line.Page, line.Page.Words[line.Words[from - 1]]) is null;
    }
}
