using Ingest.Extractors.Checks;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Checks;

public class PositionCheckTests
{
    private static string[] Rules(IPolicyCheck check, string notation)
    {
        SectionedPolicy policy = Policy(notation);
        PolicyFacts facts = PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };
        facts = facts with { Criteria = new CriteriaExtractor().Extract(policy, facts).Facts };
        return [.. check.Run(policy, facts).Select(d => d.Rule)];
    }

    [Theory]
    [InlineData("Foot pumps are considered medically necessary when:\nPumps move water.", 1)]
    [InlineData("Foot pumps are considered medically necessary and covered when:\nPumps move water.", 1)]
    [InlineData("Foot pumps are considered medically necessary when:\n- The feet are swollen", 0)]
    [InlineData("Foot pumps are considered medically necessary for adults.", 0)]
    [InlineData("Foot pumps are considered investigational and will not be covered when any of the following is true:\n- The feet are dry\n- The pump is old", 0)]
    public void A_position_that_breaks_off_should_have_criteria(string body, int findings) =>
        Rules(new PositionsWithoutCriteria(), "# Policy\n" + body).Length.ShouldBe(findings);

    [Theory]
    [InlineData("# Policy\nLimitations:\n- One pump a year", 1)]
    [InlineData("# Plan {benefit}\nNot covered:\n- Pumps for travel by sea", 1)]
    [InlineData("# Policy\nNot covered:\n- Pumps for travel by sea", 0)]
    [InlineData("# Policy\n## Limitations/Exclusions\n- Pumps for travel by sea are not covered\n- One pump in each year", 1)]
    [InlineData("# Evidence {evidence}\nLimitations:\n- The study was small", 0)]
    public void A_list_under_a_stance_or_limit_should_give_positions(string notation, int findings) =>
        Rules(new LabelledLists(), notation).Length.ShouldBe(findings);

    [Theory]
    [InlineData("# Policy\nPumps move water.", "policy-without-position")]
    [InlineData("# Policy\nFoot pumps are not covered.", "")]
    public void A_policy_takes_some_position(string notation, string rule) => string.Join(' ', Rules(new CoverageWithoutPositions(), notation)).ShouldBe(rule);

    [Fact]
    public void What_is_left_out_as_earlier_is_told() =>
        Rules(new EarlierWordings(), "# Policy\nPumps are covered.\nFor dates of service prior to May 1, 2021:\nPumps are not covered.").ShouldBe(["earlier-wording-left-out"]);

    [Theory]
    [InlineData("BOTH of the following criteria must be met:", 1)]
    [InlineData("For swollen feet BOTH of the following criteria must be met:", 0)]
    public void Criteria_should_say_what_they_are_for(string lead, int findings) =>
        Rules(new GenericCriteria(), $"# Policy\n{lead}\n1. Pain\n2. Redness").Length.ShouldBe(findings);

    [Fact]
    public void A_paragraph_is_no_group_of_codes()
    {
        PolicyCode code = new("47384", null, CodeSystem.Cpt, null, null, new string('x', 200), null, null, null, null, new(0, 5), 1);
        new CodeGroupLabels().Run(Policy("# Policy\nWords."), PolicyFacts.None with { Codes = [code, code with { GroupLabel = "Pump codes" }] })
            .ShouldHaveSingleItem().Rule.ShouldBe("code-group-is-a-paragraph");
    }
}
