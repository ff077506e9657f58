using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Dates;

public enum PolicyDateKind
{
    OriginalEffective, Effective, LastReview, NextReview, Revised, Approved, Published, LiteratureSearch, CommentStart, CommentEnd, End,
}

/// <summary>A dated event of the policy itself. <paramref name="Span"/> is the date as printed, <paramref name="Raw"/> its text.</summary>
public sealed record PolicyDate(PolicyDateKind Kind, PartialDate Date, string Raw, SourceSpan Span, double Confidence) : IFact;
