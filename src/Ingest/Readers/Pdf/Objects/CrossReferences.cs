using System.Buffers.Binary;
using Ingest.Readers.Pdf.Filters;

namespace Ingest.Readers.Pdf.Objects;

/// <summary>Where an object stands: at a byte offset, or as the n-th of an object stream.</summary>
/// <param name="Container">Number of the object stream, 0 where the object stands in the file itself.</param>
/// <param name="Place">Byte offset, or index in the object stream.</param>
internal readonly record struct ObjectPlace(int Container, int Place, int Generation);

/// <summary>
/// Reads the chain of cross-reference sections from the newest to the oldest (ISO 32000-2, 7.5.4 to 7.5.8): tables, streams and both together.
/// The newest entry for a number counts. Gives false where the chain is broken, so that the caller scans the file instead.
/// </summary>
internal sealed class CrossReferences(ObjectStore store, Dictionary<int, ObjectPlace> places)
{
    private const int MostSections = 4096;
    private const int LargestNumber = 8_388_607;
    private const int TailSearched = 2048;

    private readonly HashSet<long> _seen = [];
    private readonly HashSet<int> _freed = [];
    private readonly List<int> _freeing = [];

    public PdfDictionary? Trailer { get; private set; }

    public bool Read()
    {
        ReadOnlySpan<byte> data = store.Data;
        int from = Math.Max(0, data.Length - TailSearched);
        int at = data[from..].LastIndexOf("startxref"u8);
        if (at < 0) return false;
        var parser = new ObjectParser(data, from + at + "startxref".Length, store.Names, store);
        long offset = parser.ReadUnsigned();
        for (int sections = 0; offset >= 0 && sections < MostSections; sections++)
        {
            if (offset >= data.Length || !_seen.Add(offset)) return offset < data.Length && Trailer is not null;
            if (ReadSection((int)offset) is not { } trailer) return false;
            Trailer ??= trailer;
            // A hybrid file keeps the entries of its object streams in a stream beside the table, which comes before /Prev (7.5.8.4).
            if (trailer.Get("XRefStm") is { IsNumber: true } hybrid && hybrid.Number() is >= 0 and double h && h < data.Length && _seen.Add((long)h)) ReadSection((int)h);
            // What the table calls free may stand in that stream (that is how old readers are kept from it); older sections cannot bring it back.
            _freed.UnionWith(_freeing);
            _freeing.Clear();
            offset = trailer.Get("Prev") is { IsNumber: true } previous ? (long)previous.Number() : -1;
        }
        return Trailer is not null;
    }

    private PdfDictionary? ReadSection(int offset)
    {
        var parser = new ObjectParser(store.Data, offset, store.Names, store);
        return parser.TryKeyword("xref"u8) ? ReadTable(ref parser) : ReadStream(offset);
    }

    private PdfDictionary? ReadTable(ref ObjectParser parser)
    {
        while (true)
        {
            long first = parser.ReadUnsigned();
            if (first < 0) break;
            long count = parser.ReadUnsigned();
            if (count < 0) return null;
            for (long i = 0; i < count; i++)
            {
                long place = parser.ReadUnsigned();
                long generation = parser.ReadUnsigned();
                if (place < 0 || generation < 0) { if (i == 0) return null; break; }
                bool used = parser.TryKeyword("n"u8);
                if (!used && !parser.TryKeyword("f"u8)) return null;
                // Some writers count from 1 though the first entry is the free head of number 0.
                if (i == 0 && first == 1 && !used && generation == 65535) first = 0;
                Add(first + i, used, new(0, (int)Math.Min(place, int.MaxValue), (int)generation));
            }
        }
        return parser.TryKeyword("trailer"u8) ? parser.Read().Dictionary : null;
    }

    private PdfDictionary? ReadStream(int offset)
    {
        PdfValue value = store.ReadAt(offset, expected: -1, encrypted: false);
        if (value.Stream is not { } stream || stream.Dictionary.Get("W").Array is not { Count: >= 3 } widths) return null;
        ReadOnlySpan<byte> data = StreamDecoder.Decode(stream.Raw, stream.Dictionary, store.Expansion).Span;
        int w0 = Width(widths, 0), w1 = Width(widths, 1), w2 = Width(widths, 2);
        int row = w0 + w1 + w2;
        if (row == 0) return null;
        PdfArray? index = stream.Dictionary.Get("Index").Array;
        int ranges = index is null ? 1 : index.Count / 2;
        for (int r = 0; r < ranges; r++)
        {
            long first = index is null ? 0 : (long)index.Number(2 * r);
            long count = index is null ? (long)stream.Dictionary.Get("Size").Number() : (long)index.Number(2 * r + 1);
            for (long i = 0; i < count && data.Length >= row; i++, data = data[row..])
            {
                long kind = w0 == 0 ? 1 : Field(data[..w0]);
                long a = Field(data.Slice(w0, w1)), b = Field(data.Slice(w0 + w1, w2));
                if (kind == 1) Add(first + i, true, new(0, (int)Math.Min(a, int.MaxValue), (int)Math.Min(b, 65535)));
                else if (kind == 2 && a is > 0 and <= LargestNumber) Add(first + i, true, new((int)a, (int)Math.Min(b, int.MaxValue), 0));
                else if (kind == 0) Add(first + i, false, default);
            }
        }
        return stream.Dictionary;
    }

    private void Add(long number, bool used, ObjectPlace place)
    {
        if (number is < 0 or > LargestNumber) return;
        int n = (int)number;
        if (used && place is not { Container: 0, Place: 0 }) { if (!_freed.Contains(n)) places.TryAdd(n, place); }
        else if (!places.ContainsKey(n)) _freeing.Add(n);
    }

    private static int Width(PdfArray widths, int i) => Math.Clamp(widths.Get(i).Int(), 0, 8);

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 2) return BinaryPrimitives.ReadUInt16BigEndian(bytes);
        long value = 0;
        foreach (byte b in bytes) value = (value << 8) | b;
        return value & long.MaxValue;
    }
}
