using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Dates;

public sealed class PolicyDateExtractor : IFactExtractor<PolicyDate>
{
    public Extraction<PolicyDate> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<PolicyDate>.Nothing;
}
