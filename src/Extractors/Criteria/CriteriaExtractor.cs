using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Criteria;

public sealed class CriteriaExtractor : IFactExtractor<Criterion>
{
    public Extraction<Criterion> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Criterion>.Nothing;
}
