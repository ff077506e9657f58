using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>ASCIIHexDecode, ASCII85Decode and RunLengthDecode (ISO 32000-2, 7.4.2, 7.4.3, 7.4.5).</summary>
internal static class AsciiFilters
{
    public static void DecodeHex(ReadOnlySpan<byte> data, ref GrowingBuffer result)
    {
        int high = -1;
        foreach (byte b in data)
        {
            if (b == '>') break;
            int digit = Characters.Hex(b);
            if (digit < 0) continue;
            if (high < 0) { high = digit; continue; }
            if (!result.Add((byte)(high * 16 + digit))) return;
            high = -1;
        }
        if (high >= 0) result.Add((byte)(high * 16));
    }

    public static void Decode85(ReadOnlySpan<byte> data, ref GrowingBuffer result)
    {
        uint group = 0;
        int count = 0;
        foreach (byte b in data)
        {
            if (b == '~') break;
            if (b == 'z' && count == 0)
            {
                if (!result.Add([0, 0, 0, 0])) return;
                continue;
            }
            if (b is < (byte)'!' or > (byte)'u') continue;
            group = unchecked(group * 85 + (uint)(b - '!'));
            if (++count < 5) continue;
            if (!result.Add([(byte)(group >> 24), (byte)(group >> 16), (byte)(group >> 8), (byte)group])) return;
            (group, count) = (0, 0);
        }
        if (count < 2) return;
        // A short group is filled up with the highest digit; of its four bytes one less counts than it has digits.
        for (int i = count; i < 5; i++) group = unchecked(group * 85 + 84);
        for (int i = 0; i < count - 1; i++) result.Add((byte)(group >> (24 - 8 * i)));
    }

    public static void DecodeRunLength(ReadOnlySpan<byte> data, ref GrowingBuffer result)
    {
        Span<byte> run = stackalloc byte[128];
        for (int i = 0; i < data.Length;)
        {
            int length = data[i++];
            if (length == 128) return;
            if (length < 128)
            {
                int count = Math.Min(length + 1, data.Length - i);
                if (!result.Add(data.Slice(i, count))) return;
                i += count;
            }
            else if (i < data.Length)
            {
                run[..(257 - length)].Fill(data[i++]);
                if (!result.Add(run[..(257 - length)])) return;
            }
        }
    }
}
