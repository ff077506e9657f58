using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

internal enum OperandKind : byte { Number, Name, String, ArrayStart, ArrayEnd, Object }

/// <summary>An operand before its operator. A name or string is a slice of <see cref="Operands.Bytes"/>; an object one of <see cref="Operands.Objects"/>.</summary>
internal readonly record struct Operand(OperandKind Kind, double Number, int Start, int Length);

/// <summary>The operands of one operator, in buffers that are used again for the next, so that reading text allocates nothing.</summary>
internal sealed class Operands
{
    /// <summary>More operands than any operator takes but a long TJ array; what is beyond is dropped.</summary>
    private const int Most = 1 << 17;

    private Operand[] _items = new Operand[64];
    private byte[] _bytes = new byte[1024];
    private int _byteCount;

    public int Count { get; private set; }

    public List<PdfValue> Objects { get; } = [];

    public ref readonly Operand this[int index] => ref _items[index];

    public ReadOnlySpan<byte> Bytes(in Operand operand) => _bytes.AsSpan(operand.Start, operand.Length);

    /// <summary>The n-th number counted from the first operand, 0 where there is none.</summary>
    public double Number(int index) => index < Count && _items[index].Kind == OperandKind.Number ? _items[index].Number : 0;

    public void Clear()
    {
        Count = 0;
        _byteCount = 0;
        if (Objects.Count > 0) Objects.Clear();
    }

    public void Add(OperandKind kind, double number = 0)
    {
        if (Count >= Most) return;
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = new(kind, number, 0, 0);
    }

    public void AddObject(PdfValue value)
    {
        Add(OperandKind.Object, Objects.Count);
        Objects.Add(value);
    }

    /// <summary>Room for a name or string of at most <paramref name="most"/> bytes; <see cref="Commit"/> says how many it became.</summary>
    public Span<byte> Room(int most)
    {
        if (_byteCount + most > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _byteCount + most));
        return _bytes.AsSpan(_byteCount, most);
    }

    public void Commit(OperandKind kind, int length)
    {
        Add(kind);
        _items[Count - 1] = new(kind, 0, _byteCount, length);
        _byteCount += length;
    }
}
