using System.Buffers;
using Ingest.Readers.Pdf.Security;

namespace Ingest.Readers.Pdf.Objects;

/// <summary>
/// Reads objects (ISO 32000-2, 7.3) from bytes, forgiving what other readers forgive: odd delimiters are skipped, an unfinished container
/// ends with the data. Containers nest at most <see cref="DeepestNesting"/> deep; what is deeper reads as null.
/// </summary>
internal ref struct ObjectParser
{
    public const int DeepestNesting = 96;

    private readonly ReadOnlySpan<byte> _data;
    private readonly NameTable _names;
    private readonly ObjectStore? _owner;
    private readonly ObjectCipher _cipher;
    private int _position;

    public ObjectParser(ReadOnlySpan<byte> data, int position, NameTable names, ObjectStore? owner, ObjectCipher cipher = default)
    {
        _data = data;
        _position = Math.Clamp(position, 0, data.Length);
        _names = names;
        _owner = owner;
        _cipher = cipher;
    }

    public int Position { readonly get => _position; set => _position = Math.Clamp(value, 0, _data.Length); }

    public PdfValue Read() => Read(0);

    /// <summary>Reads an unsigned integer and nothing else; -1 where none stands here.</summary>
    public long ReadUnsigned()
    {
        SkipWhite();
        long value = 0;
        int start = _position;
        while (_position < _data.Length && Characters.IsDigit(_data[_position]) && _position - start < 18) value = value * 10 + (_data[_position++] - '0');
        return _position == start ? -1 : value;
    }

    public bool TryKeyword(ReadOnlySpan<byte> word)
    {
        SkipWhite();
        if (!_data[_position..].StartsWith(word)) return false;
        _position += word.Length;
        return true;
    }

    public void SkipWhite()
    {
        while (_position < _data.Length)
        {
            byte b = _data[_position];
            if (Characters.IsWhite(b))
            {
                _position++;
            }
            else if (b == '%')
            {
                int end = _data[_position..].IndexOfAny((byte)'\n', (byte)'\r');
                _position = end < 0 ? _data.Length : _position + end;
            }
            else
            {
                return;
            }
        }
    }

    private PdfValue Read(int depth)
    {
        while (true)
        {
            SkipWhite();
            if (_position >= _data.Length) return PdfValue.End;
            byte b = _data[_position];
            switch (b)
            {
                case (byte)'/': return PdfValue.OfName(ReadName());
                case (byte)'(': return PdfValue.OfString(Decrypt(ReadLiteral()));
                case (byte)'[': return ReadArray(depth);
                case (byte)'<':
                    if (Next() == '<') return ReadDictionary(depth);
                    return PdfValue.OfString(Decrypt(ReadHex()));
                case (byte)'>' or (byte)']' or (byte)')' or (byte)'{' or (byte)'}':
                    if (b == '>' && Next() == '>') { _position += 2; return PdfValue.OfKeyword(">>"); }
                    _position++;
                    if (b == ']') return PdfValue.OfKeyword("]");
                    continue;
                default:
                    return Characters.IsDigit(b) || b is (byte)'+' or (byte)'-' or (byte)'.' ? ReadNumber() : ReadKeyword();
            }
        }
    }

    private readonly int Next() => _position + 1 < _data.Length ? _data[_position + 1] : -1;

    private readonly byte[] Decrypt(byte[] bytes) => _cipher.IsNone ? bytes : _cipher.DecryptString(bytes);

    private ReadOnlySpan<byte> ReadRegular()
    {
        ReadOnlySpan<byte> rest = _data[_position..];
        int end = rest.IndexOfAny(Characters.TokenEnds);
        if (end < 0) end = rest.Length;
        _position += end;
        return rest[..end];
    }

    private string ReadName()
    {
        _position++;
        return _names.Intern(ReadRegular());
    }

    private PdfValue ReadKeyword()
    {
        ReadOnlySpan<byte> word = ReadRegular();
        if (word.SequenceEqual("true"u8)) return PdfValue.OfBoolean(true);
        if (word.SequenceEqual("false"u8)) return PdfValue.OfBoolean(false);
        if (word.SequenceEqual("null"u8)) return PdfValue.Null;
        return PdfValue.OfKeyword(_names.Intern(word));
    }

    private PdfValue ReadNumber()
    {
        int start = _position;
        double value = NumberSyntax.Read(_data, ref _position, out bool integer);
        if (!integer) return PdfValue.OfReal(value);
        if (value >= 0 && value <= int.MaxValue && Characters.IsDigit(_data[start]) && TryReference(out int generation)) return PdfValue.OfReference((int)value, generation);
        return PdfValue.OfInteger(value);
    }

    private bool TryReference(out int generation)
    {
        generation = 0;
        int p = _position;
        if (p >= _data.Length || !Characters.IsWhite(_data[p])) return false;
        while (p < _data.Length && Characters.IsWhite(_data[p])) p++;
        int digits = p;
        while (p < _data.Length && Characters.IsDigit(_data[p]) && p - digits < 6) generation = generation * 10 + (_data[p++] - '0');
        if (p == digits || p >= _data.Length || !Characters.IsWhite(_data[p])) return false;
        while (p < _data.Length && Characters.IsWhite(_data[p])) p++;
        if (p >= _data.Length || _data[p] != 'R' || (p + 1 < _data.Length && Characters.IsRegular(_data[p + 1]))) return false;
        _position = p + 1;
        return true;
    }

    private byte[] ReadLiteral()
    {
        int end = LiteralStrings.End(_data, _position);
        ReadOnlySpan<byte> inside = _data[(_position + 1)..end];
        _position = Math.Min(end + 1, _data.Length);
        if (inside.IndexOfAny((byte)'\\', (byte)'\r') < 0) return inside.ToArray();
        byte[] room = ArrayPool<byte>.Shared.Rent(inside.Length);
        byte[] result = room.AsSpan(0, LiteralStrings.Unescape(inside, room)).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return result;
    }

    private byte[] ReadHex()
    {
        _position++;
        int length = _data[_position..].IndexOf((byte)'>');
        if (length < 0) length = _data.Length - _position;
        byte[] room = ArrayPool<byte>.Shared.Rent(length / 2 + 1);
        byte[] result = room.AsSpan(0, LiteralStrings.Unhex(_data.Slice(_position, length), room)).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        _position = Math.Min(_position + length + 1, _data.Length);
        return result;
    }

    private PdfValue ReadArray(int depth)
    {
        _position++;
        var items = new List<PdfValue>();
        while (true)
        {
            if (depth >= DeepestNesting) { SkipContainer(); return PdfValue.Null; }
            int before = _position;
            PdfValue item = Read(depth + 1);
            if (item.Kind == PdfKind.End || item.Keyword == "]") break;
            if (item.Keyword is "endobj" or "endstream" or ">>" or "obj") { _position = before; break; }
            if (item.Kind != PdfKind.Keyword) items.Add(item);
        }
        return PdfValue.OfArray(new PdfArray([.. items], _owner));
    }

    private PdfValue ReadDictionary(int depth)
    {
        _position += 2;
        var entries = new List<KeyValuePair<string, PdfValue>>(8);
        while (true)
        {
            if (depth >= DeepestNesting) { SkipContainer(); return PdfValue.Null; }
            int before = _position;
            PdfValue key = Read(depth + 1);
            if (key.Kind == PdfKind.End || key.Keyword == ">>") break;
            if (key.Keyword is "endobj" or "stream" or "obj") { _position = before; break; }
            if (key.Name is not { } name) continue;
            before = _position;
            PdfValue value = Read(depth + 1);
            if (value.Kind == PdfKind.End || value.Keyword == ">>") break;
            if (value.Kind == PdfKind.Keyword) { _position = value.Keyword is "endobj" or "stream" ? before : _position; continue; }
            entries.Add(new(name, value));
        }
        return PdfValue.OfDictionary(new PdfDictionary([.. entries], _owner));
    }

    /// <summary>Passes over a container that nests too deep by counting brackets, in one pass and without a stack.</summary>
    private void SkipContainer()
    {
        int open = 1;
        while (_position < _data.Length && open > 0)
        {
            byte b = _data[_position++];
            if (b is (byte)'[' or (byte)'<') open++;
            else if (b is (byte)']' or (byte)'>') open--;
        }
    }
}
