namespace Ingest.Readers.Pdf.Objects;

internal enum PdfKind : byte { Null, Boolean, Integer, Real, Name, String, Array, Dictionary, Stream, Reference, Keyword, End }

/// <summary>
/// One PDF object (ISO 32000-2, 7.3) as a small value. The typed properties give null or the fallback where the object is of another kind,
/// because in broken files every object can be of every kind.
/// </summary>
internal readonly struct PdfValue
{
    private readonly object? _payload;
    private readonly double _number;

    private PdfValue(PdfKind kind, double number, object? payload, int generation = 0)
    {
        Kind = kind;
        _number = number;
        _payload = payload;
        Generation = generation;
    }

    public static PdfValue Null => default;

    public static PdfValue End { get; } = new(PdfKind.End, 0, null);

    public PdfKind Kind { get; }

    public int Generation { get; }

    public bool IsNull => Kind == PdfKind.Null;

    public bool IsNumber => Kind is PdfKind.Integer or PdfKind.Real;

    public bool IsReference => Kind == PdfKind.Reference;

    /// <summary>Number of the object that a reference points to; meaningless for other kinds.</summary>
    public int Target => (int)_number;

    public string? Name => Kind == PdfKind.Name ? (string?)_payload : null;

    public string? Keyword => Kind == PdfKind.Keyword ? (string?)_payload : null;

    public byte[]? Bytes => Kind == PdfKind.String ? (byte[]?)_payload : null;

    public PdfArray? Array => Kind == PdfKind.Array ? (PdfArray?)_payload : null;

    public PdfStream? Stream => Kind == PdfKind.Stream ? (PdfStream?)_payload : null;

    /// <summary>The dictionary, also that of a stream.</summary>
    public PdfDictionary? Dictionary => Kind switch
    {
        PdfKind.Dictionary => (PdfDictionary?)_payload,
        PdfKind.Stream => ((PdfStream)_payload!).Dictionary,
        _ => null,
    };

    public static PdfValue OfBoolean(bool value) => new(PdfKind.Boolean, value ? 1 : 0, null);

    public static PdfValue OfInteger(double value) => new(PdfKind.Integer, value, null);

    public static PdfValue OfReal(double value) => new(PdfKind.Real, value, null);

    public static PdfValue OfName(string name) => new(PdfKind.Name, 0, name);

    public static PdfValue OfKeyword(string word) => new(PdfKind.Keyword, 0, word);

    public static PdfValue OfString(byte[] bytes) => new(PdfKind.String, 0, bytes);

    public static PdfValue OfArray(PdfArray array) => new(PdfKind.Array, 0, array);

    public static PdfValue OfDictionary(PdfDictionary dictionary) => new(PdfKind.Dictionary, 0, dictionary);

    public static PdfValue OfStream(PdfStream stream) => new(PdfKind.Stream, 0, stream);

    public static PdfValue OfReference(int number, int generation) => new(PdfKind.Reference, number, null, generation);

    public double Number(double fallback = 0) => IsNumber ? _number : fallback;

    /// <summary>The number cut to an int; huge values saturate.</summary>
    public int Int(int fallback = 0) => IsNumber ? (int)Math.Clamp(_number, int.MinValue, int.MaxValue) : fallback;

    public bool Boolean(bool fallback = false) => Kind == PdfKind.Boolean ? _number != 0 : fallback;

    /// <summary>A text string (7.9.2.2), null for other kinds.</summary>
    public string? Text() => Bytes is { } bytes ? TextString.Decode(bytes) : null;
}
