using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Positions;

public enum Stance
{
    MedicallyNecessary, Investigational, NotMedicallyNecessary, NotCovered, Cosmetic, Deferred, PriorAuthorization, IndividualConsideration,
}

/// <summary>
/// The payer's own stance on a service. A sentence that takes two stances is two positions over the same span.
/// </summary>
/// <param name="Section">Ordinal of the section that it stands in; null in furniture.</param>
/// <param name="Conditional">Whether criteria decide.</param>
/// <param name="Statement">The text under <paramref name="Span"/>: the whole sentence, lead-in or cell that takes the stance.</param>
public sealed record Position(
    Stance Stance, bool Conditional, string? Subject, string? LineOfBusiness, string Statement, SourceSpan Span, int? Section, double Confidence)
    : IFact;
