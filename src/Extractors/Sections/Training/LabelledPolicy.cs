using System.Collections.Immutable;

namespace Ingest.Extractors.Sections.Training;

/// <param name="Kind">What a person says that the section is; null for the matter before the first heading, which needs no telling.</param>
/// <param name="FirstRules">What the first rules said of it, before any of these documents had been read for them; null where they were not asked.</param>
public sealed record LabelledSection(SectionTraits Traits, SectionKind? Kind, SectionKind? FirstRules = null);

/// <summary>The sections of one document, in order, with their kinds.</summary>
/// <param name="Payer">House style that it is written in: what is left out together when generality is measured.</param>
public sealed record LabelledPolicy(string Document, string Payer, ImmutableArray<LabelledSection> Sections)
{
    public IReadOnlyList<SectionTraits> Traits { get; } = [.. Sections.Select(s => s.Traits)];
}
