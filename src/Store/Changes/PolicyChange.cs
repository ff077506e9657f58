namespace Ingest.Store.Changes;

/// <summary>The values of <c>changes.kind</c>.</summary>
public enum ChangeKind
{
    Created, Retired, TitleChanged, StanceChanged, CriteriaChanged, CodeAdded, CodeRemoved, CodeChanged, DateChanged, HistoryAdded, CitationAdded,
    CitationRemoved, TextChanged,
}

/// <summary>One thing that differs between two versions of a policy.</summary>
/// <param name="Subject">What it is about: a code, a kind of date, the subject of a position, a heading.</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is no longer there.</param>
public sealed record PolicyChange(ChangeKind Kind, string? Subject, string? Before, string? After);
