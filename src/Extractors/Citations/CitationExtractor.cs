using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Citations;

public sealed class CitationExtractor : IFactExtractor<Citation>
{
    public Extraction<Citation> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Citation>.Nothing;
}
