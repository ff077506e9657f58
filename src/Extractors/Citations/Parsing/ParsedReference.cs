using System.Collections.Immutable;
using Ingest.Extractors.Dates;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>The fields of a reference string; each is null where the string does not say it.</summary>
/// <param name="Unread">Why the reference counts as not read, null where it was: its raw text is all that is sure of it.</param>
public sealed record ParsedReference(
    CitationKind Kind, ImmutableArray<CitationAuthor> Authors, string? Title, string? Container, int? Year, string? Volume, string? Issue,
    string? Pages, Identifiers Identifiers, PartialDate? AccessedDate, UnreadReason? Unread)
{
    /// <summary>The citation that this reading makes of an entry.</summary>
    public Citation ToCitation(string? label, string raw, Documents.SourceSpan span) => new(
        label, Kind, Authors, Title, Container, Year, Volume, Issue, Pages, Identifiers.Doi, Identifiers.Pmid, Identifiers.Pmcid, Identifiers.Nct,
        Identifiers.Url, AccessedDate, raw, span);
}

public enum UnreadReason
{
    /// <summary>The entry breaks off: "Martin RC,".</summary>
    Truncated,

    /// <summary>No title, no authors and no identifier could be made out.</summary>
    NotParsed,
}
