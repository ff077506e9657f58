using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Trials;

/// <summary>A registered trial that the policy lists (a table of ongoing trials, a sentence). <paramref name="Nct"/>: NCT and eight digits.</summary>
public sealed record Trial(string Nct, string? Title, string? Status, int? Enrollment, PartialDate? CompletionDate, SourceSpan Span) : IFact;
