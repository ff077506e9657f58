using Ingest.Readers.Pdf.Filters;
using Ingest.Readers.Pdf.Security;

namespace Ingest.Readers.Pdf.Objects;

/// <summary>
/// The objects of a file by number. They are read when first asked for and kept; a number that the cross-reference table places wrongly makes
/// the whole file be scanned once. References may loop: a number that is being read resolves to null.
/// </summary>
internal sealed class ObjectStore
{
    private const int LongestReferenceChain = 32;
    private const int DeepestLoad = 48;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<int, ObjectPlace> _places = [];
    private readonly Dictionary<int, PdfValue> _objects = [];
    private readonly ObjectStreams _streams;
    private StandardSecurity? _security;
    private bool _scanned;
    private int _loading;

    public ObjectStore(ReadOnlyMemory<byte> data)
    {
        _data = data;
        _streams = new ObjectStreams(this);
        Expansion = new Expansion(data.Length);
        Work = new ParsingBudget(data.Length);
        var references = new CrossReferences(this, _places);
        if (references.Read()) Trailer = references.Trailer!;
        else Scan();
    }

    public ReadOnlySpan<byte> Data => _data.Span;

    /// <summary>How much may still be parsed.</summary>
    public ParsingBudget Work { get; }

    public NameTable Names { get; } = new();

    public Expansion Expansion { get; }

    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>The file had to be scanned, because its cross-reference table is missing or lies.</summary>
    public bool Recovered => _scanned;

    public IEnumerable<int> Numbers => _places.Keys;

    /// <summary>From here on strings and streams are decrypted; what was read before is read anew.</summary>
    public void Unlock(StandardSecurity security)
    {
        _security = security;
        _objects.Clear();
        _streams.Clear();
        if (_scanned) ListContained();
    }

    public PdfValue Resolve(PdfValue value)
    {
        for (int i = 0; value.IsReference; i++)
        {
            if (i == LongestReferenceChain) return PdfValue.Null;
            value = Load(value.Target);
        }
        return value;
    }

    public PdfValue Load(int number)
    {
        if (_objects.TryGetValue(number, out PdfValue known)) return known;
        if (!_places.TryGetValue(number, out ObjectPlace place) || _loading >= DeepestLoad) return PdfValue.Null;
        _objects[number] = PdfValue.Null;
        _loading++;
        PdfValue value = ReadPlaced(number, place);
        _loading--;
        return _objects[number] = value;
    }

    /// <summary>The bytes of a stream, decrypted and decoded as far as its filters are known.</summary>
    public ReadOnlyMemory<byte> Decode(PdfStream stream) => StreamDecoder.Decode(Decrypt(stream), stream.Dictionary, Expansion);

    /// <summary>Reads the object at an offset; the end value where no object with the expected number (any, if negative) starts there.</summary>
    public PdfValue ReadAt(int offset, int expected, bool encrypted)
    {
        if (!Work.Left) return PdfValue.Null;
        var header = new ObjectParser(Data, offset, Names, this);
        long number = header.ReadUnsigned(), generation = header.ReadUnsigned();
        if (number < 0 || generation < 0 || number > int.MaxValue || !header.TryKeyword("obj"u8) || (expected >= 0 && number != expected)) return PdfValue.End;
        ObjectCipher cipher = encrypted && _security is { } security ? new(security, (int)number, (int)Math.Min(generation, 65535)) : default;
        var parser = new ObjectParser(Data, header.Position, Names, this, cipher);
        PdfValue value = parser.Read();
        Work.Spend(parser.Position - offset);
        if (value.Kind is PdfKind.Keyword or PdfKind.End) return PdfValue.Null;
        return value.Kind == PdfKind.Dictionary && parser.TryKeyword("stream"u8)
            ? PdfValue.OfStream(new PdfStream(value.Dictionary!, StreamBytes(value.Dictionary!, parser.Position), (int)number, (int)Math.Min(generation, 65535)))
            : value;
    }

    /// <summary>Reads the whole file anew without its cross-reference table; true where that had not been done before.</summary>
    public bool Scan()
    {
        if (_scanned) return false;
        _scanned = true;
        _objects.Clear();
        ObjectScan.Scan(Data, _places);
        List<PdfDictionary> trailers = ObjectScan.Trailers(this);
        foreach (int number in _places.Keys.ToArray())
        {
            if (Load(number) is { Stream: not null } value && value.Dictionary!.Get("Type").Name == "XRef") trailers.Add(value.Dictionary);
        }
        Trailer = trailers.FindLast(t => t.Get("Root").Dictionary is not null) ?? trailers.LastOrDefault(t => t.Has("Root")) ?? trailers.LastOrDefault() ?? Trailer;
        // Object streams of an encrypted file can be listed only after it is unlocked.
        if (_security is not null || !Trailer.Has("Encrypt")) ListContained();
        return true;
    }

    private void ListContained()
    {
        foreach (int number in _places.Keys.ToArray())
        {
            if (Load(number) is { Stream: not null } value && value.Dictionary!.Get("Type").Name == "ObjStm") AddContained(number);
        }
        _objects.Clear();
    }

    private void AddContained(int container)
    {
        ReadOnlySpan<int> numbers = _streams.NumbersOf(container);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!_places.TryGetValue(numbers[i], out ObjectPlace place) || place.Container != 0 || !HeaderAt(place.Place, numbers[i])) _places[numbers[i]] = new(container, i, 0);
        }
    }

    private bool HeaderAt(int offset, int number)
    {
        var parser = new ObjectParser(Data, offset, Names, this);
        return parser.ReadUnsigned() == number && parser.ReadUnsigned() >= 0 && parser.TryKeyword("obj"u8);
    }

    private PdfValue ReadPlaced(int number, ObjectPlace place)
    {
        if (place.Container != 0) return place.Container == number ? PdfValue.Null : _streams.Read(place.Container, number, place.Place);
        PdfValue value = ReadAt(place.Place, number, encrypted: true);
        if (value.Kind != PdfKind.End) return value;
        if (!Scan() || !_places.TryGetValue(number, out ObjectPlace found) || found == place) return PdfValue.Null;
        if (found.Container != 0) return _streams.Read(found.Container, number, found.Place);
        value = ReadAt(found.Place, number, encrypted: true);
        return value.Kind == PdfKind.End ? PdfValue.Null : value;
    }

    private ReadOnlyMemory<byte> Decrypt(PdfStream stream)
    {
        if (_security is null || stream.Number == 0) return stream.Raw;
        string? type = stream.Dictionary.Get("Type").Name;
        if (type == "XRef" || (type == "Metadata" && !_security.EncryptsMetadata)) return stream.Raw;
        if (IsCleartext(stream.Dictionary)) return stream.Raw;
        return new ObjectCipher(_security, stream.Number, stream.Generation).DecryptStream(stream.Raw);
    }

    /// <summary>A stream may name a crypt filter of its own (7.4.10); the one that occurs is Identity, for metadata that search engines may read.</summary>
    private static bool IsCleartext(PdfDictionary dictionary)
    {
        PdfValue filter = dictionary.Get("Filter"), parameters = dictionary.Get("DecodeParms");
        if ((filter.Name ?? filter.Array?.Get(0).Name) != "Crypt") return false;
        return (parameters.Dictionary ?? parameters.Array?.Get(0).Dictionary)?.Get("Name").Name is null or "Identity";
    }

    private ReadOnlyMemory<byte> StreamBytes(PdfDictionary dictionary, int position)
    {
        ReadOnlySpan<byte> data = Data;
        if (position < data.Length && data[position] == '\r') position++;
        if (position < data.Length && data[position] == '\n') position++;
        // /Length may be a reference into a table that is just being read; then the end keyword decides.
        double length = dictionary.Get("Length").Number(-1);
        if (length >= 0 && position + length <= data.Length && EndsStream(data, position + (int)length)) return _data.Slice(position, (int)length);
        if (!Work.Left) return default;
        int end = data[position..].IndexOf("endstream"u8);
        Work.SpendSearch(end < 0 ? data.Length - position : end);
        if (end < 0) end = data[position..].IndexOf("endobj"u8);
        if (end < 0) end = data.Length - position;
        return _data.Slice(position, end);
    }

    private static bool EndsStream(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && Characters.IsWhite(data[position])) position++;
        return data[position..].StartsWith("endstream"u8) || data[position..].StartsWith("endobj"u8);
    }
}
