using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>Kinds by the words of headings and their place; the baseline that the learned model is measured against.</summary>
public sealed class RuleSectionClassifier : ISectionClassifier
{
    public string Fingerprint => "rules-3";

    public ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections)
    {
        SectionJudgement[] judged = SectionRules.Judge(SectionTraits.Of(document, sections));
        return [.. sections.Select((s, i) => s with { Kind = judged[i].Kind, Confidence = judged[i].Confidence })];
    }
}
