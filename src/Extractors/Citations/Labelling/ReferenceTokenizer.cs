using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// Cuts a reference string into tokens: at white space, and where printers leave it out ("2016;375(26):2556-65", "care.Lancet").
/// Punctuation stays with the word that it follows or opens. Addresses are one token.
/// </summary>
public static class ReferenceTokenizer
{
    public static List<SourceSpan> Tokenize(string text)
    {
        var tokens = new List<SourceSpan>(text.Length / 5 + 4);
        int at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            if (at > start) Split(text, start, at, tokens);
        }
        return tokens;
    }

    private static void Split(string text, int start, int end, List<SourceSpan> tokens)
    {
        if (IsAddress(text.AsSpan(start, end - start)))
        {
            tokens.Add(new(start, end));
            return;
        }
        int from = start;
        for (int i = start + 1; i < end; i++)
        {
            if (!CutsBefore(text, start, i, end)) continue;
            tokens.Add(new(from, i));
            from = i;
        }
        tokens.Add(new(from, end));
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk) =>
        chunk.Contains("://", StringComparison.Ordinal) || chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase) is >= 0 and < 3
        || (chunk.IndexOf("10.", StringComparison.Ordinal) is >= 0 and < 8 && chunk.Contains('/'));

    private static bool Counts(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return (ReferenceWords.Of(lower) & (WordClasses.Volume | WordClasses.Issue | WordClasses.Page)) != WordClasses.None;
    }

    private static bool CutsBefore(string text, int start, int i, int end)
    {
        char before = text[i - 1], here = text[i];
        return before switch
        {
            ';' or ':' => char.IsLetterOrDigit(here) || here == '(',
            ')' => char.IsLetterOrDigit(here) && i - 1 > start,
            ',' => char.IsLetter(here) && i - 2 >= start && char.IsLetter(text[i - 2]),
            // "care.Lancet", "care.2020", but neither "e.g.", "U.S." nor "3.5"; "2019.Available", "(2002).Available".
            '.' when i - 3 >= start && char.IsLower(text[i - 2]) && char.IsLower(text[i - 3]) => char.IsUpper(here) || (char.IsAsciiDigit(here) && end - i >= 4),
            // "v.13", "no.7", "pp.12": the number is a token of its own.
            '.' when char.IsAsciiDigit(here) && i - start is >= 2 and <= 5 && Counts(text.AsSpan(start, i - 1 - start)) => true,
            '.' => i - 3 >= start && (char.IsAsciiDigit(text[i - 2]) || text[i - 2] == ')') && char.IsUpper(here) && i + 1 < end && char.IsLower(text[i + 1]),
            _ => here == '(' && char.IsAsciiDigit(before),
        };
    }
}
