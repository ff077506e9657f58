namespace Ingest.Readers.Pdf.Layout;

/// <summary>Lines of the words of one block on one page, given in their logical order.</summary>
internal static class LineBuilder
{
    public static void Build(PageContent page, ReadOnlySpan<int> words, List<Line> into)
    {
        int firstLine = into.Count;
        int start = 0;
        for (int i = 1; i <= words.Length; i++)
        {
            if (i < words.Length && GoesOn(page, words[start..i], words[i])) continue;
            if (into.Count > firstLine && SameRow(into[^1], page, words[start..i]))
            {
                Line merged = Merge(into[^1], page, words[start..i]);
                into[^1] = merged;
            }
            else if (i > start)
            {
                into.Add(Line.Of(page, Clean(page, words[start..i].ToArray())));
            }
            start = i;
        }
    }

    private static bool GoesOn(PageContent page, ReadOnlySpan<int> line, int next)
    {
        ref Word last = ref page.Words[line[^1]];
        ref Word word = ref page.Words[next];
        if (last.Has(WordFlags.Rotated) || word.Has(WordFlags.Rotated)) return last.Has(WordFlags.Rotated) == word.Has(WordFlags.Rotated);
        return Overlap(last, word) >= 0.5f && word.X0 >= last.X0 + (0.3f * (last.X1 - last.X0));
    }

    /// <summary>Common height of two words as a share of the lower one's.</summary>
    public static float Overlap(in Word a, in Word b)
    {
        float common = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        return common / Math.Max(0.1f, Math.Min(a.Bottom - a.Top, b.Bottom - b.Top));
    }

    /// <summary>Pieces of one line drawn out of order: of one height, and beside each other.</summary>
    private static bool SameRow(Line line, PageContent page, ReadOnlySpan<int> words)
    {
        if (!ReferenceEquals(line.Page, page) || line.Rotated) return false;
        ref Word first = ref page.Words[words[0]];
        if (Overlap(line.Last, first) < 0.6f) return false;
        float x0 = float.MaxValue, x1 = float.MinValue;
        foreach (int index in words)
        {
            x0 = Math.Min(x0, page.Words[index].X0);
            x1 = Math.Max(x1, page.Words[index].X1);
        }
        float common = Math.Min(line.X1, x1) - Math.Max(line.X0, x0);
        return common < 0.4f * Math.Min(line.X1 - line.X0, x1 - x0) || IsCopy(line, page, words);
    }

    private static bool IsCopy(Line line, PageContent page, ReadOnlySpan<int> words)
    {
        if (words.Length != line.Words.Length) return false;
        for (int i = 0; i < words.Length; i++)
        {
            if (!page.TextOf(page.Words[words[i]]).SequenceEqual(page.TextOf(page.Words[line.Words[i]]))) return false;
        }
        return true;
    }

    private static Line Merge(Line line, PageContent page, ReadOnlySpan<int> words)
    {
        int[] all = new int[line.Words.Length + words.Length];
        line.Words.CopyTo(all, 0);
        words.CopyTo(all.AsSpan(line.Words.Length));
        Array.Sort(all, (a, b) => page.Words[a].X0.CompareTo(page.Words[b].X0));
        return Line.Of(page, Clean(page, all));
    }

    /// <summary>Drops second drawings and sets the spaces of words that do not follow each other in the stream, from left to right.</summary>
    public static int[] Clean(PageContent page, int[] words)
    {
        int kept = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ref Word word = ref page.Words[words[i]];
            if (kept > 0)
            {
                ref Word last = ref page.Words[words[kept - 1]];
                if (!word.Has(WordFlags.Rotated) && IsCopy(page, last, word))
                {
                    last.Style |= Extractors.Documents.TextStyle.Bold;
                    word.Flags |= WordFlags.Dropped;
                    continue;
                }
                if (words[i] != words[kept - 1] + 1)
                {
                    float gap = word.X0 - last.X1;
                    if (gap > 0.12f * Math.Min(word.Size, last.Size) || gap < -word.Size) word.Flags |= WordFlags.SpaceBefore;
                }
            }
            words[kept++] = words[i];
        }
        return kept == words.Length ? words : words[..kept];
    }

    /// <summary>A gap that parts fields of a header, not words: two and a half times the size.</summary>
    public static bool IsWideGap(in Word left, in Word right) => !left.Has(WordFlags.Rotated) && right.X0 - left.X1 > 2.5f * left.Size;

    private static bool IsCopy(PageContent page, in Word a, in Word b) =>
        Math.Abs(a.X0 - b.X0) < 0.15f * a.Size && Math.Abs(a.X1 - b.X1) < 0.15f * a.Size && Math.Abs(a.BaseY - b.BaseY) < 0.15f * a.Size
        && page.TextOf(a).SequenceEqual(page.TextOf(b));
}
