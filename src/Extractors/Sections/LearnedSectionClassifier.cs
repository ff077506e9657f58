using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>The kinds that the learned model finds most probable for the document as a whole, with calibrated probabilities (docs/section-model.md).</summary>
public sealed class LearnedSectionClassifier(SectionModel model) : ISectionClassifier
{
    public string Fingerprint { get; } = $"model-{Convert.ToHexStringLower(SHA256.HashData(model.Write()))[..12]}";

    public ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections)
    {
        SectionJudgement[] judged = model.Judge(SectionTraits.Of(document, sections));
        return [.. sections.Select((s, i) => s with { Kind = s.HeadingSpan is null ? SectionKind.Identity : judged[i].Kind, Confidence = judged[i].Confidence })];
    }
}
