using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Keywords;

public sealed record Keyword(string Value, SourceSpan Span) : IFact;
