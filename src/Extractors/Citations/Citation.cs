using System.Collections.Immutable;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations;

public enum CitationKind { Article, Guideline, Trial, Website, Book, CoverageDetermination, DeviceClearance, Review, Other }

/// <summary>A name in CSL form: family and given, or a literal ("et al.", a society).</summary>
public sealed record CitationAuthor(string? Family, string? Given, string? Literal);

/// <summary>One entry of a reference list. <paramref name="Raw"/> is the entry without its label; every field is null where it was not found.</summary>
/// <param name="Label">As printed, without punctuation ("12").</param>
/// <param name="Doi">Normalised: lower-case prefix form <c>10.…</c>, no resolver, no trailing punctuation, case of the source kept.</param>
public sealed record Citation(
    string? Label, CitationKind Kind, ImmutableArray<CitationAuthor> Authors, string? Title, string? Container, int? Year, string? Volume,
    string? Issue, string? Pages, string? Doi, string? Pmid, string? Pmcid, string? Nct, string? Url, PartialDate? AccessedDate, string Raw,
    SourceSpan Span) : IFact;
