using Ingest.Extractors.Codes;

namespace Ingest.Extractors.Tests.Codes;

/// <summary>What heads a run of codes, and what merely stands near it.</summary>
public class CodeGroupTests
{
    /// <summary>One code a line: code, stance where it has one, group.</summary>
    private static string[] Groups(string source) =>
        [.. new CodeExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts
            .Select(c => $"{c.Code}{(c.Stance is { } s ? " " + ContractName.Of(s) : "")}: {c.GroupLabel}")];

    [Fact]
    public void The_service_column_is_the_group_also_of_rows_that_go_on_after_a_page() => Groups("""
        # Reference Table {Coding}

        NOTE: Members covered under any product of Lakeside Choice:

        !Criteria Sections|Example Tests (Labs)|CPT Codes|ICD Codes
        Pump Panels|Foot panel (Acme)|81410|I71.00
        |Hand panel (Acme)|81411|I71.1
        Hose Panels|Hose panel (Acme)|81420|I72.0
        """).ShouldBe(["81410: Pump Panels", "I71.00: Pump Panels", "81411: Pump Panels", "I71.1: Pump Panels", "81420: Hose Panels", "I72.0: Hose Panels"]);

    [Fact]
    public void A_row_over_the_whole_table_is_the_group_before_the_service_column() => Groups("""
        # Reference Table {Coding}

        !Criteria Sections|Example Tests (Labs)|CPT Codes
        Pump Disorders|>|>
        Pump Panels|Foot panel (Acme)|81410
        """).ShouldBe(["81410: Pump Disorders"]);

    [Theory]
    [InlineData("NOTE: Residents covered under Commercial or Medicaid Products:")]
    [InlineData("CPT® is a registered trademark of the American Medical Association")]
    [InlineData("For the pump benefit, refer to the codes below with an asterisk (*).")]
    [InlineData("A. The member meets criteria for one of the following:")]
    public void Notes_and_notices_head_no_codes(string line) =>
        Groups($"# Coding {{Coding}}\n\n{line}\n\n!Code|Description\n47384|Pumping of water").ShouldBe(["47384: Coding"]);

    [Fact]
    public void Boilerplate_that_points_to_the_policy_takes_no_stance() =>
        Groups("# Coding {Coding}\n\nThe code(s) below are medically necessary ONLY if the pumping is done according to the “Policy” section.\n\n!Code|Description\n47384|Pumping of water")[0]
            .ShouldNotContain("medically_necessary:");

    [Fact]
    public void A_heading_of_codes_gives_its_stance_but_not_to_the_next_caption() => Groups("""
        # CPT codes covered if selection criteria are met {Coding}

        !Code|Description
        47384|Pumping of water
        Other CPT codes related to pumping:|>
        47385|Pumping of air
        """).ShouldBe(["47384 medically_necessary: CPT codes covered if selection criteria are met", "47385: Other CPT codes related to pumping:"]);
}
