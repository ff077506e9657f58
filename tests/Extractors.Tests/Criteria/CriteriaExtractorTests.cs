using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Criteria;

public class CriteriaExtractorTests
{
    /// <summary>The trees, one node a line: indentation, operator or "-", label, how the text begins.</summary>
    private static string Dump(string notation)
    {
        SectionedPolicy policy = Policy(notation);
        PolicyFacts facts = PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };
        ImmutableArray<Criterion> criteria = new CriteriaExtractor().Extract(policy, facts).Facts;
        var dump = new StringBuilder();
        foreach (Criterion criterion in criteria)
        {
            int depth = 0;
            for (int? up = criterion.Parent; up is { } i; up = criteria[i].Parent) depth++;
            string combines = criterion.Operator is { } op ? ContractName.Of(op) + criterion.Minimum : "-";
            string words = string.Join(' ', criterion.Text.Split(' ').Take(3));
            dump.Append(' ', depth * 2).Append(combines).Append(' ').Append(criterion.Label is { } label ? label + " " : "").Append(words).Append('\n');
        }
        return dump.ToString().TrimEnd();
    }

    [Fact]
    public void Nesting_follows_the_labels_and_operators_the_words() =>
        Dump("""
            # Policy
            I. Rotary pumps may be considered medically necessary when ALL of the following are met:
              A. The member is an adult; and
              B. One or more of the following:
                1. Two failed trials; or
                2. At least two of the following signs:
                  a. Swelling
                  b. Redness
                  c. Fever
              C. No earlier pump
            II. Rotary pumps are considered investigational for all other indications.
            """).ShouldBe("""
            ALL I Rotary pumps may
              - A The member is
              ANY B One or more
                - 1 Two failed trials;
                AT_LEAST2 2 At least two
                  - a Swelling
                  - b Redness
                  - c Fever
              - C No earlier pump
            """);

    [Fact]
    public void Labels_decide_where_the_indentation_is_lost() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary when both of the following are met:
            A. The member meets one of the following:
            1. Pain
            2. Swelling
            B. The pump is new
            """).ShouldBe("""
            ALL Rotary pumps are
              ANY A The member meets
                - 1 Pain
                - 2 Swelling
              - B The pump is
            """);

    [Fact]
    public void Connectives_between_items_speak_where_the_lead_in_does_not() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary when:
            A. The member has one of the following:
              1. Pain, OR
              2. Swelling, OR
            B. The member has fever
            """).ShouldBe("""
            ANY Rotary pumps are
              ANY A The member has
                - 1 Pain, OR
                - 2 Swelling, OR
              - B The member has
            """);

    [Fact]
    public void Bullets_nest_by_indentation_even_when_a_glyph_comes_back() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary for 1 or more of the following:
            • Joint pain with ALL of the following:
              o Two visits
              o Signs as shown by 1 or more of the following:
                • Swelling
                • Redness
            • Fever
            """).ShouldBe("""
            ANY Rotary pumps are
              ALL Joint pain with
                - Two visits
                ANY Signs as shown
                  - Swelling
                  - Redness
              - Fever
            """);

    [Fact]
    public void A_list_of_what_is_not_covered_is_no_criteria() =>
        Dump("""
            # Policy
            The following uses of rotary pumps are not medically necessary:
            - Travel
            - Sport
            """).ShouldBe("");

    [Fact]
    public void Exclusions_combine_as_none() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary when ALL of the following are met:
            1. Pain
            2. None of the following:
              a. Fever
              b. Infection
            """).ShouldBe("""
            ALL Rotary pumps are
              - 1 Pain
              NONE 2 None of the
                - a Fever
                - b Infection
            """);

    [Fact]
    public void Indications_are_alternatives_and_criteria_go_together() =>
        Dump("""
            # Policy
            Northern Mutual considers rotary pumps medically necessary for the following indications:
            A. Pain when the following criteria are met:
              1. Two visits
              2. Swelling
            B. Fever
            """).ShouldBe("""
            ANY Northern Mutual considers
              ALL A Pain when the
                - 1 Two visits
                - 2 Swelling
              - B Fever
            """);

    [Fact]
    public void Groups_of_alternatives_hold_alternatives() =>
        Dump("""
            # Policy
            Northern Mutual considers rotary pumps medically necessary for one of the following disorders:
            A. Swelling of the limbs
              1. Hands
              2. Feet
            B. Fever
            """).ShouldBe("""
            ANY Northern Mutual considers
              ANY A Swelling of the
                - 1 Hands
                - 2 Feet
              - B Fever
            """);

    [Fact]
    public void A_connective_on_a_line_of_its_own_joins_its_neighbours() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary when:
            A. Pain
            OR
            B. Fever
            """).ShouldBe("""
            ANY Rotary pumps are
              - A Pain
              - B Fever
            """);

    [Fact]
    public void Criteria_know_the_position_that_they_decide()
    {
        SectionedPolicy policy = Policy("""
            # Policy
            Wall pumps are considered investigational.
            Rotary pumps are considered medically necessary when all of the following are met:
            - Pain
            - Fever
            """);
        PolicyFacts facts = PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };

        new CriteriaExtractor().Extract(policy, facts).Facts.Select(c => facts.Positions[c.Position!.Value].Subject).ShouldAllBe(s => s == "Rotary pumps");
    }

    [Theory]
    [InlineData("the pump is either:", "ANY")]
    [InlineData("There are NO reasons against pumps that include:", "NONE")]
    [InlineData("No history of:", "NONE")]
    [InlineData("The foot does not have any of:", "NONE")]
    [InlineData("The member has a score of 7 or higher using the signs listed (points in parentheses):", "-")]
    [InlineData("Tests have confirmed swelling:", "-")]
    [InlineData("Documentation of the following:", "ALL")]
    [InlineData("Swelling must:", "ALL")]
    public void Lists_without_a_plain_quantifier_claim_only_what_their_lead_in_says(string lead, string expected) =>
        Dump($"# Policy\nRotary pumps are considered medically necessary when:\n1. The member is an adult\n2. {lead}\n  a. Feet\n  b. Hands")
            .Split('\n')[2].Trim().Split(' ')[0].ShouldBe(expected);

    [Fact]
    public void What_a_stance_is_on_are_no_conditions() =>
        Dump("# Policy\nFor adults the following testing MEETS COVERAGE CRITERIA:\na) Testing of the left foot\nb) Testing of both feet").ShouldStartWith("- For adults the");

    [Theory]
    [InlineData("Reasons against pumping, including, but not limited to:")]
    [InlineData("Risks such as:")]
    public void Examples_are_required_of_nobody(string lead) =>
        Dump($"# Policy\nRotary pumps are considered medically necessary when:\n1. The member is an adult\n2. {lead}\n  a. Salt\n  b. Sand").Split('\n').Length.ShouldBe(3);

    [Fact]
    public void AND_binds_tighter_than_OR() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary under these conditions:
            • The member is an adult, and
            • The foot is swollen, or
            • The pump was lost
            """).ShouldBe("""
            ANY Rotary pumps are
              ALL The member is
                - The member is
                - The foot is
              - The pump was
            """);

    [Fact]
    public void A_table_of_criteria_tells_what_each_row_is_for() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary for the uses of Table 1 when its criteria are met.
            | Use | Criteria |
            | Swollen feet | BOTH of the following: // 1. Pain // 2. Redness |
            | Swollen hands | 1. The member must type // 2. The hands are cold |
            | Swollen ears | When the member swims every day |
            """).ShouldBe("""
            ALL Swollen feet; BOTH of
              - 1 Pain
              - 2 Redness
            - Swollen hands
              - 1 The member must
              - 2 The hands are
            - Swollen ears; When the
            """.Replace("; ", "\t", StringComparison.Ordinal));

    [Fact]
    public void Duties_after_approval_are_no_criteria() =>
        Dump("""
            # Policy
            Rotary pumps are considered medically necessary when the member is an adult.
            # Approval Conditions {administrative}
            ## Reports {evidence}
            - Reports of one of the following:
              - Two pumped litres, OR
              - Two dry feet
            """).ShouldBe("- when the member");

    [Fact]
    public void Each_case_is_enough_to_deny() =>
        Dump("# Policy\nThe pump will be non-covered if:\n- Another pump was bought\n- The feet are dry").ShouldBe("ANY The pump will\n  - Another pump was\n  - The feet are");

    [Fact]
    public void A_list_that_a_reader_cut_off_its_cell_hangs_on_the_cell() =>
        Dump("# Policy\n| Service | Medical Necessity |\n| Feet | Foot pumps may be considered medically necessary when 2 of the following are met: |\n- Pain\n- Redness\n- Fever")
            .ShouldStartWith("AT_LEAST2 Foot pumps may\n  - Pain");

    [Theory]
    [InlineData("Foot pumps are covered only when the feet are swollen and red.", "- only when the")]
    [InlineData("When walking is hard, foot pumps are covered only when the feet are swollen.", "- only when the")]
    [InlineData("Foot pumps are covered up to 24 months, except when the feet are dry.", "- except when the")]
    [InlineData("If the feet are swollen, foot pumps are considered medically necessary.", "- If the feet")]
    [InlineData("Foot pumps are considered not medically necessary unless the feet are swollen.", "- unless the feet")]
    [InlineData("Foot pumps are considered medically necessary when the criteria below are met.", "")]
    [InlineData("Foot pumps are considered medically necessary when used at home.", "- when used at")]
    [InlineData("Foot pumps are considered investigational.", "")]
    public void A_condition_in_the_sentence_itself_is_one_criterion(string sentence, string expected) => Dump("# Policy\n" + sentence).ShouldBe(expected);

    [Fact]
    public void Trees_stay_whole_when_a_sentence_before_them_has_its_own_condition() =>
        Dump("# Policy\nHand pumps are covered when the hands are swollen.\nFoot pumps are covered when all of the following are met:\n- Pain\n- Redness")
            .ShouldBe("- when the hands\nALL Foot pumps are\n  - Pain\n  - Redness");
}
