using System.Buffers;
using System.Globalization;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Glyph names like "c65" or "G41", given by producers that mean the character's number, decimal or hexadecimal: only a guess, because
/// others number their glyphs without any meaning.
/// </summary>
internal static class NumberedNames
{
    private const int SmallestCharacter = 32;

    // dvips names the glyphs of TeX's fonts by their codes, and those have the ligatures of f at 11 to 15 (encoding OT1).
    private const int FirstTexLigature = 11;

    private static readonly string[] TexLigatures = ["ff", "fi", "fl", "ffi", "ffl"];
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEF");

    /// <param name="names">All names of the font: one with a hexadecimal letter shows how they all are meant.</param>
    public static string? ToText(string name, string?[] names)
    {
        bool hexadecimal = Array.Exists(names, static n => n is not null && Digits(n) is { Length: >= 2 } d && d.ContainsAnyInRange('A', 'F'));
        ReadOnlySpan<char> digits = Digits(name);
        // "g12" is the twelfth glyph, whatever that is.
        if (digits.IsEmpty || name[0] == 'g') return null;
        if (!hexadecimal && name[0] == 'a' && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is >= FirstTexLigature and int tex && tex - FirstTexLigature < TexLigatures.Length)
            return TexLigatures[tex - FirstTexLigature];
        NumberStyles style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out int number) && number is >= SmallestCharacter and <= 0xFF && number is not (>= 0x7F and <= 0x9F)
            ? ((char)number).ToString() : null;
    }

    private static ReadOnlySpan<char> Digits(string name)
    {
        ReadOnlySpan<char> digits = name.AsSpan(name.Length > 0 && !char.IsAsciiDigit(name[0]) ? 1 : 0);
        return digits.Length is >= 2 and <= 3 && !digits.ContainsAnyExcept(HexDigits) ? digits : default;
    }
}
