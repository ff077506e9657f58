namespace Ingest.Extractors.Learning;

/// <summary>
/// Names of features as 64-bit keys, so that none has to be built as a string: FNV-1a over the UTF-16 code units of the template and of
/// the value, then a finaliser that spreads the low bits. Fixed for all time: model files hold these keys.
/// </summary>
public static class FeatureKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The key of <c>template=value</c>; a feature without value has the key of its template alone.</summary>
    public static ulong Of(ReadOnlySpan<char> template, ReadOnlySpan<char> value = default) => Extend(Hash(Offset, template), value);

    /// <summary>The unfinished key of a template, for <see cref="Extend"/>: worth keeping where a template is used for every item.</summary>
    public static ulong Template(ReadOnlySpan<char> template) => Hash(Offset, template);

    public static ulong Extend(ulong template, ReadOnlySpan<char> value) =>
        Finish(value.IsEmpty ? template : Hash((template ^ '=') * Prime, value));

    /// <summary>The key of a template with a number as its value: not the key of the number's digits.</summary>
    public static ulong Extend(ulong template, ulong value) => Finish((template ^ value) * Prime);

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        return hash ^ (hash >> 29);
    }
}
