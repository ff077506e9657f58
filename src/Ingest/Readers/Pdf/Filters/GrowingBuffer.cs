using System.Buffers;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>Bytes that grow in a pooled array up to a limit; beyond it they are dropped and <see cref="Full"/> says so.</summary>
internal struct GrowingBuffer(int expected, int limit) : IDisposable
{
    private byte[] _room = ArrayPool<byte>.Shared.Rent(Math.Clamp(expected, 256, Math.Max(256, limit)));

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

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_room);

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, Math.Max((long)_room.Length * 2, needed)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_room);
        _room = larger;
    }
}
