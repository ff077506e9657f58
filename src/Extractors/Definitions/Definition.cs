using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Definitions;

public sealed record Definition(string Term, string Meaning, SourceSpan Span) : IFact;
