using Ingest.Extractors.Dates;
using Ingest.Extractors.History;
using Ingest.Extractors.Keywords;
using Ingest.Extractors.Related;

namespace Ingest.Extractors.Tests.Conformance;

public sealed class HistoryConformanceTests : ExtractorConformanceTests<HistoryEntry>
{
    protected override string Example => """
        # Policy History {history}
        | Date | Action |
        | 03/01/2024 | Annual review. No change to coverage. |
        | 03/15/2022 | New policy. |
        """;

    protected override string[] Expected => ["2024-03-01 Reviewed", "2022-03-15 New"];

    protected override IFactExtractor<HistoryEntry> Extractor => new HistoryExtractor();

    protected override string Describe(HistoryEntry fact) => $"{fact.Date} {fact.Action}";
}

public sealed class PolicyDateConformanceTests : ExtractorConformanceTests<PolicyDate>
{
    protected override string Example => """
        # Widget Policy {identity}
        Effective Date: 03/01/2024
        Next Review: 03/01/2025
        """;

    protected override string[] Expected => ["Effective 2024-03-01", "NextReview 2025-03-01"];

    protected override IFactExtractor<PolicyDate> Extractor => new PolicyDateExtractor();

    protected override string Describe(PolicyDate fact) => $"{fact.Kind} {fact.Date}";
}

public sealed class KeywordConformanceTests : ExtractorConformanceTests<Keyword>
{
    protected override string Example => """
        # Key Words {keywords}
        Widget, gadget, loosening
        """;

    protected override string[] Expected => ["Widget", "gadget", "loosening"];

    protected override IFactExtractor<Keyword> Extractor => new KeywordExtractor();

    protected override string Describe(Keyword fact) => fact.Value;
}

public sealed class RelatedPolicyConformanceTests : ExtractorConformanceTests<RelatedPolicy>
{
    protected override string Example => """
        # Related Policies {related}
        - 7.01.100 Gadget Ablation
        - Bone Substitutes
        """;

    protected override string[] Expected => ["7.01.100 Gadget Ablation", " Bone Substitutes"];

    protected override IFactExtractor<RelatedPolicy> Extractor => new RelatedPolicyExtractor();

    protected override string Describe(RelatedPolicy fact) => $"{fact.Number} {fact.Title}";
}
