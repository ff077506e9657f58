using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>
/// The last heading before this one that is, whole, of the shared vocabulary: what it announced often goes on under headings that say
/// nothing of themselves, whatever the levels say. With it, what this heading's own words say and whether it stands deeper.
/// </summary>
internal sealed class AnchorFeature : ISectionFeature
{
    private const int Near = 6;

    public void Add(in SectionView section, FeatureSequence into)
    {
        if (section.Section.Whole is not null) return;
        for (int i = section.Index - 1; i >= 0; i--)
        {
            if (section.All[i].Whole is not { } announced) continue;
            string kind = ContractName.Of(announced), own = section.Section.Telling is { } telling ? ContractName.Of(telling) : "none";
            string step = section.Section.Level > section.All[i].Level ? "under" : section.Section.Level == section.All[i].Level ? "beside" : "above";
            into.Add("anchor", kind);
            into.Add("anchor-step", $"{kind} {step}");
            into.Add("anchor-own", $"{kind} {own} {step}");
            if (section.Index - i <= Near) into.Add("anchor-near", kind);
            return;
        }
        into.Add("anchor", "none");
    }
}
