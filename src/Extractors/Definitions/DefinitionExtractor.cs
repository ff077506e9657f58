using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Definitions;

public sealed class DefinitionExtractor : IFactExtractor<Definition>
{
    public Extraction<Definition> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<Definition>.Nothing;
}
