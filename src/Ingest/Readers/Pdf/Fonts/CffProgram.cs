using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>CFF fonts (Adobe technical note 5176): glyph names by charset, codes by encoding. A CID-keyed font has neither and says nothing.</summary>
internal sealed class CffProgram : FontProgram
{
    private const int CharsetKey = 15, EncodingKey = 16, CharStringsKey = 17, RosKey = 12 << 8 | 30;
    private const int ExpertEncoding = 1;

    private readonly BigEndian _font;
    private readonly CffIndex _strings;
    private readonly string?[] _glyphNames;
    private readonly string?[] _codeNames = new string?[256];

    private CffProgram(BigEndian font, CffIndex strings, Dictionary<int, long> top)
    {
        (_font, _strings) = (font, strings);
        int glyphs = Math.Clamp(CffIndex.Read(font, top.GetValueOrDefault(CharStringsKey)).Count, 0, ushort.MaxValue);
        _glyphNames = ReadCharset((int)top.GetValueOrDefault(CharsetKey), glyphs);
        long encoding = top.GetValueOrDefault(EncodingKey);
        if (encoding == 0) FontData.Encoding("StandardEncoding")!.CopyTo(_codeNames, 0);
        else if (encoding == ExpertEncoding) FontData.Encoding("MacExpertEncoding")!.CopyTo(_codeNames, 0);
        else ReadEncoding(encoding);
    }

    public static FontProgram? Open(ReadOnlyMemory<byte> data)
    {
        var font = new BigEndian(data);
        var names = CffIndex.Read(font, font.U8(2));
        var tops = CffIndex.Read(font, names.End);
        if (tops.Count == 0) return null;
        var strings = CffIndex.Read(font, tops.End);
        Dictionary<int, long> top = CffIndex.ReadDictionary(font, tops.Start(0), tops.Start(1));
        return top.ContainsKey(RosKey) ? null : new CffProgram(font, strings, top);
    }

    public override string? TextOfCode(uint code) => code < 256 && _codeNames[code] is { } name ? GlyphNames.ToText(name) : null;

    public override string? TextOfGlyph(uint glyph) => glyph < _glyphNames.Length && _glyphNames[glyph] is { } name ? GlyphNames.ToText(name) : null;

    private string?[] ReadCharset(int offset, int glyphs)
    {
        string?[] names = new string?[glyphs];
        // 0 is the charset ISOAdobe, whose SIDs are the glyph indices; the two expert charsets are not used by text fonts.
        if (offset <= 2)
        {
            for (int g = 1; g < glyphs && offset == 0; g++) names[g] = Name(g);
            return names;
        }
        int format = _font.U8(offset++);
        for (int g = 1; g < glyphs && offset < _font.Length;)
        {
            int sid = _font.U16(offset);
            int more = format == 0 ? 0 : format == 1 ? _font.U8(offset + 2) : _font.U16(offset + 2);
            offset += format switch { 0 => 2, 1 => 3, _ => 4 };
            for (int i = 0; i <= more && g < glyphs; i++) names[g++] = Name(sid + i);
        }
        return names;
    }

    private void ReadEncoding(long offset)
    {
        int format = _font.U8(offset), count = _font.U8(offset + 1);
        long at = offset + 2;
        int glyph = 1;
        for (int i = 0; i < count; i++)
        {
            int code = _font.U8(at++), more = (format & 0x7F) == 0 ? 0 : _font.U8(at++);
            for (int k = 0; k <= more; k++, glyph++)
            {
                if (code + k < 256 && glyph < _glyphNames.Length) _codeNames[code + k] = _glyphNames[glyph];
            }
        }
        if ((format & 0x80) == 0) return;
        int extra = _font.U8(at++);
        for (int i = 0; i < extra; i++, at += 3) _codeNames[_font.U8(at)] = Name(_font.U16(at + 1));
    }

    private string? Name(int sid)
    {
        string[] standard = FontData.CffStrings;
        if (sid < standard.Length) return standard[sid];
        int own = sid - standard.Length;
        return own < _strings.Count ? Encoding.Latin1.GetString(_font.Bytes(_strings.Start(own), Math.Min(128, _strings.Start(own + 1) - _strings.Start(own)))) : null;
    }
}
