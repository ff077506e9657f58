using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>What the rules say of the enclosing section, alone and with what the heading's own words say.</summary>
internal sealed class ParentFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        if (section.Section.Parent is not { } parent)
        {
            into.Add("top");
            return;
        }
        string kind = ContractName.Of(section.Rules[parent].Kind);
        SectionKind? own = section.Section.Whole ?? section.Section.Telling;
        into.Add("parent", kind);
        into.Add("parent-own", $"{kind} {(own is { } o ? ContractName.Of(o) : "none")}");
    }
}
