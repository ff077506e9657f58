using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Codes;

public sealed class CodeExtractor : IFactExtractor<PolicyCode>
{
    public Extraction<PolicyCode> Extract(SectionedPolicy policy, PolicyFacts soFar) => Extraction<PolicyCode>.Nothing;
}
