using System.Text;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Type 0 fonts (ISO 32000-2, 9.7): codes of one to four bytes by a CMap.</summary>
internal sealed class CompositeFont(
    FontTraits traits, CharacterMap? toUnicode, CharacterMap codes, CodesAreText codesAreText, Encoding? legacy, bool eastAsian, CidWidths widths, CidGlyphs glyphs) : PdfFont(traits)
{
    // The four East Asian collections of Adobe all begin with the printable ASCII characters, from CID 1 on.
    private const uint LastAsciiCid = 94;

    public override bool Vertical => codes.Vertical;

    public override int ReadCode(ReadOnlySpan<byte> bytes, out uint code) => codes.ReadCode(bytes, out code);

    protected override string? TextOf(uint code)
    {
        if (toUnicode?.ToText(code) is { } text) return text;
        if (codesAreText == CodesAreText.Utf16 && code <= 0xFFFF && !char.IsSurrogate((char)code)) return ((char)code).ToString();
        if (codesAreText == CodesAreText.Utf16) return SurrogatePair(code);
        if (codesAreText == CodesAreText.Utf32 && code is <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)) return char.ConvertFromUtf32((int)code);
        if (legacy is not null) return LegacyCodes.Text(legacy, code);
        uint cid = codes.ToCid(code);
        return glyphs.TextOf(cid) ?? (eastAsian && cid is >= 1 and <= LastAsciiCid ? ((char)(' ' + cid - 1)).ToString() : null);
    }

    protected override float WidthOf(uint code) => Vertical ? widths.Height : widths.Of(codes.ToCid(code));

    private static string? SurrogatePair(uint code)
    {
        char high = (char)(code >> 16), low = (char)code;
        return char.IsSurrogatePair(high, low) ? new string([high, low]) : null;
    }
}

/// <summary>Whether the codes of a predefined CMap are Unicode themselves ("UniGB-UCS2-H", "UniJIS-UTF16-V", "UniKS-UTF32-H").</summary>
internal enum CodesAreText { No, Utf16, Utf32 }

/// <summary>Text of glyphs by the embedded program, through the map from CIDs to its glyph indices.</summary>
internal sealed class CidGlyphs(Lazy<FontProgram?> program, ReadOnlyMemory<byte> cidToGlyph)
{
    public string? TextOf(uint cid)
    {
        if (program.Value is not { } font) return null;
        uint glyph = cid;
        if (!cidToGlyph.IsEmpty) glyph = 2 * cid + 1 < cidToGlyph.Length ? (uint)(cidToGlyph.Span[(int)(2 * cid)] << 8 | cidToGlyph.Span[(int)(2 * cid) + 1]) : 0;
        return font.TextOfGlyph(glyph);
    }
}

/// <summary>Widths by CID in ems (9.7.4.3): /W with /DW behind it.</summary>
internal sealed class CidWidths
{
    private const int MostCids = 65_536;
    private const int MostRanges = 20_000;

    private readonly Dictionary<uint, float> _widths = [];
    private readonly List<(uint Low, uint High, float Width)> _ranges = [];
    private readonly float _default;

    public CidWidths(PdfDictionary cidFont)
    {
        _default = (float)cidFont.Get("DW").Number(1000) / 1000;
        Height = (float)Math.Abs(cidFont.Get("DW2").Array?.Number(1, -1000) ?? -1000) / 1000;
        if (cidFont.Get("W").Array is not { } w) return;
        for (int i = 0; i + 1 < w.Count && _ranges.Count < MostRanges;)
        {
            uint first = (uint)Math.Max(0, w.Get(i).Int());
            PdfValue next = w.Get(i + 1);
            if (next.Array is { } each)
            {
                for (int k = 0; k < Math.Min(each.Count, MostCids); k++) _widths[first + (uint)k] = (float)each.Number(k) / 1000;
                i += 2;
            }
            else
            {
                _ranges.Add((first, (uint)Math.Max(0, next.Int()), (float)w.Number(i + 2) / 1000));
                i += 3;
            }
        }
    }

    /// <summary>Advance of a vertical glyph, downward.</summary>
    public float Height { get; }

    public float Of(uint cid)
    {
        if (_widths.TryGetValue(cid, out float width)) return width;
        foreach ((uint low, uint high, float ranged) in _ranges)
        {
            if (cid >= low && cid <= high) return ranged;
        }
        return _default;
    }
}
