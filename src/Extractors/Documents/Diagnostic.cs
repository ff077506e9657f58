namespace Ingest.Extractors.Documents;

public enum Severity { Info, Warning, Error }

/// <summary>
/// Something in a document that did not read or does not fit: a value, never a throw. <paramref name="Rule"/> is a stable
/// kebab-case name ("page-without-text"); <paramref name="Message"/> says what and what to do. Stored as a row of <c>findings</c>.
/// </summary>
public sealed record Diagnostic(string Rule, Severity Severity, string Message, SourceSpan? Span = null, int? Page = null);
