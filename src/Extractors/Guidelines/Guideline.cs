using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Guidelines;

/// <summary>What a society or agency recommends, as the policy reports it; never a position of the payer.</summary>
public sealed record Guideline(string Organization, int? Year, string Text, SourceSpan Span) : IFact;
