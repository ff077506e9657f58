using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Glyph names of a simple font's codes (ISO 32000-2, 9.6.5): a predefined encoding, or the font's own, with its differences.
/// <see cref="Stated"/> is false where neither the file nor the font's name says which encoding it is.
/// </summary>
internal sealed class SimpleEncoding
{
    private readonly string?[] _names;

    private SimpleEncoding(string?[] names, bool stated)
    {
        _names = names;
        Stated = stated;
    }

    public bool Stated { get; }

    public string? this[uint code] => code < 256 ? _names[code] : null;

    public static SimpleEncoding Of(PdfDictionary font, FontTraits traits, bool embedded)
    {
        PdfValue encoding = font.Get("Encoding");
        string? baseName = encoding.Name ?? encoding.Dictionary?.Get("BaseEncoding").Name;
        string?[]? table = baseName is null ? null : FontData.Encoding(baseName);
        bool stated = table is not null;
        if (table is null)
        {
            if (traits.Name.Contains("ZapfDingbats", StringComparison.OrdinalIgnoreCase)) (table, stated) = (FontData.Encoding("ZapfDingbats"), true);
            else if (traits.Name is "Symbol" || traits.Name.StartsWith("Symbol,", StringComparison.Ordinal) || traits.Name.StartsWith("SymbolMT", StringComparison.Ordinal)) (table, stated) = (FontData.Encoding("Symbol"), !embedded);
            else table = FontData.Encoding(font.Get("Subtype").Name == "TrueType" ? "WinAnsiEncoding" : "StandardEncoding");
            if (!embedded) stated = true;
        }
        string?[] names = [.. table!];
        if (encoding.Dictionary?.Get("Differences").Array is { } differences) Apply(differences, names);
        return new(names, stated);
    }

    /// <summary>A font with only its own encoding: <paramref name="differences"/> over nothing.</summary>
    public static string?[] Differences(PdfDictionary font)
    {
        string?[] names = new string?[256];
        if (font.Get("Encoding").Dictionary?.Get("Differences").Array is { } differences) Apply(differences, names);
        return names;
    }

    private static void Apply(PdfArray differences, string?[] names)
    {
        int code = 0;
        for (int i = 0; i < differences.Count; i++)
        {
            PdfValue item = differences.Get(i);
            if (item.IsNumber) code = item.Int();
            else if (item.Name is { } name)
            {
                if (code is >= 0 and < 256) names[code] = name;
                code++;
            }
        }
    }
}
