using System.Collections.Immutable;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Clearances;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Definitions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Guidelines;
using Ingest.Extractors.History;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Keywords;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Related;
using Ingest.Extractors.Trials;

namespace Ingest.Extractors;

/// <summary>Everything that one version of a policy says, in document order within each kind.</summary>
public sealed record PolicyFacts
{
    public static PolicyFacts None { get; } = new();

    public PolicyIdentity Identity { get; init; } = PolicyIdentity.Unknown;

    public ImmutableArray<PolicyDate> Dates { get; init; } = [];

    public ImmutableArray<Position> Positions { get; init; } = [];

    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    public ImmutableArray<PolicyCode> Codes { get; init; } = [];

    public ImmutableArray<HistoryEntry> History { get; init; } = [];

    public ImmutableArray<Citation> Citations { get; init; } = [];

    public ImmutableArray<Trial> Trials { get; init; } = [];

    public ImmutableArray<Clearance> Clearances { get; init; } = [];

    public ImmutableArray<Guideline> Guidelines { get; init; } = [];

    public ImmutableArray<Definition> Definitions { get; init; } = [];

    public ImmutableArray<Keyword> Keywords { get; init; } = [];

    public ImmutableArray<RelatedPolicy> Related { get; init; } = [];

    /// <summary>What does not fit, from the reader, the extractors and the checks.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    public ImmutableArray<NothingFound> NothingFound { get; init; } = [];
}
