using System.Collections.Immutable;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

/// <summary>Stances that labels, headings and tables take, and what stands under them that is none.</summary>
public class StanceLabelFormsTests
{
    private static ImmutableArray<Position> Find(string notation) => new PositionExtractor().Extract(Policy("# Policy\n" + notation), PolicyFacts.None).Facts;

    private static string Read(string notation) => string.Join(" + ", Find(notation).Select(p => $"{ContractName.Of(p.Stance)}{(p.Conditional ? "?" : "")} {p.Subject}".TrimEnd()));

    [Theory]
    [InlineData("Not Medically Necessary: foot pumps for travel.", "not_medically_necessary foot pumps for travel")]
    [InlineData("Experimental/Investigational: foot pumps for gout.", "investigational foot pumps for gout")]
    [InlineData("- Not covered: foot pumps for travel", "not_covered foot pumps for travel")]
    [InlineData("Covered when: the limb is swollen and red.", "medically_necessary?")]
    public void A_label_in_the_same_line_takes_the_stance(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("Exclusions: None")]
    [InlineData("Not covered: see the benefit booklet")]
    [InlineData("Investigational: CPT 99999, 99998")]
    [InlineData("## Not Medically Necessary\nCPT 99999 Pump work")]
    [InlineData("## When services are not covered:\nWhen the code describes a procedure that is named above, or when a pump is rented.")]
    public void A_label_over_nothing_or_codes_takes_none(string notation) => Read(notation).ShouldBe("");

    [Theory]
    [InlineData("Criteria for approval:\n- Age 18 or older\n- Swollen legs")]
    [InlineData("## Initial Criteria\n- Age 18 or older\n- Swollen legs")]
    [InlineData("## Criteria for Reauthorization\n- Age 18 or older\n- Swollen legs")]
    public void Criteria_under_nothing_but_their_label_allow_the_service(string notation) => Read(notation).ShouldBe("medically_necessary?");

    [Fact]
    public void A_label_of_criteria_adds_nothing_to_a_sentence_that_allows() =>
        Read("Rotary pumps are considered medically necessary when the criteria below are met.\nInitial criteria:\n- Age 18 or older").ShouldBe("medically_necessary? Rotary pumps");

    [Fact]
    public void A_lead_in_over_items_that_say_so_themselves_adds_nothing() =>
        Read("The following is not covered because nobody has studied it:\n- Foot pumps for gout are not covered.").ShouldBe("not_covered Foot pumps for gout");

    [Fact]
    public void A_lead_in_under_a_stance_names_the_service_and_its_conditions() =>
        Read("## Medically Necessary\nRotary pumps when all of the following are met:\n- Swelling\n- Fever").ShouldBe("medically_necessary? Rotary pumps");

    [Fact]
    public void A_cell_says_whether_criteria_decide() =>
        Read("| Test | Position |\n| Rotary scan | Covered with criteria |\n| Hose scan | Not medically necessary |").ShouldBe("medically_necessary? Rotary scan + not_medically_necessary Hose scan");

    [Fact]
    public void A_table_of_services_and_criteria_allows_each_service_where_no_sentence_does() =>
        Read("| Service | Coverage criteria |\n| Rotary pump | Age 18 or older and swollen legs |\n| Hose pump | N/A |").ShouldBe("medically_necessary? Rotary pump");

    [Theory]
    [InlineData("# National {medicare}\nFoot pumps are considered not medically necessary.", "")]
    [InlineData("# C. Nationally Non-Covered Indications\nFoot pumps are non-covered.", "")]
    [InlineData("# Medicare Advantage members {medicare}\nFoot pumps are considered not medically necessary.", "not_medically_necessary Foot pumps")]
    [InlineData("# Medicare {medicare}\nThe Plan follows NCD 20.99 for pumps.", "deferred")]
    public void Medicares_own_words_are_no_position_of_the_payer(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("## Pump Devices {regulatory}\nFoot pumps are considered investigational.", "investigational Foot pumps")]
    [InlineData("## Pump Devices {regulatory}\nThe agency cleared the pump in 2012; it is not covered.", "")]
    [InlineData("Pumps move water.\n## Pump Studies {evidence}\nFoot pumps are considered investigational.", "")]
    public void A_plain_determination_amid_the_coverage_counts_under_another_heading(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Fact]
    public void An_item_that_is_nothing_but_a_stance_rules_the_items_under_it() =>
        Read("I. Rotary pumps are covered.\nII. Exclusions\n  A. Pumps for convenience\n  B. Duplicate pumps").ShouldBe("medically_necessary Rotary pumps + not_covered Pumps for convenience; Duplicate pumps");

    [Fact]
    public void A_heading_that_says_when_a_service_is_not_covered_rules_its_list() =>
        Read("## When Rotary Pumps are not covered\n- Pumps for travel by sea\n- Pumps in gardens").ShouldBe("not_covered? Pumps for travel by sea; Pumps in gardens");

    [Fact]
    public void Criteria_in_a_cell_under_a_stance_are_no_positions() =>
        Read("| Device | Medical Necessity |\n| Rotary pump | Rotary pumps may be considered medically necessary when: // - Swelling for six months // - Failure of stockings |")
            .ShouldBe("medically_necessary? Rotary pumps");

    [Fact]
    public void A_row_of_which_all_is_meant_is_its_own_subject() =>
        Read("| Device | Investigational |\n| Hand pump | All uses |").ShouldBe("investigational Hand pump");

    [Fact]
    public void Criteria_for_members_of_no_medicare_plan_are_coverage() =>
        Find("## For Non-Medicare Members {medicare}\nRotary pumps are considered investigational.").ShouldHaveSingleItem().LineOfBusiness.ShouldBe("For Non-Medicare Members");

    [Theory]
    [InlineData("There is insufficient evidence to support the use of foot pumps for gout.", "investigational foot pumps")]
    [InlineData("There is insufficient evidence in the published medical literature to show that foot pumps are as safe as stockings.", "investigational foot pumps")]
    [InlineData("The evidence is insufficient to determine the effects of foot pumps on health.", "investigational foot pumps")]
    [InlineData("It is the policy of Lakeside that current evidence does not support the use of foot pumps for any indication.", "investigational foot pumps")]
    [InlineData("Evidence is insufficient to conclude that foot pumps are medically necessary.", "investigational foot pumps")]
    [InlineData("The clinical utility of foot pumps has not been established.", "investigational foot pumps")]
    [InlineData("Foot pumps are not covered. There is insufficient evidence to support hand pumps.", "not_covered Foot pumps")]
    [InlineData("The society states that there is insufficient evidence to support foot pumps.", "")]
    [InlineData("## Review {evidence}\nThere is insufficient evidence to support foot pumps.", "")]
    public void A_judgement_of_the_evidence_is_the_stance_where_there_is_no_other(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("Prior Authorization Required\nYes ☐ No ☒", "")]
    [InlineData("Prior authorization is required: ☐ Yes ☒ No", "")]
    [InlineData("Prior authorization is required: ☒ Yes ☐ No", "prior_authorization")]
    [InlineData("## Prior Authorization Required\nIf so, send notes.\nYes [ ] No [x]", "")]
    [InlineData("Prior Authorization Required: No", "")]
    [InlineData("| Prior Authorization Required | No |", "")]
    [InlineData("| Prior Authorization Required | Yes |", "prior_authorization")]
    [InlineData("Prior authorization is required for rotary pumps.\nNo referral is needed.", "prior_authorization rotary pumps")]
    public void Boxes_and_answers_say_whether_authorization_is_required(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Fact]
    public void A_table_of_changes_takes_no_position() =>
        Read("| Policy statement | |\n| BEFORE | AFTER |\n| Foot pumps are considered investigational. | Foot pumps are not covered. |").ShouldBe("");

    [Theory]
    [InlineData("## Diagnoses/Indications for which coverage is NOT authorized\n- Growth of hair on legs", "not_covered Growth of hair on legs")]
    [InlineData("## Conditions Not Recommended for Approval\n- Growth of hair on legs", "not_covered Growth of hair on legs")]
    public void Headings_of_pharmacy_policies_exclude_what_they_list(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("# Medical Necessity Criteria {evidence}\nFoot pumps are considered medically necessary for gout.\n# Policy\nFoot pumps are not covered for fever.", "medically_necessary Foot pumps + not_covered Foot pumps")]
    [InlineData("# Overview {background}\nThe Plan considers foot pumps medically necessary for gout.", "medically_necessary foot pumps")]
    [InlineData("Hand pumps are not covered.\n# Overview {background}\nThe Plan considers foot pumps medically necessary for gout.", "not_covered Hand pumps")]
    public void A_full_determination_counts_under_a_heading_of_coverage_or_where_there_is_no_other(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("The plan covers rotary pumps to plan limitations when the limb is swollen.", "medically_necessary? rotary pumps")]
    [InlineData("The plan does not cover foot pumps for any of the following:\n- Travel by sea", "not_covered? foot pumps")]
    [InlineData("Experimental/investigational services are not covered.", "")]
    public void Subjects_end_where_the_list_or_the_benefit_begins(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("Effective for dates of service on or after January 1, 2025:\nFoot pumps are investigational.\nEffective for dates of service prior to January 1, 2025:\nFoot pumps are covered.", "investigational Foot pumps")]
    [InlineData("Effective for dates of service on or after March 1, 2020 and prior to May 1, 2021:\nFoot pumps are covered.\nEffective for dates of service on or after May 1, 2021:\nFoot pumps are investigational.", "investigational Foot pumps")]
    [InlineData("For services performed on or after May 1, 2021:\nFoot pumps are investigational.", "investigational Foot pumps")]
    public void What_held_for_earlier_dates_of_service_is_no_position(string notation, string expected) => Read(notation).ShouldBe(expected);

    [Theory]
    [InlineData("Based upon our criteria, foot pumps have not been medically proven to be effective and, therefore, are considered investigational.", "investigational foot pumps")]
    [InlineData("## Not Medically Necessary\nRotary pumps for travel", "not_medically_necessary Rotary pumps for travel")]
    [InlineData("Authorization of 12 months may be granted for treatment of gout when all of the following are met:", "medically_necessary? treatment of gout")]
    public void A_subject_is_found_before_an_earlier_verb_under_a_heading_or_after_a_span_of_time(string notation, string expected) => Read(notation).ShouldBe(expected);
}
