using Ingest.Extractors.Codes;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Definitions;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests.Conformance;

public sealed class PositionConformanceTests : ExtractorConformanceTests<Position>
{
    protected override string Example => """
        # Policy {coverage}
        Widget implantation is considered medically necessary for adults with grade III wear.
        Gadget ablation is considered investigational for all indications.
        """;

    protected override string[] Expected => ["MedicallyNecessary Widget implantation", "Investigational Gadget ablation"];

    protected override IFactExtractor<Position> Extractor => new PositionExtractor();

    protected override string Describe(Position fact) => $"{fact.Stance} {fact.Subject}";
}

public sealed class CriterionConformanceTests : ExtractorConformanceTests<Criterion>
{
    protected override string Example => """
        # Policy {coverage}
        Widget implantation is considered medically necessary when ALL of the following criteria are met:
        1. The member is 18 years of age or older; and
        2. Any of the following:
          a. Grade III wear; or
          b. Loosening on two films.
        """;

    protected override string[] Expected =>
        ["All Widget implantation is considered medically necessary when ALL of the following criteria are met:", " The member is 18 years of age or older; and", "Any Any of the following:", " Grade III wear; or", " Loosening on two films."];

    protected override IFactExtractor<Criterion> Extractor => new CriteriaExtractor();

    protected override PolicyFacts SoFar(SectionedPolicy policy) => PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };

    protected override string Describe(Criterion fact) => $"{fact.Operator} {fact.Text}";
}

public sealed class CodeConformanceTests : ExtractorConformanceTests<PolicyCode>
{
    protected override string Example => """
        # CPT Codes {coding}
        | Code | Description |
        | 27447 | Replacement of a knee |
        | 0707T | Injection of a bone substitute |
        """;

    protected override string[] Expected => ["27447 Replacement of a knee", "0707T Injection of a bone substitute"];

    protected override IFactExtractor<PolicyCode> Extractor => new CodeExtractor();

    protected override string Describe(PolicyCode fact) => $"{fact.Code} {fact.Description}";
}

public sealed class DefinitionConformanceTests : ExtractorConformanceTests<Definition>
{
    protected override string Example => """
        # Definitions {definitions}
        Loosening: Movement of an implant against the bone that holds it.
        Wear: Loss of material from a surface that bears weight.
        """;

    protected override string[] Expected => ["Loosening", "Wear"];

    protected override IFactExtractor<Definition> Extractor => new DefinitionExtractor();

    protected override string Describe(Definition fact) => fact.Term;
}
