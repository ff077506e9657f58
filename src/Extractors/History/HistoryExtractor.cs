using Ingest.Extractors.Sections;

namespace Ingest.Extractors.History;

public sealed class HistoryExtractor : IFactExtractor<HistoryEntry>
{
    public Extraction<HistoryEntry> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<HistoryEntry>.Nothing;
}
