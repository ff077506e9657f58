using Ingest.Extractors.Documents;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>What a token is made of. Below 64: forms are packed three to a number.</summary>
internal enum TokenForm : byte
{
    Outside, Lower, Capitalised, Capitals, Initials, Mixed, Year, BracketedYear, Number, LongNumber, Range, LetteredNumber, BracketedNumber,
    Url, Doi, Mark, And, EtAl, Roman, Decimal, SlashedDate, Month, Other, Hyphenated, RegistryNumber, YearRange,
}

/// <summary>A token, seen by itself: keys of the word and of its parts, and what it is made of.</summary>
internal readonly struct TokenFacets
{
    private const int LongestWord = 64;

    /// <summary>What stands before the first token and after the last one.</summary>
    public static readonly TokenFacets Outside = new() { Word = 1, Shape = 1 };

    /// <summary>Key of the lower-case word without the punctuation around it.</summary>
    public ulong Word { get; init; }

    public ulong Shape { get; init; }

    public ulong Prefix2 { get; init; }

    public ulong Prefix3 { get; init; }

    public ulong Suffix2 { get; init; }

    public ulong Suffix3 { get; init; }

    public ulong Suffix4 { get; init; }

    public ulong Form { get; init; }

    /// <summary>The first character where it is punctuation, else '\0'; any quotation mark is '"'.</summary>
    public char Start { get; init; }

    /// <summary>The last character, likewise.</summary>
    public char End { get; init; }

    public WordClasses Classes { get; init; }

    /// <summary>"In", "in:", "dans", "en": what may lead to the work that holds the cited one.</summary>
    public bool IsIn { get; init; }

    public readonly TokenForm Kind => (TokenForm)Form;

    public readonly bool IsInitials => Kind == TokenForm.Initials;

    public readonly bool IsNumeric => Kind is TokenForm.Year or TokenForm.BracketedYear or TokenForm.Number or TokenForm.LongNumber or TokenForm.Range
        or TokenForm.LetteredNumber or TokenForm.BracketedNumber or TokenForm.Decimal or TokenForm.SlashedDate or TokenForm.YearRange;

    public static TokenFacets Of(string text, SourceSpan token)
    {
        ReadOnlySpan<char> raw = token.In(text);
        int start = 0, end = raw.Length;
        while (start < end && !char.IsLetterOrDigit(raw[start])) start++;
        while (end > start && !char.IsLetterOrDigit(raw[end - 1])) end--;
        ReadOnlySpan<char> core = raw[start..end];
        Span<char> lower = stackalloc char[LongestWord];
        int length = Math.Min(core.Length, LongestWord);
        core[..length].ToLowerInvariant(lower);
        ReadOnlySpan<char> word = lower[..length];
        WordClasses classes = ReferenceWords.Of(word);
        return new TokenFacets
        {
            Word = FeatureKey.Of(word),
            Shape = ShapeOf(raw),
            Prefix2 = FeatureKey.Of(word[..Math.Min(2, length)]),
            Prefix3 = FeatureKey.Of(word[..Math.Min(3, length)]),
            Suffix2 = FeatureKey.Of(word[Math.Max(0, length - 2)..]),
            Suffix3 = FeatureKey.Of(word[Math.Max(0, length - 3)..]),
            Suffix4 = FeatureKey.Of(word[Math.Max(0, length - 4)..]),
            Start = start > 0 ? Mark(raw[0]) : '\0',
            End = end < raw.Length ? Mark(raw[^1]) : '\0',
            Classes = classes,
            IsIn = word is "in" or "dans" or "en" or "im",
            Form = (ulong)FormOf(raw, core, word, classes),
        };
    }

    private static char Mark(char c) => c switch
    {
        '“' or '”' or '"' or '„' or '«' or '»' or '‘' or '’' or '\'' => '"',
        '–' or '—' or '‐' or '‑' => '-',
        '*' or '_' or '†' or '®' or '™' => '*',
        _ => c,
    };

    /// <summary>Runs of capitals, small letters and digits as A, a and 0 (up to two each), other characters as they are.</summary>
    private static ulong ShapeOf(ReadOnlySpan<char> raw)
    {
        Span<char> shape = stackalloc char[16];
        int length = 0;
        foreach (char c in raw)
        {
            char kind = char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '0' : Mark(c);
            if (length > 1 && shape[length - 1] == kind && shape[length - 2] == kind) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }
        return FeatureKey.Of(shape[..length]);
    }

    private static TokenForm FormOf(ReadOnlySpan<char> raw, ReadOnlySpan<char> core, ReadOnlySpan<char> word, WordClasses classes)
    {
        if (core.IsEmpty) return raw is "&" ? TokenForm.And : TokenForm.Mark;
        if (raw.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal)) return TokenForm.Url;
        if (word.IndexOf("10.", StringComparison.Ordinal) is >= 0 and < 8 && core.Contains('/')) return TokenForm.Doi;
        if (core.Length > 10 && core.Contains('/') && AddressForm.IsPart(core)) return TokenForm.Url;
        if (word is "and" or "und" or "et" or "y" or "e") return word is "et" ? TokenForm.EtAl : TokenForm.And;
        if (word is "al") return TokenForm.EtAl;
        int digits = 0, upper = 0, letters = 0, dots = 0, dashes = 0;
        foreach (char c in core)
        {
            if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            else if (c == '.') dots++;
            else if (c is '-' or '–' or '‐' or '‑' or '—') dashes++;
            if (char.IsUpper(c)) upper++;
        }
        if (digits > 0) return Numeric(raw, core, digits, letters, dots, dashes);
        if ((classes & WordClasses.Month) != WordClasses.None && upper > 0) return TokenForm.Month;
        if (IsRoman(core)) return core.Length == 1 && raw.Length > 1 && raw[^1] == '.' ? TokenForm.Initials : TokenForm.Roman;
        if (upper == letters && letters <= 3 && (dots > 0 || letters + dashes == core.Length)) return TokenForm.Initials;
        if (upper == letters) return TokenForm.Capitals;
        if (upper == 0) return TokenForm.Lower;
        if (char.IsUpper(core[0]) && upper == 1) return dashes > 0 ? TokenForm.Hyphenated : TokenForm.Capitalised;
        return dashes > 0 ? TokenForm.Hyphenated : TokenForm.Mixed;
    }

    private static TokenForm Numeric(ReadOnlySpan<char> raw, ReadOnlySpan<char> core, int digits, int letters, int dots, int dashes)
    {
        bool bracketed = raw[0] is '(' or '[';
        if (digits == 4 && (core[0] is '1' && core[1] is '8' or '9' || core[0] is '2' && core[1] is '0') && letters <= 1 && dashes == 0 && core.Length <= 5)
        {
            return bracketed ? TokenForm.BracketedYear : TokenForm.Year;
        }
        if (letters == 0 && dashes == 0 && dots == 0 && core.Length == digits)
        {
            return bracketed ? TokenForm.BracketedNumber : digits <= 3 ? TokenForm.Number : TokenForm.LongNumber;
        }
        if (core.Length >= 8 && (core.StartsWith("NCT") || core.StartsWith("PMC"))) return TokenForm.RegistryNumber;
        if (dashes > 0 && letters <= 4) return digits == 8 && dashes == 1 && core.Length == 9 ? TokenForm.YearRange : TokenForm.Range;
        if (dots > 0 && letters == 0) return TokenForm.Decimal;
        if (core.Contains('/') && letters == 0) return TokenForm.SlashedDate;
        if (letters is 1 or 2) return bracketed ? TokenForm.BracketedNumber : TokenForm.LetteredNumber;
        return TokenForm.Other;
    }

    private static bool IsRoman(ReadOnlySpan<char> core)
    {
        if (core.Length > 7) return false;
        foreach (char c in core) if (c is not ('I' or 'V' or 'X' or 'L')) return false;
        return true;
    }
}
