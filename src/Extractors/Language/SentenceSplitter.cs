using System.Collections.Frozen;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Language;

/// <summary>
/// Cuts running text into sentences. Full stops of abbreviations, initials, decimals and list labels do not end one, nor does
/// anything inside brackets; colons and semicolons never do, so that a list's lead-in stays whole.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Brackets that do not close within so many characters are taken for a slip and not waited for.</summary>
    private const int LongestBracket = 600;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g", "eg", "i.e", "ie", "vs", "v", "dr", "mr", "mrs", "ms", "no", "nos", "al", "fig", "approx", "st", "inc", "corp", "ltd", "co",
        "cf", "etc", "ed", "eds", "vol", "pp", "sec", "ch", "dept", "jr", "sr", "u.s", "u.s.c", "f.d.a", "m.d", "ph.d", "d.o", "est", "ref",
        "viz", "resp", "incl", "min", "max", "wk", "yr", "hr", "mo", "subd", "art", "par", "gov", "sp", "spp", "var",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sentences of <paramref name="within"/> in order, trimmed, none empty; together they hold all of its words.</summary>
    public static IEnumerable<SourceSpan> Split(string text, SourceSpan within)
    {
        int start = within.Start, at = within.Start, bracketEnd = -1;
        while (at < within.End)
        {
            char c = text[at];
            if (at > bracketEnd && c is '(' or '[') bracketEnd = Math.Max(bracketEnd, ClosingBracket(text, at, within.End));
            int end = c is '.' or '?' or '!' && at > bracketEnd ? EndAfter(text, new(start, within.End), at) : -1;
            at++;
            if (end < 0) continue;
            at = Math.Max(at, end);
            SourceSpan sentence = new SourceSpan(start, at).Trim(text);
            if (!sentence.IsEmpty) yield return sentence;
            start = at;
        }
        SourceSpan last = new SourceSpan(start, within.End).Trim(text);
        if (!last.IsEmpty) yield return last;
    }

    private static int ClosingBracket(string text, int open, int end)
    {
        int depth = 0, limit = Math.Min(end, open + LongestBracket);
        for (int i = open; i < limit; i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']' && --depth == 0) return i;
        }
        return -1;
    }

    /// <summary>Where the sentence ends that <paramref name="stop"/> closes, its quotes and note marks included; -1 where it goes on.</summary>
    private static int EndAfter(string text, SourceSpan sentence, int stop)
    {
        int end = stop + 1;
        while (end < sentence.End && text[end] is '"' or '\u201d' or '\u2019' or '\'' or ')' or ']' or '*' or '_') end++;
        end = AfterNoteMark(text, stop, end, sentence.End);
        if (end < sentence.End && !char.IsWhiteSpace(text[end])) return -1;
        int next = end;
        while (next < sentence.End && char.IsWhiteSpace(text[next])) next++;
        if (next >= sentence.End) return end;
        if (char.IsLower(text[next])) return -1;
        return text[stop] == '.' && IsAbbreviation(text, sentence.Trim(text).Start, stop) ? -1 : end;
    }

    /// <summary>Digits between a word's full stop and a space are a reference mark ("as shown.12 The …"), not a decimal; raised or in brackets they always are.</summary>
    private static int AfterNoteMark(string text, int stop, int at, int end)
    {
        if (AfterCertainMark(text, at, end) is var mark && mark > at && (mark >= end || char.IsWhiteSpace(text[mark]))) return mark;
        if (stop == 0 || !char.IsLetter(text[stop - 1])) return at;
        int i = at;
        while (i < end && i - at < 12 && (char.IsAsciiDigit(text[i]) || text[i] is ',' or '-' or '\u2013')) i++;
        return i > at && char.IsAsciiDigit(text[at]) && (i >= end || char.IsWhiteSpace(text[i])) ? i : at;
    }

    private static int AfterCertainMark(string text, int at, int end)
    {
        bool bracket = at < end && text[at] == '[';
        int i = bracket ? at + 1 : at;
        while (i < end && i - at < 24 && (IsRaised(text[i]) || text[i] is ',' or '-' or '\u2013' || (bracket && (char.IsAsciiDigit(text[i]) || text[i] == ' ')))) i++;
        if (bracket) return i < end && text[i] == ']' && i > at + 1 ? i + 1 : at;
        return i > at && IsRaised(text[at]) ? i : at;
    }

    private static bool IsRaised(char c) => c is '\u00b9' or '\u00b2' or '\u00b3' or (>= '\u2070' and <= '\u2079');

    /// <summary>"Criterion I. above", "criteria IV. A.": a label that is only named.</summary>
    private static bool IsReference(string text, int start, int word)
    {
        int end = word;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        int from = end;
        while (from > start && char.IsLetter(text[from - 1])) from--;
        return text[from..end].ToLowerInvariant() is "criterion" or "criteria" or "item" or "items" or "section" or "sections" or "indication" or "policy";
    }

    private static bool IsAbbreviation(string text, int start, int stop)
    {
        int from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.')) from--;
        if (from == stop) return false;
        ReadOnlySpan<char> word = text.AsSpan(from, stop - from);
        if (word.Length <= 4 && char.IsUpper(word[0]) && IsReference(text, start, from)) return true;
        bool isLabel = from == start && word.Length <= 4;
        bool isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' && from > start;
        return isLabel || isInitial || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
