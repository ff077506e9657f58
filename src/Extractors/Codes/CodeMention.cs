using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>Something of the form of a code (or a range of two) in a text, not yet known to be listed by the policy.</summary>
public readonly record struct CodeMention(string Code, string? CodeEnd, CodeSystem System, SourceSpan Span);
