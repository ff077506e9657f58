using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

public class SubjectTests
{
    private static readonly PolicyFacts Titled =
        PolicyFacts.None with { Identity = PolicyIdentity.Unknown with { Title = new("Rotary Pumps", new SourceSpan(0, 1), 1) } };

    private static ImmutableArray<Position> Find(string notation) => new PositionExtractor().Extract(Policy(notation), Titled).Facts;

    [Theory]
    [InlineData("The following devices are considered investigational:")]
    [InlineData("Northern Mutual considers the following devices investigational:")]
    [InlineData("To move water out of the feet, the following devices DO NOT MEET COVERAGE CRITERIA:")]
    [InlineData("Prior authorization is not applicable for the following devices as they are considered investigational:")]
    [InlineData("The following does not meet coverage criteria:")]
    public void What_follows_is_named_by_the_list(string lead) =>
        Find($"# Policy\n{lead}\n- Foot pumps.\n  - with a hose\n- Hand pumps; see below").ShouldHaveSingleItem().Subject.ShouldBe("Foot pumps; Hand pumps");

    [Fact]
    public void What_follows_is_said_of_what_the_lead_in_names() =>
        Find("# Policy\nThe following uses of foot pumps are considered investigational:\n- Travel\n- Sport")
            .ShouldHaveSingleItem().Subject.ShouldBe("The following uses of foot pumps");

    [Theory]
    [InlineData("This device is considered investigational.")]
    [InlineData("These are considered investigational.")]
    [InlineData("It is considered investigational.")]
    [InlineData("Approval is recommended for those who meet the criteria for pumps.")]
    [InlineData("Such rare uses are considered investigational.")]
    [InlineData("This device moves more than one fluid, but is considered investigational.")]
    public void What_points_back_is_named_by_the_heading_else_by_the_title(string sentence)
    {
        Find($"# Policy\n## Pumping of Swollen Feet\n{sentence}").ShouldHaveSingleItem().Subject.ShouldBe("Pumping of Swollen Feet");
        Find($"# Policy\n## Special Notes\n{sentence}").ShouldHaveSingleItem().Subject.ShouldBe("Rotary Pumps");
    }

    [Theory]
    [InlineData("Pumps from a shop are known to be leaky, so foot pumps bought there are considered investigational.", "foot pumps bought there")]
    [InlineData("Unless otherwise noted in the Pump Guide, foot pumps are considered investigational.", "foot pumps")]
    [InlineData("Effective for services on or after May 2, 2030, foot pumps are considered investigational.", "foot pumps")]
    [InlineData("For all other purposes, including but not limited to, travel and sport, foot pumps are considered investigational.", "foot pumps")]
    [InlineData("In regards to sets, if a part of it does not meet criteria the entire set will be denied.", "the entire set")]
    [InlineData("In vitro pumps, including those for rats, are considered investigational.", "In vitro pumps, including those for rats")]
    public void Only_the_noun_phrase_of_a_clause_is_the_subject(string sentence, string subject) =>
        Find("# Policy\n" + sentence).ShouldHaveSingleItem().Subject.ShouldBe(subject);

    [Fact]
    public void A_line_of_business_is_no_subject()
    {
        Find("# Policy\n| Product | Outpatient |\n| Commercial PPO | This is not a covered service. |")
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Subject.ShouldBe("Rotary Pumps"), p => p.LineOfBusiness.ShouldBe("Commercial PPO"));
        Find("# Policy\n## LakeCare HMO SNP, LakeCare SCO\nLakeside Choice follows CMS guidance.")
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Subject.ShouldBeNull(), p => p.LineOfBusiness.ShouldBe("LakeCare HMO SNP, LakeCare SCO"));
    }

    [Fact]
    public void Stacked_headings_all_name_lines_of_business() =>
        Find("# Policy\n## Commercial Members: HMO and PPO\n## Medicare HMO Members\nFoot pumps are considered investigational.")
            .ShouldHaveSingleItem().LineOfBusiness.ShouldBe("Commercial Members: HMO and PPO; Medicare HMO Members");
}
