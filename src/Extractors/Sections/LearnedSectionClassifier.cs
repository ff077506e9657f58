using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>
/// Kinds with calibrated probabilities. On payers that the model has not seen the rules' kinds are right more often than its own
/// (docs/section-model.md), so the rules name the kind and the model says how far to trust it, unless its own kinds are asked for.
/// </summary>
public sealed class LearnedSectionClassifier(SectionModel model, bool ownKinds = false) : ISectionClassifier
{
    private readonly string _model = Convert.ToHexStringLower(SHA256.HashData(model.Write()))[..12];

    public string Fingerprint => ownKinds ? $"model-{_model}" : $"{new RuleSectionClassifier().Fingerprint}+model-{_model}";

    public ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections)
    {
        ImmutableArray<SectionTraits> traits = SectionTraits.Of(document, sections);
        SectionJudgement[] judged = ownKinds ? model.Judge(traits) : model.JudgeByRules(traits);
        return [.. sections.Select((s, i) => s with { Kind = s.HeadingSpan is null ? SectionKind.Identity : judged[i].Kind, Confidence = judged[i].Confidence })];
    }
}
