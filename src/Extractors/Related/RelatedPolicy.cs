using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Related;

/// <summary>Another policy of the same payer that this one names. At least one of number and title is there.</summary>
public sealed record RelatedPolicy(string? Number, string? Title, SourceSpan Span) : IFact;
