using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Facts about characters that ISO 32000-2 annex D and the Adobe glyph list fix, kept as text resources: the predefined encodings, what glyph
/// names mean, and the widths of the standard 14 fonts (in thousandths of the font size). Read once, at first use.
/// </summary>
internal static class FontData
{
    private static readonly Lazy<FrozenDictionary<string, string>> GlyphTexts = new(ReadGlyphTexts);
    private static readonly Lazy<FrozenDictionary<string, string?[]>> EncodingTables = new(ReadEncodings);
    private static readonly Lazy<FrozenDictionary<string, string[]>> GlyphOrders = new(ReadOrders);
    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, short>>> WidthTables = new(ReadWidths);

    /// <summary>Names of the strings that every CFF font shares, by SID (Adobe technical note 5176, appendix A).</summary>
    public static string[] CffStrings => GlyphOrders.Value["cff"];

    /// <summary>Names of the glyphs of the Macintosh order, which 'post' tables refer to.</summary>
    public static string[] MacintoshGlyphs => GlyphOrders.Value["mac"];

    /// <summary>Text of a name in the list, null where it does not stand there.</summary>
    public static string? TextOf(string glyphName) => GlyphTexts.Value.GetValueOrDefault(glyphName);

    /// <summary>256 glyph names of a predefined encoding, "Symbol" or "ZapfDingbats"; null where there is none of that name.</summary>
    public static string?[]? Encoding(string name) => EncodingTables.Value.GetValueOrDefault(name);

    /// <summary>Widths by glyph name of a standard font; null where the name is none of those with unequal widths.</summary>
    public static FrozenDictionary<string, short>? Widths(string standardFont) => WidthTables.Value.GetValueOrDefault(standardFont);

    private static FrozenDictionary<string, string> ReadGlyphTexts()
    {
        var texts = new Dictionary<string, string>(1600);
        foreach (string line in Lines("glyph-names.txt"))
        {
            string[] parts = line.Split(' ');
            texts[parts[0]] = string.Concat(parts.Skip(1).Select(p => (char)int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A line: name, then codes each followed by the names from that code on.</summary>
    private static FrozenDictionary<string, string?[]> ReadEncodings()
    {
        var encodings = new Dictionary<string, string?[]>();
        foreach (string line in Lines("encodings.txt"))
        {
            string[] parts = line.Split(' ');
            string?[] names = new string?[256];
            int code = 0;
            foreach (string part in parts.Skip(1))
            {
                if (char.IsAsciiDigit(part[0])) code = int.Parse(part, CultureInfo.InvariantCulture);
                else names[code++] = part;
            }
            encodings[parts[0]] = names;
        }
        return encodings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A line: font name, then widths each followed by the names of the glyphs that have it.</summary>
    private static FrozenDictionary<string, FrozenDictionary<string, short>> ReadWidths()
    {
        var fonts = new Dictionary<string, FrozenDictionary<string, short>>();
        foreach (string line in Lines("standard-widths.txt"))
        {
            string[] parts = line.Split(' ');
            var widths = new Dictionary<string, short>();
            short width = 0;
            foreach (string part in parts.Skip(1))
            {
                if (char.IsAsciiDigit(part[0])) width = short.Parse(part, CultureInfo.InvariantCulture);
                else widths[part] = width;
            }
            fonts[parts[0]] = widths.ToFrozenDictionary(StringComparer.Ordinal);
        }
        return fonts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A line: name of the order, then the names in order.</summary>
    private static FrozenDictionary<string, string[]> ReadOrders() =>
        Lines("glyph-orders.txt").Select(l => l.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1..], StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string resource)
    {
        using Stream stream = typeof(FontData).Assembly.GetManifestResourceStream("pdf/" + resource) ?? throw new InvalidOperationException($"Resource {resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }
}
