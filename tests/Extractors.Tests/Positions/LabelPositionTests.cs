using System.Collections.Immutable;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

public class LabelPositionTests
{
    private static ImmutableArray<Position> Find(string notation) => new PositionExtractor().Extract(Policy(notation), PolicyFacts.None).Facts;

    [Theory]
    [InlineData("Non-covered:", Stance.NotCovered)]
    [InlineData("Not covered:", Stance.NotCovered)]
    [InlineData("Exclusions:", Stance.NotCovered)]
    [InlineData("CONDITIONS NOT COVERED", Stance.NotCovered)]
    [InlineData("Covered:", Stance.MedicallyNecessary)]
    [InlineData("Experimental or investigational:", Stance.Investigational)]
    public void A_label_line_gives_its_stance_to_the_list_under_it(string label, Stance stance)
    {
        Position position = Find($"# Pumps\n## Foot Pumps\nFoot pumps move water.\n{label}\n- Pumps bought for travel only\n- Pumps with a second hose").ShouldHaveSingleItem();

        position.Stance.ShouldBe(stance);
        position.Subject.ShouldBe("Pumps bought for travel only; Pumps with a second hose");
        position.Statement.ShouldStartWith(label);
        position.Statement.ShouldEndWith("second hose");
    }

    [Fact]
    public void A_label_that_is_an_item_rules_the_items_under_it() =>
        Find("# Pumps\n- Not covered:\n  - Pumps bought for travel only\n- Pumps are described elsewhere").ShouldHaveSingleItem().Subject.ShouldBe("Pumps bought for travel only");

    [Fact]
    public void A_label_speaks_for_the_items_that_say_nothing_themselves() =>
        Find("# Pumps\n## Foot Pumps\nNon-covered:\n- Pumps bought for travel only\n- Pumps are dirty, so a third hose is not covered")
            .Select(p => (p.Stance, p.Subject)).ShouldBe([(Stance.NotCovered, "Pumps bought for travel only"), (Stance.NotCovered, "a third hose")]);

    [Theory]
    [InlineData("# Evidence {evidence}\nNon-covered:\n- Pumps bought for travel only")]
    [InlineData("# Pumps\nNon-covered:\nSee the benefit booklet.")]
    [InlineData("# Pumps\nLimitations:\n- One pump a year")]
    public void A_label_without_a_stance_a_list_or_a_payers_voice_gives_none(string notation) => Find(notation).ShouldBeEmpty();

    [Fact]
    public void A_numbered_list_goes_on_after_the_paragraphs_between() =>
        Find("# Policy\n## Conditions Not Covered\n1. Travel by sea\nPumps get salty there.\n2. Travel by air").ShouldHaveSingleItem().Subject.ShouldBe("Travel by sea; Travel by air");

    [Fact]
    public void A_title_printed_twice_is_one_position() =>
        Find("# ROTARY PUMPS AND HOSES (REQUIRES PREAUTHORIZATION\n## V.7 ROTARY PUMPS AND HOSES (REQUIRES PREAUTHORIZATION\nPumps move water.")
            .ShouldHaveSingleItem().Stance.ShouldBe(Stance.PriorAuthorization);
}
