using System.Text;
using Ingest.Readers.Text;

namespace Ingest.Citations;

/// <summary>
/// The lines of a file or pipe of references, in bounded memory but for the line itself. A line is UTF-8 where it is valid, else Windows-1252: lists
/// put together from several sources mix the two. A wide encoding is known by its byte order mark.
/// </summary>
internal sealed class ReferenceLineReader(Stream source) : TextReader
{
    private byte[] _room = new byte[64 * 1024];
    private int _from;
    private int _to;
    private bool _ended;
    private bool _begun;
    private StreamReader? _wide;

    public override string? ReadLine()
    {
        if (!_begun) Begin();
        if (_wide is not null) return _wide.ReadLine();
        int seen = 0;
        while (true)
        {
            int at = _room.AsSpan(_from + seen, _to - _from - seen).IndexOf((byte)'\n');
            if (at >= 0) return Line(seen + at, 1);
            seen = _to - _from;
            if (!_ended && Fill()) continue;
            return seen == 0 ? null : Line(seen, 0);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _wide?.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Begin()
    {
        _begun = true;
        while (_to < 4 && Fill()) { }
        ReadOnlySpan<byte> head = _room.AsSpan(0, _to);
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF])) _from = 3;
        else if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]) || head.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            _wide = new StreamReader(new HeadedStream(head.ToArray(), source), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        }
    }

    private string Line(int length, int end)
    {
        ReadOnlySpan<byte> line = _room.AsSpan(_from, length);
        _from += length + end;
        if (line is [.., (byte)'\r']) line = line[..^1];
        return TextDecoder.Line(line);
    }

    private bool Fill()
    {
        if (_from > 0)
        {
            _room.AsSpan(_from, _to - _from).CopyTo(_room);
            (_to, _from) = (_to - _from, 0);
        }
        if (_to == _room.Length) Array.Resize(ref _room, _room.Length * 2);
        int read = source.Read(_room, _to, _room.Length - _to);
        _ended = read == 0;
        _to += read;
        return !_ended;
    }

    /// <summary>The stream with the bytes that were read to look at put back before it.</summary>
    private sealed class HeadedStream(byte[] head, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == head.Length) return rest.Read(buffer, offset, count);
            int some = Math.Min(count, head.Length - _at);
            head.AsSpan(_at, some).CopyTo(buffer.AsSpan(offset));
            _at += some;
            return some;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
