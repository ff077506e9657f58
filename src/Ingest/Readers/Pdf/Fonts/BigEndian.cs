using System.Buffers.Binary;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Reads big-endian numbers out of a font file; beyond its end everything is 0, so that a cut-off font is merely poor.</summary>
internal readonly struct BigEndian(ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public ReadOnlyMemory<byte> Memory => data;

    public int U8(long at) => at >= 0 && at < data.Length ? data.Span[(int)at] : 0;

    public int U16(long at) => at >= 0 && at + 2 <= data.Length ? BinaryPrimitives.ReadUInt16BigEndian(data.Span[(int)at..]) : 0;

    public long U32(long at) => at >= 0 && at + 4 <= data.Length ? BinaryPrimitives.ReadUInt32BigEndian(data.Span[(int)at..]) : 0;

    /// <summary>A number of one to four bytes.</summary>
    public long Number(long at, int size)
    {
        long value = 0;
        for (int i = 0; i < size; i++) value = (value << 8) | (uint)U8(at + i);
        return value;
    }

    public ReadOnlySpan<byte> Bytes(long at, long length)
    {
        if (at < 0 || at >= data.Length || length <= 0) return [];
        return data.Span.Slice((int)at, (int)Math.Min(length, data.Length - at));
    }
}
