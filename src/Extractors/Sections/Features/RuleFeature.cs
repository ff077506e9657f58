using System.Globalization;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>What the rules say, alone and with how sure they are: the model learns where to trust them.</summary>
internal sealed class RuleFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        SectionJudgement rule = section.Rules[section.Index];
        string kind = ContractName.Of(rule.Kind);
        into.Add("rule", kind);
        into.Add("rule-trust", string.Create(CultureInfo.InvariantCulture, $"{kind} {rule.Confidence:0.00}"));
    }
}
