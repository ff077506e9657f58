namespace Ingest.Readers.Pdf.Filters;

/// <summary>LZWDecode (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, high bit first; 256 clears the table, 257 ends the data.</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int EndOfData = 257;
    private const int TableSize = 4096;

    /// <param name="early">1 where the code length grows one code early, which is the default; else 0.</param>
    public static void Decode(ReadOnlySpan<byte> data, int early, ref GrowingBuffer result)
    {
        // Every code after the first stands for the string of the previous code and one byte more, so it is kept as where
        // that string was written and how long it is: the output is its own dictionary.
        Span<int> starts = stackalloc int[TableSize];
        Span<int> lengths = stackalloc int[TableSize];
        int next = EndOfData + 1, width = 9, previousStart = -1, previousLength = 0;
        int bits = 0, held = 0;
        Span<byte> copy = stackalloc byte[256];
        foreach (byte b in data)
        {
            held = (held << 8) | b;
            bits += 8;
            if (bits < width) continue;
            bits -= width;
            int code = (held >> bits) & ((1 << width) - 1);
            held &= (1 << bits) - 1;
            if (code == EndOfData) return;
            if (code == Clear)
            {
                (next, width, previousStart) = (EndOfData + 1, 9, -1);
                continue;
            }
            int start = result.Length;
            if (previousStart >= 0 && next < TableSize)
            {
                (starts[next], lengths[next]) = (previousStart, previousLength + 1);
                next++;
            }
            if (code < Clear)
            {
                if (!result.Add((byte)code)) return;
            }
            else if (code >= next || !Repeat(starts[code], lengths[code], copy, ref result))
            {
                return;
            }
            (previousStart, previousLength) = (start, result.Length - start);
            width = (next + early) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
    }

    /// <summary>Appends a stretch of the output again; the stretch may reach into what is being appended (the code made last).</summary>
    private static bool Repeat(int start, int length, Span<byte> copy, ref GrowingBuffer result)
    {
        while (length > 0)
        {
            int step = Math.Min(Math.Min(length, copy.Length), result.Length - start);
            result.Written.Slice(start, step).CopyTo(copy);
            if (!result.Add(copy[..step])) return false;
            start += step;
            length -= step;
        }
        return true;
    }
}
