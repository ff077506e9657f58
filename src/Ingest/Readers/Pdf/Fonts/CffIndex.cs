namespace Ingest.Readers.Pdf.Fonts;

/// <summary>An INDEX of a CFF font: where its objects start (Adobe technical note 5176, clause 5).</summary>
internal readonly record struct CffIndex(BigEndian Font, long At, int Count, int OffsetSize)
{
    public static CffIndex Read(BigEndian font, long at)
    {
        int count = at <= 0 ? 0 : font.U16(at);
        return new(font, at, count, Math.Clamp(font.U8(at + 2), 1, 4));
    }

    public long End => Count == 0 ? At + 2 : Start(Count);

    /// <summary>Where object <paramref name="i"/> starts; that of <see cref="Count"/> is the end of the last.</summary>
    public long Start(int i) => At + 2 + (Count + 1L) * OffsetSize + Font.Number(At + 3 + (long)i * OffsetSize, OffsetSize);

    /// <summary>Operators of a DICT with their first operand, as far as it is an integer; two-byte operators as 12·256 + second.</summary>
    public static Dictionary<int, long> ReadDictionary(BigEndian font, long start, long end)
    {
        var entries = new Dictionary<int, long>();
        long? first = null;
        for (long at = start; at < Math.Min(end, font.Length);)
        {
            int b = font.U8(at++);
            if (b <= 21)
            {
                entries[b == 12 ? b << 8 | font.U8(at++) : b] = first ?? 0;
                first = null;
                continue;
            }
            long value = b switch
            {
                28 => (short)font.U16(at),
                29 => (int)font.U32(at),
                >= 247 and <= 250 => (b - 247) * 256 + font.U8(at) + 108,
                >= 251 and <= 254 => -(b - 251) * 256 - font.U8(at) - 108,
                _ => b - 139,
            };
            if (b == 30)
            {
                while (at < font.Length && (font.U8(at) & 0x0F) != 0x0F && font.U8(at) >> 4 != 0x0F) at++;
                at++;
            }
            else
            {
                at += b switch { 28 => 2, 29 => 4, >= 247 and <= 254 => 1, _ => 0 };
            }
            first ??= value;
        }
        return entries;
    }
}
