namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Subtables of a TrueType 'cmap' in formats 0, 4, 6, 10, 12 and 13 (OpenType 1.9, "cmap").</summary>
internal static class GlyphMapTable
{
    private const int MostEntries = 1 << 17;

    public static void Read(BigEndian font, long table, Action<uint, uint> add)
    {
        switch (font.U16(table))
        {
            case 0:
                for (uint code = 0; code < 256; code++) Add(add, code, font.U8(table + 6 + code));
                break;
            case 4: ReadSegments(font, table, add); break;
            case 6:
                for (uint i = 0; i < font.U16(table + 8); i++) Add(add, (uint)font.U16(table + 6) + i, font.U16(table + 10 + 2 * i));
                break;
            case 10:
                for (uint i = 0; i < Math.Min(font.U32(table + 16), MostEntries); i++) Add(add, (uint)font.U32(table + 12) + i, font.U16(table + 20 + 2 * i));
                break;
            case 12 or 13: ReadGroups(font, table, font.U16(table) == 12, add); break;
        }
    }

    private static void ReadSegments(BigEndian font, long table, Action<uint, uint> add)
    {
        int segments = font.U16(table + 6) / 2;
        long ends = table + 14, starts = ends + 2L * segments + 2, deltas = starts + 2L * segments, offsets = deltas + 2L * segments;
        int left = MostEntries;
        for (int s = 0; s < segments; s++)
        {
            int start = font.U16(starts + 2L * s), end = font.U16(ends + 2L * s), delta = font.U16(deltas + 2L * s), offset = font.U16(offsets + 2L * s);
            for (int code = start; code <= end && code != 0xFFFF && left-- > 0; code++)
            {
                int glyph = offset == 0 ? code : font.U16(offsets + 2L * s + offset + 2L * (code - start));
                if (offset == 0 || glyph != 0) Add(add, (uint)code, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static void ReadGroups(BigEndian font, long table, bool consecutive, Action<uint, uint> add)
    {
        long groups = Math.Min(font.U32(table + 12), MostEntries);
        int left = MostEntries;
        for (long g = 0; g < groups && left > 0; g++)
        {
            long entry = table + 16 + 12 * g;
            long start = font.U32(entry), end = font.U32(entry + 4), glyph = font.U32(entry + 8);
            for (long code = start; code <= end && left-- > 0; code++) Add(add, (uint)code, consecutive ? glyph + code - start : glyph);
        }
    }

    private static void Add(Action<uint, uint> add, uint code, long glyph)
    {
        if (glyph > 0) add(code, (uint)glyph);
    }
}
