using Ingest.Extractors;
using Ingest.Extractors.Sections;

namespace Ingest.Store;

/// <summary>A document read and understood, ready to be stored.</summary>
/// <param name="Source">Path or address that the bytes came from.</param>
/// <param name="Sha256">Of the original bytes, lower-case hexadecimal.</param>
/// <param name="Fingerprint">Of reader, extractors, model and settings: what made these facts of those bytes.</param>
/// <param name="RunId">The run that brings it; documents of one run are ordered by their dates.</param>
public sealed record IncomingVersion(string Source, string Sha256, string Fingerprint, long RunId, SectionedPolicy Policy, PolicyFacts Facts)
{
    /// <summary>Write the facts anew even where the same extractors wrote them.</summary>
    public bool Again { get; init; }
}

public enum SaveOutcome { Added, Updated, Unchanged }

/// <param name="Version">Its number among those of the policy, 1 for the oldest.</param>
/// <param name="IsCurrent">Whether it is the newest.</param>
/// <param name="Source">The name under which the version is known: that of its first coming.</param>
/// <param name="Note">What is worth knowing about where the version went; null where it is the plain case.</param>
public sealed record SaveResult(SaveOutcome Outcome, long PolicyId, long VersionId, int Version, bool IsCurrent, string Source, string? Note = null);
