namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Lines of the form "Policy Number: 123" each stand for themselves, however close they are set; two of them side by side on one line are two.
/// </summary>
internal static class FieldLines
{
    private const int LongestName = 5;

    /// <summary>Cuts each line at a wide gap where a field stands on both sides.</summary>
    public static void Part(List<Line> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            if (line.Rotated) continue;
            for (int w = 2; w < line.Words.Length; w++)
            {
                if (!LineBuilder.IsWideGap(line.Page.Words[line.Words[w - 1]], line.Page.Words[line.Words[w]])) continue;
                if (!IsField(line, 0, w) || line.Page.TextOf(line.Page.Words[line.Words[w - 1]])[^1] == ':' || !IsField(line, w, line.Words.Length)) continue;
                lines[i] = Line.Of(line.Page, line.Words[..w]);
                lines.Insert(i + 1, Line.Of(line.Page, line.Words[w..]));
                break;
            }
        }
    }

    public static bool IsField(Line line) => IsField(line, 0, line.Words.Length);

    /// <summary>A name of at most five words, in bold or starting large, then a colon.</summary>
    private static bool IsField(Line line, int from, int to)
    {
        PageContent page = line.Page;
        if (!char.IsUpper(page.Text[page.Words[line.Words[from]].Start])) return false;
        int words = 0;
        for (int w = from; w < to; w++)
        {
            ref Word word = ref page.Words[line.Words[w]];
            if (w == from || word.Has(WordFlags.SpaceBefore)) words++;
            if (words > LongestName) return false;
            ReadOnlySpan<char> text = page.TextOf(word);
            if (text[^1] == ':') return true;
            if (text[^1] is '.' or ';' or ',') return false;
        }
        return false;
    }
}
