using System.Text;

namespace Ingest.Readers;

/// <summary>
/// Raised digits as the characters that Unicode has for them (U+00B9, U+00B2, U+00B3, U+2070 to U+2079): an exponent or the number of a note must
/// not become the end of the number or word that it stands at ("10⁹", not 109). Compatibility decomposition (NFKC) gives the digits back.
/// </summary>
internal static class RaisedDigits
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static char Of(char c) => char.IsAsciiDigit(c) ? Digits[c - '0'] : c;

    /// <summary>Raises the digits of <paramref name="text"/> in place, and the sign of a negative exponent; a dash between two numbers stays.</summary>
    public static void Raise(Span<char> text)
    {
        if (text.Length > 1 && text[0] is '-' or '−' or '–' && char.IsAsciiDigit(text[1])) text[0] = '⁻';
        foreach (ref char c in text) c = Of(c);
    }

    /// <summary>Raises the digits from <paramref name="start"/> to the end; a number in brackets is apart already, and stays.</summary>
    public static void Raise(StringBuilder text, int start)
    {
        if (start == 0 || start >= text.Length || text[start] is '[' or '(') return;
        for (int i = start; i < text.Length; i++) text[i] = i == start && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && text[i] is '-' or '−' or '–' ? '⁻' : Of(text[i]);
    }
}
