using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>What the rules say of the sections before and after.</summary>
internal sealed class NeighbourFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        string before = section.RuleAt(-1) is { } b ? ContractName.Of(b) : "none", after = section.RuleAt(1) is { } a ? ContractName.Of(a) : "none";
        into.Add("before", before);
        into.Add("after", after);
        into.Add("between", $"{before} {after}");
        if (section.RuleAt(-2) is { } earlier) into.Add("earlier", ContractName.Of(earlier));
        if (section.RuleAt(2) is { } later) into.Add("later", ContractName.Of(later));
    }
}
