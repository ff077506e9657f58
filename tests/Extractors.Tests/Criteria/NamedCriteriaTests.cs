using System.Collections.Immutable;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Criteria;

/// <summary>Lists of criteria under names of their own, under headings and in tables.</summary>
public class NamedCriteriaTests
{
    private static string Dump(string notation)
    {
        SectionedPolicy policy = Policy("# Policy\n" + notation);
        PolicyFacts facts = PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };
        ImmutableArray<Criterion> criteria = new CriteriaExtractor().Extract(policy, facts).Facts;
        return string.Join('\n', criteria.Select(c => $"{new string(' ', Depth(criteria, c) * 2)}{(c.Operator is { } op ? ContractName.Of(op) + c.Minimum : "-")} {c.Text.Split('\n')[0]}"));
    }

    private static int Depth(ImmutableArray<Criterion> criteria, Criterion criterion) => criterion.Parent is { } parent ? 1 + Depth(criteria, criteria[parent]) : 0;

    [Fact]
    public void Lists_under_names_are_cases_of_their_lead_in() =>
        Dump("""
            Rotary pumps are considered medically necessary when used in members with:
            Gout:
            - Swelling
            - Redness
            Long fever
            - Heat
            - Shivers
            Pumps come in two colours and were first sold long ago.
            """).ShouldBe("""
            ANY Rotary pumps are considered medically necessary when used in members with:
              - Gout:
                - Swelling
                - Redness
              - Long fever
                - Heat
                - Shivers
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_line_that_strays_between_a_lead_in_and_its_list_is_no_case() =>
        Dump("Rotary pumps are considered medically necessary when all of the following are met:\nPump Manual\n- Swelling\n- Redness")
            .ShouldBe("ALL Rotary pumps are considered medically necessary when all of the following are met:\n  - Swelling\n  - Redness");

    [Fact]
    public void Headings_under_a_sentence_that_breaks_off_hold_its_criteria() =>
        Dump("Rotary pumps are considered medically necessary for the following indications:\n### Gout\n- Swelling\n### Fever\n- Heat")
            .ShouldBe("ALL Gout\n  - Swelling\nALL Fever\n  - Heat");

    [Fact]
    public void Criteria_under_their_label_belong_to_the_sentence_before() =>
        Dump("Rotary pumps are considered medically necessary when the criteria below are met.\nInitial criteria:\n- Swelling\n- Redness")
            .ShouldBe("ALL Initial criteria:\n  - Swelling\n  - Redness");

    [Fact]
    public void A_list_of_services_under_a_label_is_no_criteria() => Dump("Covered:\n- Rotary pumps for gout\n- Hose pumps for fever").ShouldBe("");

    [Fact]
    public void A_complete_sentence_that_points_down_to_what_is_covered_has_its_own_condition() =>
        Dump("The pumps listed below are considered medically necessary if the limb is badly swollen.\n- Rotary pump\n- Hose pump").ShouldBe("- if the limb is badly swollen");

    [Fact]
    public void A_span_of_time_is_no_number_of_criteria() =>
        Dump("Rotary pumps are considered medically necessary in members without gout, starting three months following surgery, when:\n- Swelling\n- Redness").ShouldStartWith("ALL ");

    [Fact]
    public void A_row_of_sentences_is_one_criterion_of_its_service() =>
        Dump("| Service | Criteria |\n| Rotary pump | Age 18 or older // Swollen legs |").ShouldStartWith("- Rotary pump");

    [Fact]
    public void A_bracket_may_say_how_a_list_is_to_be_met() =>
        Dump("Rotary pumps are considered medically necessary for:\n1. Gout (must meet one):\n  a. Swelling\n  b. Redness\n2. Fever (must meet all):\n  a. Heat\n  b. Shivers")
            .ShouldBe("ALL Rotary pumps are considered medically necessary for:\n  ANY Gout (must meet one):\n    - Swelling\n    - Redness\n  ALL Fever (must meet all):\n    - Heat\n    - Shivers".Replace("ALL Rotary", "- Rotary", StringComparison.Ordinal));

    [Fact]
    public void What_is_denied_for_any_of_a_list_is_denied_for_each() =>
        Dump("Rotary pumps will not be covered for any of the following:\n- Travel\n- Sport").ShouldStartWith("ANY ");

    [Fact]
    public void Top_headings_after_a_sentence_that_breaks_off_hold_its_criteria() =>
        Dump("Rotary pumps are medically necessary when the following criteria are met:\n# I. Initial Approval Criteria\n- Swelling\n- Redness\n# II. Continued Therapy\n- Benefit\n- No harm")
            .ShouldBe("ALL I. Initial Approval Criteria\n  - Swelling\n  - Redness\n- II. Continued Therapy\n  - Benefit\n  - No harm");
}
