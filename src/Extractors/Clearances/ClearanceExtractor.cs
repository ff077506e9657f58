using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Clearances;

public sealed class ClearanceExtractor : IFactExtractor<Clearance>
{
    public Extraction<Clearance> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Clearance>.Nothing;
}
