using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>
/// A heading and what stands under it up to the next heading. <paramref name="Span"/> starts with the heading and ends with its own last
/// block, sub-sections not included, so sections tile the flow in order. The matter before the first heading is a section without heading.
/// </summary>
/// <param name="Ordinal">0-based place in the document and index in <see cref="SectionedPolicy.Sections"/>.</param>
/// <param name="Parent">Ordinal of the enclosing section, null at the top.</param>
/// <param name="Level">1 is outermost; the matter before the first heading has 1.</param>
/// <param name="HeadingSpan">The heading as printed, without a trailing colon; null where there is none.</param>
/// <param name="FirstBlock">Index in <see cref="PolicyDocument.Blocks"/> of the first block after the heading.</param>
/// <param name="EndBlock">Exclusive end of the section's blocks.</param>
public sealed record Section(
    int Ordinal, int? Parent, int Level, SourceSpan? HeadingSpan, SourceSpan Span, int FirstBlock, int EndBlock) : IFact
{
    public SectionKind Kind { get; init; } = SectionKind.Other;

    /// <summary>Probability, 0 to 1, that <see cref="Kind"/> is right.</summary>
    public double Confidence { get; init; }
}
