using System.Collections.Immutable;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

/// <summary>Tables whose columns are stances or questions.</summary>
public class StanceTableTests
{
    private static string Read(string notation) => string.Join(" + ", Find(notation).Select(p => $"{ContractName.Of(p.Stance)}{(p.Conditional ? "?" : "")} {p.Subject}".TrimEnd()));

    private static ImmutableArray<Position> Find(string notation) => new PositionExtractor().Extract(Policy("# Policy\n" + notation), PolicyFacts.None).Facts;

    [Fact]
    public void Under_a_stance_a_cell_holds_the_conditions_of_its_rows_service() =>
        Read("| Service | Covered | Not Covered |\n| Rotary pump | Members with swollen legs | Travel |\n| Foot pump | N/A | All indications |")
            .ShouldBe("medically_necessary? Rotary pump + not_covered Rotary pump + not_covered Foot pump");

    [Fact]
    public void Without_a_column_of_services_the_cells_are_the_services() =>
        Read("| Medically Necessary | Not Medically Necessary |\n| Rotary pumps for gout | Foot pumps for travel |")
            .ShouldBe("medically_necessary Rotary pumps for gout + not_medically_necessary Foot pumps for travel");

    [Fact]
    public void A_column_of_answers_gives_each_row_its_own() =>
        Find("| Product | PA required |\n| Commercial HMO | Yes |\n| Medicaid | No |").ShouldHaveSingleItem().LineOfBusiness.ShouldBe("Commercial HMO");

    [Fact]
    public void An_item_with_conditions_of_its_own_names_its_service() =>
        Read("The following are proven and medically necessary:\n- Rotary pumps for gout in individuals who meet all of the following criteria:\n  - Swelling\n- Spare hoses")
            .ShouldBe("medically_necessary? Rotary pumps for gout; Spare hoses");
}
