using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Underlines and strikes: PDF draws them as rules, so they are told from a table's borders by their height within the line.</summary>
internal static class RuledText
{
    /// <summary>Lists of words by height, a bucket each so many points.</summary>
    private const float Bucket = 12f;

    public static void Mark(PageContent page)
    {
        if (page.Rules.IsEmpty || page.Words.Length == 0) return;
        int buckets = (int)(page.Height / Bucket) + 3;
        int[] head = new int[buckets];
        int[] next = new int[page.Words.Length];
        Array.Fill(head, -1);
        for (int i = 0; i < page.Words.Length; i++)
        {
            int at = Math.Clamp((int)(page.Words[i].BaseY / Bucket), 0, buckets - 1);
            next[i] = head[at];
            head[at] = i;
        }
        bool[] decorations = new bool[page.Rules.Length];
        for (int r = 0; r < page.Rules.Length; r++)
        {
            PdfRule rule = page.Rules[r];
            if (!rule.Horizontal || rule.Thickness > 3f || rule.X1 - rule.X0 < 2f) continue;
            float y = (rule.Y0 + rule.Y1) / 2;
            int first = Math.Clamp((int)(y / Bucket) - 1, 0, buckets - 1), last = Math.Clamp((int)(y / Bucket) + 1, 0, buckets - 1);
            float marked = 0;
            for (int b = first; b <= last; b++)
            {
                for (int i = head[b]; i >= 0; i = next[i]) marked += Mark(ref page.Words[i], rule, y);
            }
            decorations[r] = marked > 0.6f * (rule.X1 - rule.X0);
        }
        page.Decorations = decorations;
    }

    /// <summary>How much of the rule's length decorates the word, in points.</summary>
    private static float Mark(ref Word word, in PdfRule rule, float y)
    {
        float covered = Math.Min(word.X1, rule.X1) - Math.Max(word.X0, rule.X0);
        if (covered < 0.7f * (word.X1 - word.X0)) return 0;
        float below = y - word.BaseY;
        if (below > 0.02f * word.Size && below < 0.24f * word.Size) word.Style |= TextStyle.Underline;
        else if (below < -0.15f * word.Size && below > -0.42f * word.Size) word.Style |= TextStyle.Strike;
        else return 0;
        return covered;
    }
}
