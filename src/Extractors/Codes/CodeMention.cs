using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>
/// Something of the form of a code (or a range of two) in a text, not yet known to be listed by the policy. Letters are upper case,
/// the dots of ICD-10 stand as printed; the end of a shortened range (<c>81261-64</c>) is written out.
/// </summary>
public readonly record struct CodeMention(string Code, string? CodeEnd, CodeSystem System, SourceSpan Span)
{
    /// <summary>Whether places of the code are left open in print (<c>C50.x</c>, <c>036X</c>, <c>I71.-</c>); <see cref="Code"/> is the part before them.</summary>
    public bool IsWildcard { get; init; }
}
