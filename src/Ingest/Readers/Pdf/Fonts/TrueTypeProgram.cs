using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>TrueType and OpenType fonts: the cmap read backwards, from glyphs to characters, and the names of the 'post' table.</summary>
internal sealed class TrueTypeProgram : FontProgram
{
    private const int MostTables = 128;
    private const int MacintoshPlatform = 1;
    private const int MicrosoftPlatform = 3;

    /// <summary>Symbol fonts have their codes in the private area from U+F000 on (ISO 32000-2, 9.6.5.4).</summary>
    private const uint SymbolBase = 0xF000;

    private readonly Dictionary<uint, uint> _unicodeOfGlyph = [];
    private readonly Dictionary<uint, uint> _glyphOfSymbol = [];
    private readonly Dictionary<uint, uint> _glyphOfMacintosh = [];
    private readonly string?[] _names = [];
    private readonly Lazy<FontProgram?> _cff;

    private TrueTypeProgram(BigEndian font, Dictionary<string, (long Offset, long Length)> tables)
    {
        if (tables.TryGetValue("cmap", out (long Offset, long Length) cmap)) ReadMaps(font, cmap.Offset);
        if (tables.TryGetValue("post", out (long Offset, long Length) post)) _names = PostNames.Read(font, post.Offset, post.Length);
        _cff = new(() => tables.TryGetValue("CFF ", out (long Offset, long Length) cff) && cff.Offset < font.Length
            ? CffProgram.Open(font.Memory.Slice((int)cff.Offset, (int)Math.Min(cff.Length, font.Length - cff.Offset))) : null);
    }

    public static TrueTypeProgram Open(ReadOnlyMemory<byte> data)
    {
        var font = new BigEndian(data);
        // A collection begins with the offsets of its fonts; the first serves.
        long start = data.Span.StartsWith("ttcf"u8) ? font.U32(12) : 0;
        int count = Math.Min(font.U16(start + 4), MostTables);
        var tables = new Dictionary<string, (long, long)>();
        for (int i = 0; i < count; i++)
        {
            long entry = start + 12 + 16L * i;
            tables[Encoding.Latin1.GetString(font.Bytes(entry, 4))] = (font.U32(entry + 8), font.U32(entry + 12));
        }
        return new TrueTypeProgram(font, tables);
    }

    public override string? TextOfCode(uint code)
    {
        if (_glyphOfSymbol.TryGetValue(code, out uint glyph) || _glyphOfSymbol.TryGetValue(SymbolBase + code, out glyph) || _glyphOfMacintosh.TryGetValue(code, out glyph)) return TextOfGlyph(glyph);
        return _glyphOfSymbol.Count == 0 && _glyphOfMacintosh.Count == 0 ? _cff.Value?.TextOfCode(code) : null;
    }

    public override string? TextOfGlyph(uint glyph)
    {
        if (_unicodeOfGlyph.TryGetValue(glyph, out uint character) && Rune.IsValid(character)) return new Rune(character).ToString();
        if (glyph < _names.Length && _names[glyph] is { } name && GlyphNames.ToText(name) is { } text) return text;
        return _cff.Value?.TextOfGlyph(glyph);
    }

    private void ReadMaps(BigEndian font, long cmap)
    {
        int count = Math.Min(font.U16(cmap + 2), MostTables);
        for (int i = 0; i < count; i++)
        {
            long entry = cmap + 4 + 8L * i;
            int platform = font.U16(entry), encoding = font.U16(entry + 2);
            long table = cmap + font.U32(entry + 4);
            if (platform == MacintoshPlatform) GlyphMapTable.Read(font, table, (code, glyph) => _glyphOfMacintosh.TryAdd(code, glyph));
            else if (platform == MicrosoftPlatform && encoding == 0) GlyphMapTable.Read(font, table, (code, glyph) => _glyphOfSymbol.TryAdd(code, glyph));
            else GlyphMapTable.Read(font, table, AddCharacter);
        }
    }

    /// <summary>Several characters may share a glyph (space and no-break space, hyphen and soft hyphen): the lowest is the plain one.</summary>
    private void AddCharacter(uint character, uint glyph)
    {
        if (character is 0 or (>= 0xE000 and <= 0xF8FF)) return;
        if (!_unicodeOfGlyph.TryGetValue(glyph, out uint known) || character < known) _unicodeOfGlyph[glyph] = character;
    }
}
