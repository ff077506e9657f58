using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Dates;

/// <summary>A date as it stands somewhere in a text, not yet known to be of the policy.</summary>
public readonly record struct DateMention(PartialDate Date, SourceSpan Span);
