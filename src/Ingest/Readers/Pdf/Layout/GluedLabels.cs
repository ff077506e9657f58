using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Parts a list label from the text that it is glued to ("A.The member", "10.American", "II .FBN1"). Only a series proves a label: the label
/// before or after it must stand, alone or glued, near it at the start of a line of about the same indent. So "A.M." and "J.Smith" stay whole.
/// </summary>
internal static class GluedLabels
{
    /// <summary>Labels of one list start up to so many points apart.</summary>
    private const float SameIndent = 14f;

    /// <summary>How many other labels may stand between two neighbours of a series: the inner list of the first one.</summary>
    private const int Reach = 24;

    /// <param name="Split">Where the label ends in its word; 0 where it stands apart already.</param>
    private readonly record struct Candidate(int Page, int Word, int Split, float Indent, string Label);

    public static void Part(List<PageContent> pages)
    {
        List<Candidate> labels = [];
        bool any = false;
        for (int p = 0; p < pages.Count; p++) any |= Collect(pages[p], p, labels);
        if (!any) return;
        Dictionary<int, List<Candidate>> splits = [];
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i].Split == 0 || !InSeries(labels, i)) continue;
            if (!splits.TryGetValue(labels[i].Page, out List<Candidate>? here)) splits[labels[i].Page] = here = [];
            here.Add(labels[i]);
        }
        foreach ((int page, List<Candidate> here) in splits) Part(pages[page], here);
    }

    private static bool Collect(PageContent page, int number, List<Candidate> labels)
    {
        bool any = false;
        for (int i = 0; i < page.Words.Length; i++)
        {
            ref Word word = ref page.Words[i];
            if (word.Has(WordFlags.Rotated) || word.Length < 2 && i + 1 >= page.Words.Length || !StartsLine(page, i)) continue;
            ReadOnlySpan<char> text = page.TextOf(word);
            if (text.Length <= 6 && ListLabels.IsLabel(text) && !Characters.IsBullet(text[0]))
            {
                labels.Add(new(number, i, 0, word.X0, text.ToString()));
                continue;
            }
            int length = LabelLength(text);
            if (length > 0)
            {
                labels.Add(new(number, i, length, word.X0, text[..length].ToString()));
                any = true;
            }
            else if (i + 1 < page.Words.Length && IsPointOf(page, i))
            {
                labels.Add(new(number, i + 1, 1, word.X0, text.ToString() + "."));
                any = true;
            }
        }
        return any;
    }

    private static bool StartsLine(PageContent page, int index)
    {
        if (index == 0) return true;
        ref Word last = ref page.Words[index - 1], word = ref page.Words[index];
        return Math.Abs(last.BaseY - word.BaseY) > 0.5f * word.Size || word.X0 - last.X1 > 2 * word.Size || word.X0 < last.X0;
    }

    /// <summary>Length of the label at the start of a word with letters behind it, 0 where there is none.</summary>
    private static int LabelLength(ReadOnlySpan<char> text)
    {
        int end = text[..Math.Min(text.Length, 7)].IndexOfAny('.', ')');
        if (end < 1 || end + 2 >= text.Length || !ListLabels.IsLabel(text[..(end + 1)])) return 0;
        ReadOnlySpan<char> rest = text[(end + 1)..];
        return char.IsUpper(rest[0]) && char.IsLetter(rest[1]) || text[end] == ')' && char.IsLetter(rest[0]) ? end + 1 : 0;
    }

    /// <summary>"II" and ".Text": the point went to the wrong side of the space.</summary>
    private static bool IsPointOf(PageContent page, int index)
    {
        ref Word word = ref page.Words[index], next = ref page.Words[index + 1];
        ReadOnlySpan<char> text = page.TextOf(word), tail = page.TextOf(next);
        return text.Length <= 4 && tail.Length > 2 && tail[0] == '.' && char.IsUpper(tail[1]) && Math.Abs(word.BaseY - next.BaseY) < 0.3f * word.Size
            && next.X0 - word.X1 < word.Size && ListLabels.IsLabel([.. text, '.']);
    }

    private static bool InSeries(List<Candidate> labels, int index)
    {
        Candidate at = labels[index];
        for (int i = Math.Max(0, index - Reach); i < Math.Min(labels.Count, index + Reach + 1); i++)
        {
            if (i == index || Math.Abs(labels[i].Indent - at.Indent) > SameIndent || Math.Abs(labels[i].Page - at.Page) > 1) continue;
            if (i < index ? Follows(labels[i].Label, at.Label) : Follows(at.Label, labels[i].Label)) return true;
        }
        return false;
    }

    private static bool Follows(string first, string second)
    {
        LabelSeries one = LabelSeries.Of(first, default), two = LabelSeries.Of(second, one);
        return one.Number > 0 && one.Sort == two.Sort && two.Number == one.Number + 1;
    }

    private static void Part(PageContent page, List<Candidate> splits)
    {
        List<Word> words = new(page.Words.Length + splits.Count);
        int next = 0;
        for (int i = 0; i < page.Words.Length; i++)
        {
            Word word = page.Words[i];
            if (next >= splits.Count || splits[next].Word != i)
            {
                words.Add(word);
                continue;
            }
            int length = splits[next++].Split;
            float edge = word.X0 + ((word.X1 - word.X0) * length / word.Length);
            words.Add(word with { Length = length, X1 = edge, Flags = page.TextOf(word)[0] == '.' ? word.Flags & ~WordFlags.SpaceBefore : word.Flags });
            words.Add(word with { Start = word.Start + length, Length = word.Length - length, X0 = edge, Flags = (word.Flags | WordFlags.SpaceBefore) & ~WordFlags.Label });
        }
        page.Words = [.. words];
    }
}
