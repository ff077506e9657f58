using Ingest.Extractors.Citations;
using Ingest.Extractors.Clearances;
using Ingest.Extractors.Guidelines;
using Ingest.Extractors.Trials;

namespace Ingest.Extractors.Tests.Conformance;

public sealed class CitationConformanceTests : ExtractorConformanceTests<Citation>
{
    protected override string Example => """
        # References {references}
        1. Tanaka K, Moreau P. Widget survival at ten years. J Widget Res. 2019;12(3):45-51. PMID 31234567.
        2. Okafor N. Gadgets and bone. Bone Gadget J. 2021;4:100-109.
        """;

    protected override string[] Expected => ["1 2019 Widget survival at ten years", "2 2021 Gadgets and bone"];

    protected override IFactExtractor<Citation> Extractor => new CitationExtractor();

    protected override string Describe(Citation fact) => $"{fact.Label} {fact.Year} {fact.Title}";
}

public sealed class TrialConformanceTests : ExtractorConformanceTests<Trial>
{
    protected override string Example => """
        # Ongoing and Unpublished Clinical Trials {trials}
        | NCT No. | Trial Name | Planned Enrollment | Completion Date |
        | NCT01234567 | Widgets against gadgets in adults | 120 | Dec 2027 |
        """;

    protected override string[] Expected => ["NCT01234567 120"];

    protected override IFactExtractor<Trial> Extractor => new TrialExtractor();

    protected override string Describe(Trial fact) => $"{fact.Nct} {fact.Enrollment}";
}

public sealed class ClearanceConformanceTests : ExtractorConformanceTests<Clearance>
{
    protected override string Example => """
        # Regulatory Status {regulatory}
        The Steadfast Widget was cleared for marketing by the FDA through the 510(k) process (K123456) in March 2019.
        """;

    protected override string[] Expected => ["K123456"];

    protected override IFactExtractor<Clearance> Extractor => new ClearanceExtractor();

    protected override string Describe(Clearance fact) => fact.Number ?? "";
}

public sealed class GuidelineConformanceTests : ExtractorConformanceTests<Guideline>
{
    protected override string Example => """
        # Practice Guidelines and Position Statements {guidelines}
        ## American Academy of Orthopaedic Surgeons {guidelines}
        In 2021, the American Academy of Orthopaedic Surgeons recommended against routine gadget ablation.
        """;

    protected override string[] Expected => ["American Academy of Orthopaedic Surgeons 2021"];

    protected override IFactExtractor<Guideline> Extractor => new GuidelineExtractor();

    protected override string Describe(Guideline fact) => $"{fact.Organization} {fact.Year}";
}
