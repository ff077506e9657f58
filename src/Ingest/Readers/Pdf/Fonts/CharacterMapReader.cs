using System.Text;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Reads the PostScript subset that CMap files are written in (Adobe technical note 5014).</summary>
internal static class CharacterMapReader
{
    private const int MostEntries = 400_000;
    private const int LongestText = 64;

    /// <param name="predefined">Gives the map of a name for usecmap; null where unknown.</param>
    public static CharacterMap Read(ReadOnlySpan<byte> data, NameTable names, Func<string, CharacterMap?> predefined)
    {
        var map = new CharacterMap();
        var parser = new ObjectParser(data, 0, names, owner: null);
        PdfValue previous = PdfValue.Null;
        int entries = 0;
        while (entries < MostEntries)
        {
            PdfValue value = parser.Read();
            if (value.Kind == PdfKind.End) break;
            switch (value.Keyword)
            {
                case "begincodespacerange": ReadCodes(ref parser, map, ref entries); break;
                case "begincidrange": ReadCidRanges(ref parser, map, ref entries); break;
                case "begincidchar": ReadCidChars(ref parser, map, ref entries); break;
                case "beginbfrange": ReadTextRanges(ref parser, map, ref entries); break;
                case "beginbfchar": ReadTextChars(ref parser, map, ref entries); break;
                case "usecmap" when previous.Name is { } name: map.Base = predefined(name); break;
                case "endcmap": return map;
            }
            if (previous.Name == "WMode" && value.IsNumber) map.Vertical = value.Int() == 1;
            previous = value;
        }
        return map;
    }

    private static void ReadCodes(ref ObjectParser parser, CharacterMap map, ref int entries)
    {
        while (parser.Read().Bytes is { } low && parser.Read().Bytes is { } high && entries++ < MostEntries)
        {
            if (low.Length is >= 1 and <= 4) map.AddCodes(Code(low), Code(high), low.Length);
        }
    }

    private static void ReadCidRanges(ref ObjectParser parser, CharacterMap map, ref int entries)
    {
        while (parser.Read().Bytes is { } low && parser.Read().Bytes is { } high && parser.Read() is { IsNumber: true } cid && entries++ < MostEntries)
            map.AddCids(Code(low), Code(high), (uint)Math.Max(0, cid.Int()));
    }

    private static void ReadCidChars(ref ObjectParser parser, CharacterMap map, ref int entries)
    {
        while (parser.Read().Bytes is { } code && parser.Read() is { IsNumber: true } cid && entries++ < MostEntries)
            map.AddCids(Code(code), Code(code), (uint)Math.Max(0, cid.Int()));
    }

    private static void ReadTextChars(ref ObjectParser parser, CharacterMap map, ref int entries)
    {
        while (parser.Read().Bytes is { } code && entries++ < MostEntries)
        {
            PdfValue target = parser.Read();
            if (target.Kind is PdfKind.Keyword or PdfKind.End) return;
            if (Text(target) is { } text and not "\0") map.AddText(Code(code), text);
        }
    }

    private static void ReadTextRanges(ref ObjectParser parser, CharacterMap map, ref int entries)
    {
        while (parser.Read().Bytes is { } low && parser.Read().Bytes is { } high && entries++ < MostEntries)
        {
            PdfValue target = parser.Read();
            if (target.Kind is PdfKind.Keyword or PdfKind.End) return;
            uint from = Code(low), to = Code(high);
            if (target.Array is { } each)
            {
                for (int i = 0; i < each.Count && from + i <= to; i++)
                {
                    if (Text(each[i]) is { } text and not "\0") map.AddText(from + (uint)i, text);
                    entries++;
                }
            }
            else if (Text(target) is { } first)
            {
                if (to <= from && first != "\0") map.AddText(from, first);
                else if (to > from) map.AddTexts(from, to, first);
            }
        }
    }

    private static string? Text(PdfValue target)
    {
        if (target.Name is { } name) return GlyphNames.ToText(name);
        if (target.Bytes is not { } bytes) return null;
        // UTF-16BE; a single byte, which is wrong but occurs, is taken as the character itself.
        string text = bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes, 0, Math.Min(bytes.Length & ~1, 2 * LongestText));
        return text.TrimEnd('\0') is { Length: > 0 } some ? some : text.Length > 0 ? "\0" : text;
    }

    private static uint Code(byte[] bytes)
    {
        uint code = 0;
        foreach (byte b in bytes.AsSpan(0, Math.Min(4, bytes.Length))) code = (code << 8) | b;
        return code;
    }
}
