using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Related;

public sealed class RelatedPolicyExtractor : IFactExtractor<RelatedPolicy>
{
    public Extraction<RelatedPolicy> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<RelatedPolicy>.Nothing;
}
