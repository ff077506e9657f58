using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Glyph names of a TrueType 'post' table (formats 1 and 2; the others have none).</summary>
internal static class PostNames
{
    private const long Format1 = 0x10000;
    private const long Format2 = 0x20000;

    public static string?[] Read(BigEndian font, long table, long length)
    {
        long format = font.U32(table);
        if (format == Format1) return FontData.MacintoshGlyphs;
        if (format != Format2) return [];
        string[] standard = FontData.MacintoshGlyphs;
        int count = font.U16(table + 32);
        long end = Math.Min(table + length, font.Length);
        var own = new List<string>();
        for (long at = table + 34 + 2L * count; at < end; at += 1 + font.U8(at)) own.Add(Encoding.Latin1.GetString(font.Bytes(at + 1, font.U8(at))));
        string?[] names = new string?[count];
        for (int i = 0; i < count; i++)
        {
            int index = font.U16(table + 34 + 2L * i);
            if (index < standard.Length) names[i] = standard[index];
            else if (index - standard.Length < own.Count) names[i] = own[index - standard.Length];
        }
        return names;
    }
}
