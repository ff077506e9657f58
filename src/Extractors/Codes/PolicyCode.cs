using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

public enum CodeSystem
{
    /// <summary>AMA CPT: five digits; Category II <c>0001F</c>, III <c>0600T</c>, PLA <c>0001U</c>, MAAA <c>0001M</c>.</summary>
    [ContractName("CPT")] Cpt,

    /// <summary>CMS HCPCS Level II: a letter A to V and four digits, D excepted.</summary>
    [ContractName("HCPCS")] Hcpcs,
    [ContractName("ICD-10-CM")] Icd10Cm,
    [ContractName("ICD-10-PCS")] Icd10Pcs,

    /// <summary>ADA CDT: D and four digits.</summary>
    [ContractName("CDT")] Cdt,
    [ContractName("REV")] Revenue,
    [ContractName("MS-DRG")] MsDrg,
    [ContractName("NDC")] Ndc,
    [ContractName("MODIFIER")] Modifier,
}

/// <summary>A code that the policy lists as one of its own; a range is one row. <paramref name="Span"/> starts with the code.</summary>
/// <param name="Description">The code's own text, without notes.</param>
/// <param name="Note">What the policy remarks on it ("Effective 07/01/2020", "Investigational").</param>
/// <param name="GroupLabel">Heading of the group of codes in which it stands.</param>
/// <param name="Stance">What the group, the note or the code's position says; null where nothing does.</param>
public sealed record PolicyCode(
    string Code, string? CodeEnd, CodeSystem System, string? Description, string? Note, string? GroupLabel, Stance? Stance,
    PartialDate? EffectiveDate, PartialDate? EndDate, int? Section, SourceSpan Span, double Confidence) : IFact;
