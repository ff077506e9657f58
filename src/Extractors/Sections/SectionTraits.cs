using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>All that a classifier may know of a section. A labelled file of these trains a model without the documents at hand.</summary>
/// <param name="Heading">As printed; empty for the matter before the first heading.</param>
/// <param name="Parent">Index of the enclosing section, null at the top.</param>
/// <param name="Place">Where in the document it begins, in thousandths of the flow.</param>
public sealed record SectionTraits(string Heading, int Level, int? Parent, int Place, BodyTraits Body)
{
    /// <summary>The heading in the form of the vocabulary.</summary>
    public string Words { get; } = HeadingVocabulary.Normalise(Heading);

    /// <summary>The kind that the whole heading names, null where it is none of the shared vocabulary.</summary>
    public SectionKind? Whole { get; } = HeadingVocabulary.WholeHeading(Heading);

    /// <summary>The kind of the heading's most telling word, whether or not the whole heading is known.</summary>
    public SectionKind? Telling { get; } = HeadingWords.KindOf(HeadingVocabulary.Normalise(Heading));

    /// <summary>Whether the heading names a study by its authors ("Tanaka et al, 2021").</summary>
    public bool NamesStudy { get; } = Heading.Contains(" et al", StringComparison.OrdinalIgnoreCase);

    public static ImmutableArray<SectionTraits> Of(PolicyDocument document, ImmutableArray<Section> sections)
    {
        if (sections.IsEmpty) return [];
        int end = Math.Max(1, sections[^1].Span.End);
        return
        [
            .. sections.Select(s => new SectionTraits(
                s.HeadingSpan is { } heading ? document.Slice(heading) : "", s.Level, s.Parent, (int)(s.Span.Start * 1000L / end), BodyCounter.Count(document, s))),
        ];
    }
}
