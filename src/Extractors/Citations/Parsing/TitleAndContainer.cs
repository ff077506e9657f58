using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// Where title and container stand, from the labels, mended by what is sure: a title is one stretch before its container and the numbers,
/// and a journal that the list knows is where its whole name stands.
/// </summary>
internal readonly record struct TitleAndContainer(string? Title, string? Container)
{
    public static TitleAndContainer Of(string text, LabelRuns runs, Locator? locator)
    {
        SourceSpan container = runs.Longest(ReferenceLabel.Container, locator is { Start: > 0 } ? locator.Start : null);
        if (!container.IsEmpty) container = WithoutNumbers(text, container);
        SourceSpan title = Whole(text, runs, container, locator);
        if (JournalBefore(text, title, container, locator) is { } journal)
        {
            bool inTitle = title.Overlaps(journal) && journal.Start > title.Start;
            bool inContainer = container.Contains(journal) && journal.Start > container.Start && container.Start >= title.End && !title.IsEmpty && EndsSentence(text, journal.Start);
            if (inTitle || inContainer) title = new(title.Start, journal.Start);
            if (journal.Start >= title.End) container = journal;
        }
        title = Quoted(text, title);
        return new(Slice(text, GroupName.Skip(text, title)), Slice(text, container));
    }

    /// <summary>The name of a journal right before the numbers: one that the list knows, else one in the form of an abbreviated name.</summary>
    private static SourceSpan? JournalBefore(string text, SourceSpan title, SourceSpan container, Locator? locator)
    {
        if (locator is null && !container.IsEmpty) return null;
        int from = title.Start, end = locator?.Start ?? title.End;
        while (end > from && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] != ')') end--;
        if (KnownBefore(text, end, from) is { } known && (locator is not null || EndsSentence(text, known.Start))) return known;
        if (locator is null) return null;
        bool adjacent = !container.IsEmpty && container.End >= end - 2 && container.Start < end;
        return adjacent ? null : AbbreviatedBefore(text, end, from);
    }

    /// <summary>"…: pro, Semin Vasc Surg. 2008": after a stop or comma two to six capitalised words, one of them a word of journals' names.</summary>
    private static SourceSpan? AbbreviatedBefore(string text, int end, int from)
    {
        int words = 0, journalWords = 0;
        for (int at = end; at > from; at--)
        {
            if (text[at - 1] != ' ') continue;
            int stop = text.IndexOf(' ', at) is >= 0 and var space && space < end ? space : end;
            string word = text[at..stop].Trim('.', ',', '&', '(', ')', '*');
            if (word.Length > 0 && !char.IsUpper(word[0])) return null;
            words++;
            if ((ReferenceWords.Of(word.ToLowerInvariant()) & (WordClasses.JournalWord | WordClasses.Container)) != WordClasses.None) journalWords++;
            if (EndsSentence(text, at)) return words is >= 2 and <= 6 && journalWords >= 2 ? new(at, end) : null;
            if (words > 6) return null;
        }
        return null;
    }

    /// <summary>A title that opens with a quotation mark ends where that closes.</summary>
    private static SourceSpan Quoted(string text, SourceSpan title)
    {
        if (title.IsEmpty || text[title.Start] is not ('“' or '"' or '«')) return title;
        int close = text.AsSpan(title.Start + 1, title.Length - 1).IndexOfAny('”', '"', '»');
        return close >= 10 ? new(title.Start, title.Start + 1 + close) : title;
    }

    private static string? Slice(string text, SourceSpan span) => span.IsEmpty ? null : span.Slice(text);

    /// <summary>From the first token of the title to the last one before container and numbers, whatever labels stand between.</summary>
    private static SourceSpan Whole(string text, LabelRuns runs, SourceSpan container, Locator? locator)
    {
        SourceSpan longest = runs.Main(ReferenceLabel.Title, locator?.Start);
        if (longest.IsEmpty) return longest;
        int limit = locator?.Start ?? text.Length;
        if (!container.IsEmpty && container.Start > longest.Start) limit = Math.Min(limit, container.Start);
        SourceSpan whole = longest;
        foreach (SourceSpan run in runs.Spans(ReferenceLabel.Title))
        {
            if (run.End > limit || run == longest) continue;
            if (runs.OnlyProseBetween(run, whole)) whole = SourceSpan.Cover(whole, run);
        }
        return runs.WithEdition(text, runs.WithLeadingYear(text, whole));
    }

    /// <summary>"Stroke 04/05" is the journal and a date.</summary>
    private static SourceSpan WithoutNumbers(string text, SourceSpan container)
    {
        int end = container.End;
        while (end > container.Start && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '/' or ' ' or '(' or ';' or ':' or ',')) end--;
        return end > container.Start ? new(container.Start, end) : container;
    }

    /// <summary>The longest name of the list that ends where the numbers begin; a name of one word only after the end of a sentence.</summary>
    private static SourceSpan? KnownBefore(string text, int end, int from)
    {
        SourceSpan? best = null;
        int words = 0;
        for (int at = end; at > from && words <= JournalNames.LongestName; at--)
        {
            if (text[at - 1] != ' ') continue;
            words++;
            if (!char.IsUpper(text[at]) && text[at] is not ('*' or '(')) continue;
            bool set = EndsSentence(text, at);
            if ((words > 1 || set) && JournalNames.AbbreviationOf(text[at..end]) is not null) best = new(at, end);
            if (set && best is not null) break;
        }
        return best;
    }

    private static bool EndsSentence(string text, int at)
    {
        int i = at - 1;
        while (i >= 0 && (text[i] == ' ' || text[i] is '*' or '_')) i--;
        return i >= 0 && text[i] is '.' or '?' or '!' or '"' or '”' or ';' or ',';
    }
}
