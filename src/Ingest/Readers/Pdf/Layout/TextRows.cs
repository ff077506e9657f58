namespace Ingest.Readers.Pdf.Layout;

/// <summary>A stretch of words of one row without a wide gap between them. Indexes run into the row's words.</summary>
internal readonly record struct Segment(int From, int To, float X0, float X1);

/// <summary>All words at one height of a page, from left to right, whatever column they belong to.</summary>
internal sealed class TextRow(int[] words, List<Segment> segments, float baseY, float size)
{
    /// <summary>A gap of this share of the size may part columns. Spaces of justified text stay below it mostly, and never line up over rows.</summary>
    private const float ColumnGap = 0.75f;

    public int[] Words { get; } = words;

    public List<Segment> Segments { get; } = segments;

    public float BaseY { get; } = baseY;

    public float Size { get; } = size;

    public static List<TextRow> Of(PageContent page, List<int> words)
    {
        int[] order = [.. words];
        Array.Sort(order, (a, b) => Height(page.Words[a]).CompareTo(Height(page.Words[b])));
        List<TextRow> rows = [];
        int start = 0;
        for (int i = 1; i <= order.Length; i++)
        {
            if (i < order.Length && Height(page.Words[order[i]]) - Height(page.Words[order[start]]) < 0.45f * page.Words[order[i]].Size) continue;
            if (i > start) rows.Add(Row(page, order[start..i]));
            start = i;
        }
        return rows;
    }

    /// <summary>The base line; of a raised word, about that of the text it is raised from.</summary>
    private static float Height(in Word word) =>
        word.Style.HasFlag(Extractors.Documents.TextStyle.Superscript) ? word.BaseY + (0.5f * word.Size) : word.BaseY;

    private static TextRow Row(PageContent page, int[] words)
    {
        Array.Sort(words, (a, b) => page.Words[a].X0.CompareTo(page.Words[b].X0));
        List<Segment> segments = [];
        int from = 0;
        float end = page.Words[words[0]].X1, size = 0, baseY = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ref Word word = ref page.Words[words[i]];
            if (word.Size > size) (size, baseY) = (word.Size, word.BaseY);
            if (i > from && word.X0 - end > ColumnGap * word.Size)
            {
                segments.Add(new(from, i, page.Words[words[from]].X0, end));
                from = i;
                end = word.X1;
            }
            end = Math.Max(end, word.X1);
        }
        segments.Add(new(from, words.Length, page.Words[words[from]].X0, end));
        return new(words, segments, baseY, size);
    }
}
