using System.Text;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Type 1 fonts: the built-in encoding, which stands in the clear part ("dup 65 /A put"; Adobe Type 1 Font Format, 2.2).</summary>
internal sealed class Type1Program(string?[] names) : FontProgram
{
    private const int ClearPartSearched = 1 << 16;

    public static Type1Program? Open(ReadOnlySpan<byte> data)
    {
        data = data[..Math.Min(data.Length, ClearPartSearched)];
        int end = data.IndexOf("eexec"u8);
        if (end >= 0) data = data[..end];
        int at = data.IndexOf("/Encoding"u8);
        if (at < 0) return null;
        data = data[(at + "/Encoding".Length)..];
        int definition = data.IndexOf(" def"u8);
        if (definition >= 0 && data[..definition].IndexOf("StandardEncoding"u8) >= 0) return new Type1Program(FontData.Encoding("StandardEncoding")!);
        string?[] names = new string?[256];
        while ((at = data.IndexOf("dup "u8)) >= 0)
        {
            data = data[(at + 4)..];
            int position = 0;
            while (position < data.Length && Characters.IsWhite(data[position])) position++;
            if (position >= data.Length || !Characters.IsDigit(data[position])) continue;
            int code = (int)NumberSyntax.Read(data, ref position, out _);
            while (position < data.Length && Characters.IsWhite(data[position])) position++;
            if (code is < 0 or > 255 || position >= data.Length || data[position] != '/') continue;
            ReadOnlySpan<byte> name = data[(position + 1)..];
            int length = name.IndexOfAny(Characters.TokenEnds);
            if (length > 0) names[code] = Encoding.Latin1.GetString(name[..length]);
        }
        return new Type1Program(names);
    }

    public override string? TextOfCode(uint code) => code < 256 && names[code] is { } name ? GlyphNames.ToText(name) : null;

    public override string? TextOfGlyph(uint glyph) => null;
}
