namespace Ingest.Extractors.Documents;

/// <summary>
/// A half-open range of UTF-16 code units in <see cref="PolicyDocument.Text"/>.
/// The store writes spans as Unicode code points (CONTRACT: Views); only the store converts.
/// </summary>
public readonly record struct SourceSpan(int Start, int End) : IComparable<SourceSpan>
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(SourceSpan other) => Start <= other.Start && other.End <= End;

    public bool Contains(int offset) => Start <= offset && offset < End;

    public bool Overlaps(SourceSpan other) => Start < other.End && other.Start < End;

    public SourceSpan Shift(int by) => new(Start + by, End + by);

    public string Slice(string text) => text[Start..End];

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public static SourceSpan Cover(SourceSpan a, SourceSpan b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    /// <summary>The span without white space at either end; empty at its own start when nothing else is in it.</summary>
    public SourceSpan Trim(string text)
    {
        int start = Start, end = End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start < end ? new(start, end) : new(Start, Start);
    }

    public int CompareTo(SourceSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;
}
