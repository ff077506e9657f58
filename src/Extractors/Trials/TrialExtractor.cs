using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Trials;

public sealed class TrialExtractor : IFactExtractor<Trial>
{
    public Extraction<Trial> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Trial>.Nothing;
}
