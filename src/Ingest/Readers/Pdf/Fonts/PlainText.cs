using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Glyph texts as words need them: presentation ligatures taken apart (U+FB00 to U+FB06), controls dropped, lone surrogates replaced.
/// </summary>
internal static class PlainText
{
    private const int Longest = 255;

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Of(string text)
    {
        if (text.Length == 1 && text[0] is >= ' ' and < '\u007F') return text;
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length && plain.Length < Longest - 3; i++)
        {
            char c = text[i];
            if (c is >= '\uFB00' and <= '\uFB06') plain.Append(Ligatures[c - '\uFB00']);
            else if (c is '\t' or '\n' or '\r' or '\u00A0') plain.Append(' ');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) plain.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c)) plain.Append('\uFFFD');
            else if (!char.IsControl(c) && c is not ('\uFEFF' or '\u200B' or '\uFFFE' or '\uFFFF')) plain.Append(c);
        }
        return plain.ToString();
    }
}
