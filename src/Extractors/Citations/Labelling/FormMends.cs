using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// What numbers are by the signs right beside them ("12: 34", "pp. 34", "7 March", "(2 &amp; 3)"), where the model saw something else. Each sign
/// decides only for its own tokens, and none of what the model put aside as a note.
/// </summary>
internal static class FormMends
{
    private const int LongestBracket = 4;
    private const int LongestWord = 32;

    public static void Apply(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<char> token = tokens[i].In(text);
            if (AddressForm.Of(token, i > 0 ? labels[i - 1] : null) is { } sure) labels[i] = sure;
            else if (labels[i] is ReferenceLabel.Url or ReferenceLabel.Doi && !AddressForm.MayBe(token)) labels[i] = ReferenceLabel.Note;
            else if (i > 0 && labels[i] == ReferenceLabel.Volume && labels[i - 1] != ReferenceLabel.Volume && IsPlainWord(token)) labels[i] = labels[i - 1];
            if (i + 1 < labels.Length && labels[i] != ReferenceLabel.Note) WithNext(text, tokens, labels, i);
        }
        Access(text, tokens, labels);
    }

    /// <summary>What a token and the one behind it are together; the first sign that fits decides.</summary>
    private static void WithNext(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels, int i)
    {
        ReadOnlySpan<char> token = tokens[i].In(text), next = tokens[i + 1].In(text);
        ReferenceLabel here = labels[i], after = labels[i + 1];
        if (IsVolumeOrIssue(here) && token[^1] == ':' && (IsVolumeOrIssue(after) || after == ReferenceLabel.Container) && IsPages(next) && !labels.Contains(ReferenceLabel.Pages)) labels[i + 1] = ReferenceLabel.Pages;
        else if (IsInName(here) && after != ReferenceLabel.Note && char.IsAsciiLetterLower(token[0]) && IsCue(token, "pp", "p", "pages", "page", "pg") && IsPages(next)) Pages(text, tokens, labels, i);
        else if (IsInName(here) && IsCue(token, "vol", "volume") && IsVolume(next)) labels[i] = labels[i + 1] = ReferenceLabel.Volume;
        else if (here == ReferenceLabel.Issue && token[0] == '(' && !token.Contains(')')) Bracket(text, tokens, labels, i);
        else if (after == ReferenceLabel.Date && IsNumberOrName(here)) Date(text, tokens, labels, i);
        else if (here == ReferenceLabel.Date && IsMonth(token)) DaysBeforeYear(text, tokens, labels, i);
    }

    private static bool IsVolumeOrIssue(ReferenceLabel label) => label is ReferenceLabel.Volume or ReferenceLabel.Issue;

    /// <summary>A second date right before an address, or after "accessed", is the day on which somebody looked.</summary>
    private static void Access(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels)
    {
        int first = Array.IndexOf(labels, ReferenceLabel.Date);
        for (int from = first + 1; from > 0 && from < labels.Length; from++)
        {
            if (labels[from] != ReferenceLabel.Date || labels[from - 1] == ReferenceLabel.Date) continue;
            int end = from;
            while (end < labels.Length && labels[end] == ReferenceLabel.Date) end++;
            bool looked = IsCue(tokens[from - 1].In(text), "accessed", "access", "retrieved", "cited", "viewed");
            if (looked || (end < labels.Length && labels[end] == ReferenceLabel.Url && end - from > 1)) labels.AsSpan(from, end - from).Fill(ReferenceLabel.Note);
            from = end;
        }
    }

    /// <summary>From "p." on: its number and, where they stand apart, the dash and the last page.</summary>
    private static void Pages(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels, int cue)
    {
        labels[cue] = labels[cue + 1] = ReferenceLabel.Pages;
        if (cue + 3 < labels.Length && tokens[cue + 2].In(text) is "-" or "–" or "—" && IsPages(tokens[cue + 3].In(text))) labels[cue + 2] = labels[cue + 3] = ReferenceLabel.Pages;
    }

    /// <summary>"(2, 3, 4)", "(1 &amp; 2)": issues up to the closing bracket.</summary>
    private static void Bracket(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels, int open)
    {
        int close = open + 1;
        for (; close < labels.Length && close <= open + LongestBracket; close++)
        {
            ReadOnlySpan<char> token = tokens[close].In(text);
            if (!char.IsAsciiDigit(token[0]) && token is not ("&" or "-" or "–" or "and")) return;
            if (token.Contains(')')) break;
        }
        if (close < labels.Length && close <= open + LongestBracket) labels.AsSpan(open + 1, close - open).Fill(ReferenceLabel.Issue);
    }

    /// <summary>A month before its year, and a day before its month, from the last to the first.</summary>
    private static void Date(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels, int i)
    {
        ReadOnlySpan<char> token = tokens[i].In(text);
        bool isMonth = IsMonth(token) && IsYear(tokens[i + 1].In(text));
        bool isDay = IsDay(token) && tokens[i + 1].In(text)[0] != '(' && IsMonth(tokens[i + 1].In(text)) && !(i > 0 && IsCue(tokens[i - 1].In(text), "vol", "volume", "no"));
        if (!isMonth && !isDay) return;
        labels[i] = ReferenceLabel.Date;
        if (i > 0 && isMonth && IsNumberOrName(labels[i - 1])) Date(text, tokens, labels, i - 1);
    }

    /// <summary>"June 28 - 30, 2004": the days between a month and its year.</summary>
    private static void DaysBeforeYear(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels, int month)
    {
        const int MostDays = 3;
        int at = month + 1;
        while (at < labels.Length && at <= month + MostDays && (IsDay(tokens[at].In(text).TrimEnd(',')) || tokens[at].In(text) is "-" or "–" or "&")) at++;
        if (at > month + 1 && at < labels.Length && labels[at] == ReferenceLabel.Date && IsYear(tokens[at].In(text))) labels.AsSpan(month, at - month).Fill(ReferenceLabel.Date);
    }

    private static bool IsNumberOrName(ReferenceLabel label) =>
        label is ReferenceLabel.Volume or ReferenceLabel.Issue or ReferenceLabel.Pages or ReferenceLabel.Container or ReferenceLabel.Title or ReferenceLabel.Location;

    private static bool IsInName(ReferenceLabel label) =>
        label is ReferenceLabel.Container or ReferenceLabel.Title or ReferenceLabel.Series or ReferenceLabel.Location or ReferenceLabel.Publisher;

    private static bool IsCue(ReadOnlySpan<char> token, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> bare = token.Trim("(.,");
        foreach (string word in words) if (bare.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A number or a range, each with up to two letters before ("S12-S19"); no year, which a subtitle may begin with.</summary>
    private static bool IsPages(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.Trim("(),.;");
        int digits = bare.IndexOfAnyInRange('0', '9');
        if (digits is < 0 or > 2 || IsYear(bare)) return false;
        foreach (char c in bare) if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '–' or '—' or '‐' or '‑' or '_' or '+')) return false;
        return true;
    }

    /// <summary>"193," or "XII.": what goes on after a colon is the volume's title.</summary>
    private static bool IsVolume(ReadOnlySpan<char> token)
    {
        if (token[^1] == ':') return false;
        ReadOnlySpan<char> bare = token.Trim("(),.;");
        return bare.Length > 0 && (!bare.ContainsAnyExceptInRange('0', '9') || !bare.ContainsAnyExcept("IVXLC"));
    }

    /// <summary>A word that neither counts nor names a part of a series.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.Trim("(),.;:");
        if (bare.Length < 3 || bare.ContainsAnyInRange('0', '9') || !bare.ContainsAnyExcept("IVXLC")) return false;
        return (ClassesOf(bare) & (WordClasses.Volume | WordClasses.Issue | WordClasses.Month | WordClasses.Edition)) == WordClasses.None;
    }

    private static bool IsYear(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.Trim("(),.;:");
        return bare.Length == 4 && !bare.ContainsAnyExceptInRange('0', '9') && bare[0] is '1' or '2';
    }

    private static bool IsDay(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.TrimStart('(');
        return bare.Length is 1 or 2 && int.TryParse(bare, out int day) && day is >= 1 and <= 31;
    }

    private static bool IsMonth(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.Trim("(),.;:");
        return bare.Length >= 3 && char.IsUpper(bare[0]) && (ClassesOf(bare) & WordClasses.Month) != WordClasses.None;
    }

    private static WordClasses ClassesOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return WordClasses.None;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return ReferenceWords.Of(lower);
    }
}
