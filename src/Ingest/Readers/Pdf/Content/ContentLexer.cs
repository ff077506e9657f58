using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Splits a content stream (ISO 32000-2, 7.8.2) into operators, whose operands it leaves in <see cref="Operands"/>.</summary>
internal ref struct ContentLexer(ReadOnlySpan<byte> data, Operands operands, NameTable names, ObjectStore store)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;

    public int Position { readonly get => _position; set => _position = Math.Clamp(value, 0, _data.Length); }

    public readonly ReadOnlySpan<byte> Data => _data;

    /// <summary>Reads on to the next operator; its letters packed into a number, first letter highest. False at the end of the stream.</summary>
    public bool Next(out uint op)
    {
        operands.Clear();
        ReadOnlySpan<byte> source = _data;
        while (_position < source.Length)
        {
            byte b = source[_position];
            if (Characters.IsWhite(b))
            {
                _position++;
            }
            else if (Characters.IsDigit(b) || b is (byte)'-' or (byte)'.' or (byte)'+')
            {
                operands.Add(OperandKind.Number, NumberSyntax.Read(source, ref _position, out _));
            }
            else if (Characters.IsRegular(b))
            {
                if (ReadWord(out op)) return true;
            }
            else
            {
                ReadDelimited(b);
            }
        }
        op = 0;
        return false;
    }

    private bool ReadWord(out uint op)
    {
        int start = _position;
        op = 0;
        while (_position < _data.Length && Characters.IsRegular(_data[_position]))
        {
            if (_position - start < 4) op = (op << 8) | _data[_position];
            _position++;
        }
        ReadOnlySpan<byte> word = _data[start.._position];
        if (word.Length <= 3) return true;
        if (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8)) operands.AddObject(PdfValue.OfBoolean(word[0] == 't'));
        else if (word.SequenceEqual("null"u8)) operands.AddObject(PdfValue.Null);
        else operands.Clear();
        return false;
    }

    private void ReadDelimited(byte b)
    {
        switch (b)
        {
            case (byte)'/': ReadName(); break;
            case (byte)'(': ReadString(); break;
            case (byte)'<' when _position + 1 < _data.Length && _data[_position + 1] == '<': ReadDictionary(); break;
            case (byte)'<': ReadHex(); break;
            case (byte)'[': operands.Add(OperandKind.ArrayStart); _position++; break;
            case (byte)']': operands.Add(OperandKind.ArrayEnd); _position++; break;
            case (byte)'%':
                int end = _data[_position..].IndexOfAny((byte)'\n', (byte)'\r');
                _position = end < 0 ? _data.Length : _position + end;
                break;
            default: _position++; break;
        }
    }

    private void ReadName()
    {
        int start = ++_position;
        while (_position < _data.Length && Characters.IsRegular(_data[_position])) _position++;
        _data[start.._position].CopyTo(operands.Room(_position - start));
        operands.Commit(OperandKind.Name, _position - start);
    }

    private void ReadString()
    {
        int end = LiteralStrings.End(_data, _position);
        ReadOnlySpan<byte> inside = _data[Math.Min(_position + 1, end)..end];
        operands.Commit(OperandKind.String, LiteralStrings.Unescape(inside, operands.Room(inside.Length)));
        _position = Math.Min(end + 1, _data.Length);
    }

    private void ReadHex()
    {
        int length = _data[_position..].IndexOf((byte)'>');
        if (length < 0) length = _data.Length - _position;
        operands.Commit(OperandKind.String, LiteralStrings.Unhex(_data.Slice(_position, length), operands.Room(length)));
        _position = Math.Min(_position + length + 1, _data.Length);
    }

    private void ReadDictionary()
    {
        var parser = new ObjectParser(_data, _position, names, store);
        operands.AddObject(parser.Read());
        _position = Math.Max(parser.Position, _position + 2);
    }
}
