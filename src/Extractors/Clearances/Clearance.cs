using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Clearances;

/// <summary>A marketing authorisation: pathway "510(k)", "PMA", "De Novo", "BLA", "NDA", "HDE"; number as issued (K102329, P160035).</summary>
public sealed record Clearance(
    string Authority, string? Pathway, string? Number, string? ProductCode, string? Device, PartialDate? Date, SourceSpan Span) : IFact;
