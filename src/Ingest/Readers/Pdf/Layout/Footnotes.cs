namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Puts the notes at the foot of a page behind the text of the page: what stands below a short rule, where a small raised number starts the first
/// line. Tags put a note where its call is, pages put it between the halves of a sentence; neither is where a person reads it.
/// </summary>
internal static class Footnotes
{
    /// <summary>Word processors draw the rule two inches long; in points.</summary>
    private const float ShortestRule = 50f, LongestRule = 230f;

    /// <summary>Takes the notes out of the flow, each as a node of its own, in the order in which they stand there.</summary>
    public static List<TextNode> Take(List<Node> flow, List<PageContent> pages)
    {
        List<TextNode> notes = [];
        Dictionary<PageContent, float> tops = [];
        foreach (PageContent page in pages)
        {
            if (TopOf(page) is float top) tops[page] = top;
        }
        if (tops.Count == 0) return notes;
        foreach (Node node in flow)
        {
            if (node is TextNode text) Take(text, tops, notes);
        }
        flow.RemoveAll(n => n is TextNode { IsEmpty: true });
        return notes;
    }

    private static void Take(TextNode node, Dictionary<PageContent, float> tops, List<TextNode> notes)
    {
        TextNode? open = null;
        for (int i = 0; i < node.Lines.Count; i++)
        {
            Line line = node.Lines[i];
            if (!tops.TryGetValue(line.Page, out float top) || line.BaseY < top) continue;
            if (open is null || open.FirstPage != line.Page.Number || StartsNote(line)) notes.Add(open = new TextNode(TextKind.Paragraph));
            open.Lines.Add(line);
            node.Lines.RemoveAt(i--);
        }
    }

    /// <summary>Puts each note behind the last node that starts on its page or before it; call when what page breaks cut is joined.</summary>
    public static void Return(List<Node> flow, List<TextNode> notes)
    {
        foreach (TextNode note in notes)
        {
            int at = flow.FindLastIndex(n => n.FirstPage > 0 && n.FirstPage <= note.FirstPage) + 1;
            flow.Insert(at, note);
        }
    }

    /// <summary>Height of the rule over the notes of the page; null where it has none.</summary>
    private static float? TopOf(PageContent page)
    {
        float? top = null;
        for (int r = 0; r < page.Rules.Length; r++)
        {
            PdfRule rule = page.Rules[r];
            float length = rule.X1 - rule.X0;
            if (!rule.Horizontal || length < ShortestRule || length > LongestRule || rule.Y0 < page.Height * 0.3 || page.Decorations.Length > r && page.Decorations[r]) continue;
            if (!StandsAlone(page, rule) || First(page, rule) is not int first || !StartsNote(page, first)) continue;
            top = Math.Min(top ?? float.MaxValue, rule.Y0);
        }
        return top;
    }

    /// <summary>No other rule meets it, as in a table, and no words stand beside it.</summary>
    private static bool StandsAlone(PageContent page, PdfRule rule)
    {
        int near = 0;
        foreach (PdfRule other in page.Rules)
        {
            if (other.Y0 < rule.Y1 + 4 && other.Y1 > rule.Y0 - 4 && other.X0 < rule.X1 + 4 && other.X1 > rule.X0 - 4) near++;
        }
        if (near > 1) return false;
        foreach (Word word in page.Words)
        {
            if (!word.Has(WordFlags.Rotated) && word.Top < rule.Y0 && word.BaseY > rule.Y0) return false;
        }
        return true;
    }

    /// <summary>The first word in reading order of those below the rule, within two lines of it.</summary>
    private static int? First(PageContent page, PdfRule rule)
    {
        int? first = null;
        for (int i = 0; i < page.Words.Length; i++)
        {
            Word word = page.Words[i];
            if (word.Has(WordFlags.Rotated) || word.BaseY < rule.Y0 || word.BaseY > rule.Y0 + (3 * word.Size)) continue;
            if (first is null || word.X0 < page.Words[first.Value].X0 - 1 && word.BaseY < page.Words[first.Value].BaseY + word.Size) first = i;
        }
        return first;
    }

    private static bool StartsNote(Line line) => StartsNote(line.Page, line.Words[0]);

    /// <summary>A number smaller and higher than the word after it.</summary>
    private static bool StartsNote(PageContent page, int index)
    {
        if (index + 1 >= page.Words.Length) return false;
        Word mark = page.Words[index], text = page.Words[index + 1];
        if (mark.Size > 0.85f * text.Size || mark.BaseY > text.BaseY - (0.1f * text.Size) || mark.Length > 3 || text.X0 - mark.X1 > 2 * text.Size || text.X0 < mark.X1 - 1) return false;
        foreach (char c in page.TextOf(mark))
        {
            if (!char.IsAsciiDigit(c)) return false;
        }
        return true;
    }
}
