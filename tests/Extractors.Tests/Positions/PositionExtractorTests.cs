using System.Collections.Immutable;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

public class PositionExtractorTests
{
    private static ImmutableArray<Position> Find(string notation) => new PositionExtractor().Extract(Policy(notation), PolicyFacts.None).Facts;

    private static string Stances(string sentence) =>
        string.Join(' ', Find("# Policy\n" + sentence).Select(p => ContractName.Of(p.Stance) + (p.Conditional ? "?" : "")));

    [Theory]
    [InlineData("Laser therapy of nail fungus is considered investigational.", "investigational")]
    [InlineData("Tidal bandaging is considered experimental, investigational or unproven for all indications.", "investigational")]
    [InlineData("Tidal bandaging is unproven and not medically necessary due to insufficient evidence.", "investigational not_medically_necessary")]
    [InlineData("Tidal bandaging is investigational/not clinically proven and, therefore, not medically necessary.", "investigational not_medically_necessary")]
    [InlineData("The following tests are considered experimental/investigational and, therefore, not covered:", "investigational not_covered")]
    [InlineData("Bone growth scans (77777, rBGS) may be considered medically necessary when the member is over 50.", "medically_necessary?")]
    [InlineData("A second scan is considered not medically necessary.", "not_medically_necessary")]
    [InlineData("A second scan is not considered medically necessary.", "not_medically_necessary")]
    [InlineData("Northern Mutual considers rotary pumps medically necessary for the following indications:", "medically_necessary?")]
    [InlineData("Northern Mutual considers rotary pumps to be experimental, investigational, or unproven for any other use.", "investigational")]
    [InlineData("Lakeside Choice will treat rotary pumps as a non-covered benefit and as investigational for all indications.", "not_covered investigational")]
    [InlineData("Insertion of a rotary pump meets the definition of medical necessity when ALL of the following are met:", "medically_necessary?")]
    [InlineData("Insertion of a rotary pump does not meet the definition of medical necessity.", "not_medically_necessary")]
    [InlineData("Repeat panels DO NOT MEET COVERAGE CRITERIA.", "not_covered")]
    [InlineData("Sole inserts are not a covered benefit.", "not_covered")]
    [InlineData("Northern Mutual does not cover sole inserts bought in shops.", "not_covered")]
    [InlineData("There is no coverage for sole inserts.", "not_covered")]
    [InlineData("No coverage will be provided for storage of samples.", "not_covered")]
    [InlineData("Scar revision is considered cosmetic.", "cosmetic")]
    [InlineData("Prior authorization is required for rotary pumps.", "prior_authorization")]
    [InlineData("Northern Mutual requires prior authorization (approval in advance) for rotary pumps.", "prior_authorization")]
    [InlineData("Northern Mutual Medicare follows National Coverage Determination 20.99 for rotary pumps.", "deferred")]
    [InlineData("Federal Employee Program (FEP): Follow FEP guidelines.", "deferred")]
    [InlineData("Coverage for other pumps is managed on an individual basis.", "individual_consideration")]
    [InlineData("If the pump is only for travel, the pump will be covered once per lifetime.", "medically_necessary?")]
    [InlineData("If any part of the set does not meet criteria, the entire set will be denied.", "not_covered?")]
    [InlineData("Pump testing is considered not medically necessary if Criterion I. above is not met.", "not_medically_necessary?")]
    [InlineData("Pump testing is considered experimental/investigational; however, when criteria of other policies are met, limited pump testing may be considered medically necessary.",
        "investigational medically_necessary?")]
    [InlineData("The pump is considered investigational and will not be covered when any one of the following is true:", "investigational? not_covered?")]
    [InlineData("Testing to determine whether a patient has gout is considered investigational.", "investigational")]
    [InlineData("Pumps when used for travel are considered investigational.", "investigational")]
    [InlineData("Pumps are considered investigational in patients who do not meet Criteria I., II., or III.", "investigational?")]
    [InlineData("Approval is recommended for those who meet the criteria below.", "medically_necessary?")]
    [InlineData("Members may be eligible under the Plan for pump testing when the following criteria are met:", "medically_necessary?")]
    [InlineData("Members may NOT be eligible under the Plan for pump testing for any other use.", "not_covered")]
    [InlineData("A pump for the feet is approved for any member who cannot walk.", "medically_necessary?")]
    [InlineData("Foot pumps approved with no criteria.", "medically_necessary")]
    [InlineData("Precertification: Required. Refer to the Pump Review Matrix", "prior_authorization")]
    public void Reads_the_stance_and_whether_criteria_decide(string sentence, string expected) => Stances(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("The society recommends that pump testing be considered medically necessary.")]
    [InlineData("According to the FDA the pump is not considered experimental.")]
    [InlineData("Pumps were compared in an investigational study of 20 patients.")]
    [InlineData("We reserve the right to decide whether a pump is medically necessary.")]
    [InlineData("The listing of a code does not imply that the service is covered.")]
    [InlineData("These services may or may not be covered by your plan.")]
    [InlineData("Prior authorization is not required for pumps.")]
    [InlineData("Services that are considered investigational may be billed to the member.")]
    [InlineData("In the event of conflict the plan benefits supersede this policy.")]
    [InlineData("The inclusion of a code does not imply that it requires prior authorization.")]
    [InlineData("If the services are considered medically necessary, the claim is paid.")]
    [InlineData("The section lists rules to decide whether a service, device or drug is considered medically necessary or investigational.")]
    [InlineData("The process by which a pump is judged and determined to be investigational is described elsewhere.")]
    [InlineData("The clinical use of the pump must be established.")]
    [InlineData("Other causes of swelling have been excluded by imaging.")]
    [InlineData("Patients with fever would be excluded from the trial.")]
    [InlineData("This pump has two hoses, but is not considered experimental/investigational as a set.")]
    [InlineData("If values meet these criteria, a retrospective authorization can be approved.")]
    [InlineData("All spare pumps must be used before another pump may be approved.")]
    [InlineData("The pump is approved for patients with swollen feet.")]
    [InlineData("For hand pumps, please refer to MCG # 09-Z9999-99, Hand Pumps.")]
    public void Leaves_what_is_not_the_payers_own_stance(string sentence) => Stances(sentence).ShouldBe("");

    [Theory]
    [InlineData("evidence")]
    [InlineData("background")]
    [InlineData("guidelines")]
    [InlineData("references")]
    [InlineData("history")]
    [InlineData("disclaimer")]
    [InlineData("coding")]
    [InlineData("definitions")]
    public void Looks_only_where_the_payer_speaks_for_itself(string kind) =>
        Find($"# Policy\nThe matter is dealt with elsewhere.\n# Some matter {{{kind}}}\nRotary pumps are considered investigational.").ShouldBeEmpty();

    [Fact]
    public void A_statement_is_the_whole_sentence_that_takes_the_stance()
    {
        Position position = Find("# Policy\nPumps move fluids. Rotary pumps, e.g. Vol. 2 (Acme Inc.), are considered investigational. More is known of others.").ShouldHaveSingleItem();

        position.Statement.ShouldBe("Rotary pumps, e.g. Vol. 2 (Acme Inc.), are considered investigational.");
        position.Subject.ShouldBe("Rotary pumps, e.g. Vol. 2");
    }

    [Fact]
    public void Criteria_in_a_list_are_no_positions_but_services_with_their_own_stance_are() =>
        Find("""
            # Policy
            Pumps are considered medically necessary when:
            - The link of pump and disease has been established
            - Pumping is clinically appropriate
            - Foot pumps are medically necessary for swollen feet
            """).Select(p => p.Subject).ShouldBe(["Pumps", "Foot pumps"]);

    [Fact]
    public void A_heading_that_takes_a_stance_covers_what_stands_under_it()
    {
        Position position = Find("""
            # Policy
            ## Not Medically Necessary:
            - Repeat scans within a year
            - Scans at home
            """).ShouldHaveSingleItem();

        position.Stance.ShouldBe(Stance.NotMedicallyNecessary);
        position.Statement.ShouldContain("Not Medically Necessary");
        position.Statement.ShouldContain("Scans at home");
    }

    [Fact]
    public void A_heading_is_silent_where_sentences_under_it_speak() =>
        Find("# Policy\n## Investigational and Not Medically Necessary:\nRotary pumps are considered investigational and not medically necessary for all uses.")
            .Select(p => p.Statement).Distinct().ShouldHaveSingleItem().ShouldStartWith("Rotary pumps");

    [Fact]
    public void A_heading_speaks_for_the_items_that_say_nothing_themselves() =>
        Find("""
            # Exclusions
            - Repeat scans are not covered.
            - Scans at home, at sea or in the air
            """).Select(p => (p.Stance, p.Statement)).ShouldBe(
                [(Stance.NotCovered, "Repeat scans are not covered."), (Stance.NotCovered, "Scans at home, at sea or in the air")]);

    [Fact]
    public void A_sentence_cut_into_two_paragraphs_is_read_as_one() =>
        Find("# Policy\nIf the pump is only meant for travel by those who fly a lot and for\nmembers at sea the pump will be covered once.")
            .ShouldHaveSingleItem().Conditional.ShouldBeTrue();

    [Fact]
    public void A_heading_that_is_a_sentence_takes_its_stance() =>
        Find("# Policy\n## Rotary pumps bought from a dealer of the network are covered as medically necessary when the criteria of this policy are met\n### Adults\nText.")
            .ShouldHaveSingleItem().Conditional.ShouldBeTrue();

    [Fact]
    public void A_cell_that_is_a_stance_is_said_of_its_row()
    {
        Position position = Find("# Policy\n| Product | Outpatient |\n| Commercial PPO | This is not a covered service. |").ShouldHaveSingleItem();

        position.Stance.ShouldBe(Stance.NotCovered);
        position.LineOfBusiness.ShouldBe("Commercial PPO");
    }

    [Fact]
    public void Cells_under_a_stance_are_what_it_is_on()
    {
        ImmutableArray<Position> positions = Find("# Policy\n| Medically Necessary | Not Medically Necessary |\n| Scan of the left knee | Scan of both knees at once |");

        positions.Select(p => (p.Stance, p.Subject)).ShouldBe(
            [(Stance.MedicallyNecessary, "Scan of the left knee"), (Stance.NotMedicallyNecessary, "Scan of both knees at once")]);
    }

    [Fact]
    public void A_label_and_its_value_in_one_cell_are_one_statement() =>
        Find("# Pumps {identity}\n| Policy Number: P-1 | Prior Number: none |\n| Line(s) of Business: // HMO; PPO | Precertification: // Required. Refer to the Pump Review Matrix |")
            .ShouldHaveSingleItem().Statement.ShouldStartWith("Precertification:");

    [Fact]
    public void A_grid_of_identity_may_ask_for_authorization() =>
        Find("# Pumps {identity}\n| Policy Number: P-1 | Prior Number: none |\n| Line(s) of Business: HMO; PPO | Precertification: Required. Refer to the Pump Review Matrix |")
            .ShouldHaveSingleItem().Stance.ShouldBe(Stance.PriorAuthorization);

    [Fact]
    public void Lines_of_business_come_from_the_headings_above()
    {
        ImmutableArray<Position> positions = Find("""
            # Criteria
            ## Commercial
            Rotary pumps are considered investigational.
            ## Medicaid
            Lakeside Choice follows Oregon Administrative Rules (OAR) 410-120-9999 for rotary pumps.
            """);

        positions.Select(p => (p.Stance, p.LineOfBusiness)).ShouldBe([(Stance.Investigational, "Commercial"), (Stance.Deferred, "Medicaid")]);
    }

    [Fact]
    public void Subsections_of_other_kinds_may_ask_for_authorization_but_not_lean_to_a_stance() =>
        Find("# Administration {administrative}\nPrecertification is required. A pump may be indicated when pain persists.")
            .ShouldHaveSingleItem().Stance.ShouldBe(Stance.PriorAuthorization);
}
