using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Criteria;

/// <summary>Finds positions by where they stand.</summary>
internal sealed class PositionIndex(ImmutableArray<Position> positions)
{
    public Position this[int index] => positions[index];

    public bool AnyConditionalIn(int section) => positions.Any(p => p.Section == section && p.Conditional);

    public bool Touches(SourceSpan span) => Within(span) is not null;

    /// <summary>The last position that starts inside of <paramref name="span"/>, one that criteria decide before others; null where there is none.</summary>
    public int? Within(SourceSpan span)
    {
        int? found = null;
        for (int i = First(span.Start); i < positions.Length && positions[i].Span.Start < span.End; i++)
        {
            if (found is null || positions[i].Conditional || !positions[found.Value].Conditional) found = i;
        }
        return found;
    }

    /// <summary>The nearest position before <paramref name="offset"/> in the same section, or in one beside or around it; null where there is none.</summary>
    public int? Before(int offset, Section section, ImmutableArray<Section> sections)
    {
        int i = First(offset) - 1;
        if (i < 0 || positions[i].Section is not { } at) return null;
        bool near = at == section.Ordinal || at == section.Parent || section.Parent is { } parent && sections[at].Parent == parent
            || sections[at].Parent == section.Parent && Conditions.BreakOff(positions[i].Statement);
        return near ? i : null;
    }

    /// <summary>Index of the first position that starts at or after <paramref name="offset"/>.</summary>
    private int First(int offset)
    {
        int low = 0, high = positions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (positions[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
