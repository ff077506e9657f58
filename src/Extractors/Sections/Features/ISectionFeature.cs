using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>One aspect of a section that helps to tell its kind. Adds the features that hold at one section; stateless.</summary>
internal interface ISectionFeature
{
    void Add(in SectionView section, FeatureSequence into);
}
