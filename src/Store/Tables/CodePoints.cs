using Ingest.Extractors.Documents;

namespace Ingest.Store.Tables;

/// <summary>UTF-16 offsets of one text as offsets in Unicode code points, as SQLite's <c>substr</c> counts.</summary>
internal sealed class CodePoints
{
    /// <summary>Offsets of the low halves of surrogate pairs, ascending; empty for most documents.</summary>
    private readonly int[] _lowHalves;

    public CodePoints(string text)
    {
        Length = text.Length;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            _lowHalves = [];
            return;
        }
        var lows = new List<int>();
        for (int i = 1; i < text.Length; i++)
        {
            // A lone half is written as U+FFFD, one code point, so only pairs count.
            if (char.IsSurrogatePair(text[i - 1], text[i])) lows.Add(i++);
        }
        _lowHalves = [.. lows];
    }

    private int Length { get; }

    /// <summary>The other way round: the UTF-16 offset of every code point of a text, and of its end.</summary>
    public static int[] Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
        }
        offsets.Add(text.Length);
        return [.. offsets];
    }

    /// <summary>The span in code points; null where it is empty, out of range, or cuts a character in two.</summary>
    public SourceSpan? Convert(SourceSpan span)
    {
        if (span.IsEmpty || span.Start < 0 || span.End > Length) return null;
        if (_lowHalves.Length == 0) return span;
        int start = Array.BinarySearch(_lowHalves, span.Start), end = Array.BinarySearch(_lowHalves, span.End);
        return start >= 0 || end >= 0 ? null : new(span.Start - ~start, span.End - ~end);
    }
}
