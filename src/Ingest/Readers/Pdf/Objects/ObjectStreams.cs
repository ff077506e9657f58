namespace Ingest.Readers.Pdf.Objects;

/// <summary>Reads objects out of object streams (ISO 32000-2, 7.5.7); a stream is decoded once and kept.</summary>
internal sealed class ObjectStreams(ObjectStore store)
{
    private const int MostObjects = 1_000_000;

    private readonly Dictionary<int, Content?> _streams = [];

    public PdfValue Read(int container, int number, int index)
    {
        if (Open(container) is not { } content) return PdfValue.Null;
        // The index is a hint: the number in the stream's own list decides.
        if ((uint)index >= (uint)content.Numbers.Length || content.Numbers[index] != number) index = Array.IndexOf(content.Numbers, number);
        if (index < 0) return PdfValue.Null;
        if (!store.Work.Left) return PdfValue.Null;
        var parser = new ObjectParser(content.Data.Span, content.Offsets[index], store.Names, store);
        PdfValue value = parser.Read();
        store.Work.Spend(parser.Position - content.Offsets[index]);
        return value.Kind is PdfKind.Keyword or PdfKind.End ? PdfValue.Null : value;
    }

    public void Clear() => _streams.Clear();

    /// <summary>Numbers of the objects in it; empty where it is no object stream.</summary>
    public ReadOnlySpan<int> NumbersOf(int container) => Open(container)?.Numbers ?? [];

    private Content? Open(int container)
    {
        if (_streams.TryGetValue(container, out Content? known)) return known;
        _streams[container] = null;
        Content? content = store.Load(container).Stream is { } stream ? Parse(stream) : null;
        return _streams[container] = content;
    }

    private Content? Parse(PdfStream stream)
    {
        if (stream.Dictionary.Get("Type").Name != "ObjStm") return null;
        ReadOnlyMemory<byte> data = store.Decode(stream);
        int first = stream.Dictionary.Get("First").Int();
        int count = Math.Clamp(stream.Dictionary.Get("N").Int(), 0, Math.Min(MostObjects, data.Length / 2));
        int[] numbers = new int[count], offsets = new int[count];
        var parser = new ObjectParser(data.Span, 0, store.Names, store);
        int read = 0;
        for (; read < count; read++)
        {
            long number = parser.ReadUnsigned(), offset = parser.ReadUnsigned();
            if (number < 0 || offset < 0) break;
            numbers[read] = (int)Math.Min(number, int.MaxValue);
            offsets[read] = (int)Math.Min(first + offset, data.Length);
        }
        return new Content(data, numbers[..read], offsets[..read]);
    }

    private sealed record Content(ReadOnlyMemory<byte> Data, int[] Numbers, int[] Offsets);
}
