using System.Collections.Immutable;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.History;

public enum HistoryAction { New, Reviewed, Revised, CodingUpdate, Approved, Archived, Comment, Other }

public enum CodeChange { Added, Removed, Revised }

public sealed record HistoryCode(string Code, string? CodeEnd, CodeSystem System, CodeChange Change);

/// <summary>One dated entry of the policy's own history. <paramref name="Note"/> is verbatim, without date and actor.</summary>
public sealed record HistoryEntry(
    PartialDate? Date, HistoryAction Action, string? Actor, string? Note, ImmutableArray<HistoryCode> Codes, SourceSpan Span) : IFact;
