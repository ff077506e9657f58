using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>Whether the same heading stood before, and under which kind: services have their criteria, their evidence and their codes apart.</summary>
internal sealed class RepeatFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        string words = section.Section.Words;
        if (words.Length == 0) return;
        for (int i = section.Index - 1; i >= 0; i--)
        {
            if (!section.All[i].Words.Equals(words, StringComparison.Ordinal)) continue;
            into.Add("stood-before", ContractName.Of(section.Rules[i].Kind));
            return;
        }
        for (int i = section.Index + 1; i < section.All.Count; i++)
        {
            if (!section.All[i].Words.Equals(words, StringComparison.Ordinal)) continue;
            into.Add("comes-again");
            return;
        }
    }
}
