using System.Buffers;
using System.Text.RegularExpressions;
using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// Where title and container stand, from the labels, mended by what is sure: a title is one stretch before its container and the numbers,
/// and a journal that the list knows is where its whole name stands.
/// </summary>
internal readonly partial record struct TitleAndContainer(string? Title, string? Container)
{
    private static readonly SearchValues<char> EndsPlace = SearchValues.Create(".;:[]()\"/");

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
            if (IsTail(text, container, journal)) title = new(title.Start, Math.Max(title.Start, Math.Min(title.End, container.Start)));
            else if (journal.Start >= title.End) container = journal;
        }
        if (SentenceBefore(text, title, container, locator) is { } sentence)
        {
            title = new(title.Start, Math.Min(title.End, sentence.Start));
            container = sentence;
        }
        if (title.IsEmpty && locator is null) (title, container) = PageOfSeries(text, container);
        title = FromAuthors(text, WithPlace(text, title, container, locator));
        if (title.Contains(container)) container = default;
        if (container.IsEmpty && !title.IsEmpty) container = KnownAfter(text, title.End);
        // "Title. U.S. National Library": the letters belong to what follows.
        if (!container.IsEmpty && container.Start > title.End && container.Start - title.End <= 2 && text[title.Start..title.End].TrimEnd('.') is [.., ' ', 'U', '.', 'S'])
        {
            int letters = text.LastIndexOf("U.", title.End - 1, StringComparison.Ordinal);
            (title, container) = (new SourceSpan(title.Start, letters).Trim(text), new(letters, container.End));
        }
        title = Quoted(text, title);
        string? named = Slice(text, container);
        return new(Slice(text, GroupName.Skip(text, title)), named is null || NoName().IsMatch(named) ? null : named);
    }

    /// <summary>"Comput Struct Biotechnol J" ends like a journal that the list knows, and is another one.</summary>
    private static bool IsTail(string text, SourceSpan container, SourceSpan journal)
    {
        const int LongestWord = 12, LongestAbbreviation = 6;
        if (!container.Contains(journal) || journal.Start <= container.Start) return false;
        ReadOnlySpan<char> before = text.AsSpan(container.Start, journal.Start - container.Start).TrimEnd();
        if (before.IsEmpty || before[^1] is ',' or ';' or ':' or '?' or '!' or '"' or '”') return false;
        foreach (Range word in before.Split(' '))
        {
            // "Approach. Eur Urol": a longer word with a stop ends the title.
            if (before[word].Length > (before[word].EndsWith('.') ? LongestAbbreviation : LongestWord) || (!before[word].IsEmpty && !char.IsUpper(before[word][0]))) return false;
        }
        return true;
    }

    /// <summary>"Evidence System. 7.01.68 Some Procedure": a series, and behind its stop what the reference is about.</summary>
    private static (SourceSpan Title, SourceSpan Container) PageOfSeries(string text, SourceSpan container)
    {
        const int ShortestTitle = 16;
        int stop = container.IsEmpty ? -1 : text.IndexOf(". ", container.Start, container.Length, StringComparison.Ordinal);
        bool parts = stop > container.Start + 4 && container.End - stop >= ShortestTitle && char.IsLower(text[stop - 1]) | text[stop - 1] is '®' or '™' or ')';
        return parts ? (new SourceSpan(stop + 2, container.End), new SourceSpan(container.Start, stop)) : (default, container);
    }

    /// <summary>The title of an article goes on to its journal: what reads as a place between them ("… Screening in Göteborg, Sweden. J Urol. 2010") is its end.</summary>
    private static SourceSpan WithPlace(string text, SourceSpan title, SourceSpan container, Locator? locator)
    {
        const int LongestPlace = 60;
        if (locator is null || title.IsEmpty || container.Start <= title.End || container.Start - title.End > LongestPlace || container.End > locator.Start) return title;
        ReadOnlySpan<char> between = text.AsSpan(title.End, container.Start - title.End).TrimEnd(" .?");
        bool plain = between.Length > 2 && text[title.End - 1] is not ('.' or '?' or '!') && between[0] is not '.' && !between.ContainsAny(EndsPlace) && !OpensNumber(between);
        return plain ? new(title.Start, title.End + between.Length) : title;
    }

    /// <summary>"TACSTD1" goes on with a title; "12" and "2004" may be of the journal.</summary>
    private static bool OpensNumber(ReadOnlySpan<char> words)
    {
        foreach (Range word in words.Split(' ')) if (!words[word].IsEmpty && char.IsAsciiDigit(words[word][0])) return true;
        return false;
    }

    /// <summary>Nobody follows "et al.": "Roe J, et al. ABC1, DEF2, and GHI3 variants" has all of them in its title.</summary>
    private static SourceSpan FromAuthors(string text, SourceSpan title)
    {
        const int LongestHead = 80;
        if (title.IsEmpty || !char.IsLower(text[title.Start])) return title;
        int at = text.LastIndexOf("et al. ", title.Start, StringComparison.Ordinal);
        int head = at + 7;
        return at >= 0 && head < title.Start && title.Start - head <= LongestHead && !text.AsSpan(head, title.Start - head).Contains(". ", StringComparison.Ordinal) ? new(head, title.End) : title;
    }

    /// <summary>A sentence after the title that is the whole name of a known journal; empty where there is none.</summary>
    private static SourceSpan KnownAfter(string text, int from)
    {
        for (int at = from; at < text.Length;)
        {
            int stop = text.IndexOf(". ", at, StringComparison.Ordinal) is >= 0 and var next ? next : text.Length;
            SourceSpan piece = new SourceSpan(at, stop).Trim(text);
            if (piece.Length is > 3 and < 80 && char.IsUpper(text[piece.Start]) && JournalNames.AbbreviationOf(piece.In(text)) is not null) return piece;
            at = stop + 2;
        }
        return default;
    }

    /// <summary>Pieces of addresses, and sentences that stand in references but name no work: "For additional information visit", "This document contains".</summary>
    [GeneratedRegex(@"%[0-9A-F]{2}|\S=\S|://|^(?:For|To|This|See|Visit|Please|Contact|Referenced)\s.*\b(?:visit|view|contains?|contact|information|permission|see)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    /// <summary>
    /// The last sentence before year and volume, where the labels found no container there or only the end of one: "Title. Tumour biology : the
    /// journal of a society. 2013;34(6):1", "Title. Mitochondrial DNA Part A, DNA mapping, and analysis. 2016;27:1".
    /// </summary>
    private static SourceSpan? SentenceBefore(string text, SourceSpan title, SourceSpan container, Locator? locator)
    {
        const int MostWords = 24, ShortestTitle = 10;
        if (locator?.Year is null || title.IsEmpty || locator.Start <= title.Start) return null;
        int end = locator.Start;
        while (end > title.Start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] != ')') end--;
        bool cut = !container.IsEmpty && container.Start > title.Start && container.Start < end && text[..container.Start].TrimEnd() is [.., ',' or ':' or '='];
        if (!cut && (!container.IsEmpty || title.End < end)) return null;
        int words = 0;
        for (int at = end - 1; at > title.Start + ShortestTitle && words <= MostWords; at--)
        {
            if (text[at - 1] != ' ') continue;
            words++;
            if (text[at - 2] is '.' or '?' or '!' && char.IsUpper(text[at]) && !Abbreviated(text, at - 2)) return cut && container.Start < at ? null : new(at, end);
        }
        return null;
    }

    /// <summary>Whether the stop at <paramref name="stop"/> belongs to an abbreviation or an initial: "vs.", "J.", "St.".</summary>
    private static bool Abbreviated(string text, int stop)
    {
        int from = stop;
        while (from > 0 && char.IsLetter(text[from - 1])) from--;
        return stop - from <= 1 || (stop - from <= 4 && char.IsUpper(text[from])) || text.AsSpan(from, stop - from) is "vs" or "al" or "eg" or "ie";
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
        return runs.WithEdition(text, runs.WithLeadingYear(text, runs.WithNamesInside(whole)));
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
            if ((words > 1 || set) && JournalNames.AbbreviationOf(text.AsSpan(at, end - at)) is not null) best = new(at, end);
            if (set && best is not null && !PartOfName(text, at)) break;
        }
        return best;
    }

    /// <summary>Whether the word before is an abbreviation in a name: "J. Immunother. Cancer" ends three sentences and is one name.</summary>
    private static bool PartOfName(string text, int at)
    {
        int from = at - 2;
        if (from < 1 || text[from] != '.') return false;
        while (from > 0 && char.IsLetter(text[from - 1])) from--;
        return char.IsUpper(text[from]) && at - from <= 12;
    }

    private static bool EndsSentence(string text, int at)
    {
        int i = at - 1;
        while (i >= 0 && (text[i] == ' ' || text[i] is '*' or '_')) i--;
        return i >= 0 && text[i] is '.' or '?' or '!' or '"' or '”' or ';' or ',';
    }
}
