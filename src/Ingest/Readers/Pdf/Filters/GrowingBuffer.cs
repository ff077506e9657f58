using System.Buffers;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>Bytes that grow in a pooled array up to a limit; beyond it they are dropped and <see cref="Full"/> says so.</summary>
internal struct GrowingBuffer(int expected, int limit) : IDisposable
{
    /// <summary>Larger arrays are left to the collector: the shared pool would keep them for as long as the process lives.</summary>
    private const int LargestPooled = 1 << 20;

    private byte[] _room = Take(Math.Clamp(expected, 256, Math.Max(256, limit)));

    public int Length { get; private set; }

    public bool Full { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _room.AsSpan(0, Length);

    /// <summary>Free room of at least one byte, or none when the limit is reached.</summary>
    public Span<byte> Free()
    {
        if (Length >= limit) { Full = true; return default; }
        if (Length == _room.Length) Grow(Length + 1);
        return _room.AsSpan(Length, Math.Min(_room.Length, limit) - Length);
    }

    public void Advance(int count) => Length += count;

    public bool Add(byte value)
    {
        Span<byte> free = Free();
        if (free.IsEmpty) return false;
        free[0] = value;
        Length++;
        return true;
    }

    public bool Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > limit - Length) { bytes = bytes[..(limit - Length)]; Full = true; }
        if (Length + bytes.Length > _room.Length) Grow(Length + bytes.Length);
        bytes.CopyTo(_room.AsSpan(Length));
        Length += bytes.Length;
        return !Full;
    }

    public readonly byte[] ToArray() => Written.ToArray();

    public readonly void Dispose() => Give(_room);

    private void Grow(int needed)
    {
        byte[] larger = Take((int)Math.Min(limit, Math.Max((long)_room.Length * 2, needed)));
        Written.CopyTo(larger);
        Give(_room);
        _room = larger;
    }

    private static byte[] Take(int size) => size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];

    private static void Give(byte[] room)
    {
        if (room.Length <= LargestPooled) ArrayPool<byte>.Shared.Return(room);
    }
}
