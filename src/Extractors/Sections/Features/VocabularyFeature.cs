using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>The kind that the shared vocabulary gives the whole heading, and the kind of its most telling word.</summary>
internal sealed class VocabularyFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        if (section.Section.Whole is { } whole) into.Add("vocabulary", ContractName.Of(whole));
        else if (section.Section.Telling is { } words) into.Add("telling", ContractName.Of(words));
        else into.Add("unknown");
    }
}
