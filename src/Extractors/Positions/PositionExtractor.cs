using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

public sealed class PositionExtractor : IFactExtractor<Position>
{
    public Extraction<Position> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Position>.Nothing;
}
