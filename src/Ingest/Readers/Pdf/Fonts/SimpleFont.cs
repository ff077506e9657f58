using System.Collections.Frozen;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Type 1, TrueType and Type 3 fonts (ISO 32000-2, 9.6): one byte a code.</summary>
internal sealed class SimpleFont(
    FontTraits traits, CharacterMap? toUnicode, SimpleEncoding encoding, string?[] differences, SimpleWidths widths, Lazy<FontProgram?> program) : PdfFont(traits)
{
    private string?[] Own => field ??= differences;

    public override int ReadCode(ReadOnlySpan<byte> bytes, out uint code)
    {
        code = bytes[0];
        return 1;
    }

    protected override string? TextOf(uint code)
    {
        if (toUnicode?.ToText(code) is { } text) return text;
        if (Own[code] is { } different && (Meaning(different) ?? program.Value?.TextOfGlyph(different)) is { } named) return named;
        // A font's own encoding comes before the one that is only assumed; a stated encoding comes before the font's.
        if (!encoding.Stated && program.Value?.TextOfCode(code) is { } own) return own;
        if (Own[code] is null && encoding[code] is { } name && Meaning(name) is { } standard) return standard;
        return program.Value?.TextOfCode(code);
    }

    protected override string Guess(uint code)
    {
        // A code that a stated encoding leaves out shows nothing.
        if (encoding.Stated && Own[code] is null or ".notdef" && encoding[code] is null or ".notdef" && program.Value is null) return "";
        if (Own[code] is { } numbered && NumberedNames.ToText(numbered, Own) is { } number) return number;
        string?[]? usual = FontData.Encoding("WinAnsiEncoding");
        return usual?[code] is { } name && GlyphNames.ToText(name) is { } text ? text : "\uFFFD";
    }

    /// <summary>"a1" to "a206" are ornaments in Zapf Dingbats, and mere numbers in every other font.</summary>
    private string? Meaning(string name) =>
        name.Length is >= 2 and <= 4 && name[0] == 'a' && char.IsAsciiDigit(name[1]) && !Traits.Name.Contains("Dingbat", StringComparison.OrdinalIgnoreCase) ? null : GlyphNames.ToText(name);

    protected override float WidthOf(uint code) => widths.Of(code, encoding[code]);
}

/// <summary>Widths of a simple font's codes in ems: the file's, else those of the standard font of that name.</summary>
internal sealed class SimpleWidths(PdfArray? widths, int first, double missing, FrozenDictionary<string, short>? standard, double scale)
{
    public static SimpleWidths Of(PdfDictionary font, PdfDictionary? descriptor, FontTraits traits)
    {
        // Type 3 widths are in the font's own glyph space (9.6.4).
        double scale = font.Get("Subtype").Name == "Type3" ? Math.Abs(font.Get("FontMatrix").Array?.Number(0, 0.001) ?? 0.001) : 0.001;
        FrozenDictionary<string, short>? standard = StandardFonts.Widths(traits);
        double missing = descriptor?.Get("MissingWidth").Number() ?? (StandardFonts.IsCourier(traits) ? StandardFonts.CourierWidth : standard is null ? 500 : 250);
        return new(font.Get("Widths").Array, font.Get("FirstChar").Int(), missing, standard, scale);
    }

    public float Of(uint code, string? glyph)
    {
        long index = (long)code - first;
        if (widths is not null && index >= 0 && index < widths.Count) return (float)(widths.Number((int)index, missing) * scale);
        if (widths is null && glyph is not null && standard?.TryGetValue(glyph, out short width) == true) return width / 1000f;
        return (float)(missing * scale);
    }
}
