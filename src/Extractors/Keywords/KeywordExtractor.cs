using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Keywords;

public sealed class KeywordExtractor : IFactExtractor<Keyword>
{
    public Extraction<Keyword> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Keyword>.Nothing;
}
