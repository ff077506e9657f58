using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Guidelines;

public sealed class GuidelineExtractor : IFactExtractor<Guideline>
{
    public Extraction<Guideline> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Guideline>.Nothing;
}
