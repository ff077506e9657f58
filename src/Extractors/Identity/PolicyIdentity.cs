using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Identity;

/// <summary>One statement of who and what the policy is, as printed (<see cref="Span"/>) and as normalised (<see cref="Value"/>).</summary>
public sealed record IdentityValue(string Value, SourceSpan Span, double Confidence) : IFact;

/// <summary>
/// Who published the policy and how it names it. Null or empty where the document does not say.
/// <see cref="PayerSlug"/> is lower-case ASCII words joined by hyphens.
/// </summary>
public sealed record PolicyIdentity
{
    public static PolicyIdentity Unknown { get; } = new();

    public IdentityValue? Payer { get; init; }

    public string? PayerSlug { get; init; }

    public IdentityValue? Number { get; init; }

    public IdentityValue? Title { get; init; }

    public IdentityValue? Category { get; init; }

    public ImmutableArray<IdentityValue> LinesOfBusiness { get; init; } = [];

    /// <summary>Values are US state names or two-letter codes as printed.</summary>
    public ImmutableArray<IdentityValue> States { get; init; } = [];
}
