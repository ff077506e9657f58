namespace Ingest.Readers.Pdf.Objects;

/// <summary>An array; <see cref="Get"/> follows references.</summary>
internal sealed class PdfArray(PdfValue[] items, ObjectStore? owner)
{
    public int Count => items.Length;

    /// <summary>The item as written, references not followed; null object beyond the end.</summary>
    public PdfValue this[int index] => (uint)index < (uint)items.Length ? items[index] : PdfValue.Null;

    public PdfValue Get(int index) => owner is null ? this[index] : owner.Resolve(this[index]);

    public double Number(int index, double fallback = 0) => Get(index).Number(fallback);
}

/// <summary>A dictionary; <see cref="Get"/> follows references. Where a key occurs twice, the last one counts, as in other readers.</summary>
internal sealed class PdfDictionary(KeyValuePair<string, PdfValue>[] entries, ObjectStore? owner)
{
    private const int IndexedFrom = 24;

    private Dictionary<string, PdfValue>? _index;

    public static PdfDictionary Empty { get; } = new([], null);

    public ReadOnlySpan<KeyValuePair<string, PdfValue>> Entries => entries;

    public ObjectStore? Owner => owner;

    /// <summary>The entry as written, references not followed.</summary>
    public PdfValue this[string key]
    {
        get
        {
            if (entries.Length >= IndexedFrom) return Index().GetValueOrDefault(key);
            for (int i = entries.Length - 1; i >= 0; i--)
            {
                if (entries[i].Key == key) return entries[i].Value;
            }
            return PdfValue.Null;
        }
    }

    public bool Has(string key) => !this[key].IsNull;

    public PdfValue Get(string key)
    {
        PdfValue value = this[key];
        return owner is null || !value.IsReference ? value : owner.Resolve(value);
    }

    /// <summary>The value of the full key or of its abbreviation (inline images, filter parameters).</summary>
    public PdfValue Get(string key, string abbreviation)
    {
        PdfValue value = Get(key);
        return value.IsNull ? Get(abbreviation) : value;
    }

    private Dictionary<string, PdfValue> Index()
    {
        if (_index is { } ready) return ready;
        var index = new Dictionary<string, PdfValue>(entries.Length);
        foreach ((string key, PdfValue value) in entries) index[key] = value;
        return _index = index;
    }
}

/// <summary>
/// A stream: its dictionary and where its encoded bytes stand. They are decoded on demand by <see cref="ObjectStore.Decode"/>,
/// and decrypted under the object's own number (7.6.3).
/// </summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw, int Number, int Generation);
