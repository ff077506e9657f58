using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>FlateDecode (ISO 32000-2, 7.4.4). The checksum is not looked at; of damaged data all is kept that decodes before the damage.</summary>
internal static class FlateFilter
{
    private const int HeaderLength = 2;

    public static void Decode(ReadOnlyMemory<byte> data, ref GrowingBuffer result)
    {
        bool header = HasHeader(data.Span);
        if (Inflate(header ? data[HeaderLength..] : data, ref result, step: int.MaxValue)) return;

        // The fast way loses what the last, failing step decoded; the second pass goes on in single bytes and so keeps it.
        int start = result.Length;
        Salvage(header ? data[HeaderLength..] : data, start, ref result);
        if (result.Length == 0 && !header && data.Length > HeaderLength) Salvage(data[HeaderLength..], 0, ref result);
    }

    private static bool HasHeader(ReadOnlySpan<byte> data) => data.Length >= HeaderLength && (data[0] & 0x0F) == 8 && ((data[0] << 8) + data[1]) % 31 == 0;

    private static bool Inflate(ReadOnlyMemory<byte> data, ref GrowingBuffer result, int step)
    {
        using var inflater = new DeflateStream(Source(data), CompressionMode.Decompress);
        try
        {
            while (true)
            {
                Span<byte> free = result.Free();
                if (free.IsEmpty) return true;
                int read = inflater.Read(free.Length > step ? free[..step] : free);
                if (read == 0) return true;
                result.Advance(read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static void Salvage(ReadOnlyMemory<byte> data, int skip, ref GrowingBuffer result)
    {
        using var inflater = new DeflateStream(Source(data), CompressionMode.Decompress);
        Span<byte> passed = stackalloc byte[4096];
        try
        {
            while (skip > 0)
            {
                int read = inflater.Read(passed[..Math.Min(skip, passed.Length)]);
                if (read == 0) return;
                skip -= read;
            }
            Span<byte> one = stackalloc byte[1];
            while (inflater.Read(one) == 1 && result.Add(one[0])) { }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // The damage itself: what stands before it is kept.
        }
    }

    private static MemoryStream Source(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
}
