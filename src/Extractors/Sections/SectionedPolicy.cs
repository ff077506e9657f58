using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>A document and its sections, each with its kind: what every extractor reads.</summary>
public sealed record SectionedPolicy(PolicyDocument Document, ImmutableArray<Section> Sections)
{
    public string Text => Document.Text;

    public string? HeadingOf(Section section) => section.HeadingSpan is { } span ? Document.Slice(span) : null;

    public ReadOnlySpan<Block> BlocksOf(Section section) => Document.Blocks.AsSpan()[section.FirstBlock..section.EndBlock];

    public IEnumerable<Section> OfKind(SectionKind kind) => Sections.Where(s => s.Kind == kind);

    /// <summary>The section whose span holds <paramref name="offset"/>; null in furniture.</summary>
    public Section? SectionAt(int offset)
    {
        int low = 0, high = Sections.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (offset < Sections[middle].Span.Start) high = middle - 1;
            else if (offset >= Sections[middle].Span.End) low = middle + 1;
            else return Sections[middle];
        }
        return null;
    }
}
