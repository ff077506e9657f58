using System.Collections.Immutable;
using Ingest.Extractors.Positions;
using static Ingest.Extractors.Tests.PolicyNotation;

namespace Ingest.Extractors.Tests.Positions;

/// <summary>Determinations in the words of Medicare contractors, benefit booklets, utilization managers and pharmacy reviewers, with what they are on.</summary>
public class DeterminationWordingTests
{
    private static string Read(string sentence) => string.Join(" + ", Find(sentence).Select(p => $"{ContractName.Of(p.Stance)}{(p.Conditional ? "?" : "")} {p.Subject}".TrimEnd()));

    private static ImmutableArray<Position> Find(string sentence) => new PositionExtractor().Extract(Policy("# Policy\n" + sentence), PolicyFacts.None).Facts;

    [Theory]
    [InlineData("Rotary pumps will be considered for coverage when all of the following are met:", "medically_necessary? Rotary pumps")]
    [InlineData("Rotary pumps qualify for coverage when the limb is swollen.", "medically_necessary? Rotary pumps")]
    [InlineData("Rotary pumps are approvable when the limb is swollen.", "medically_necessary? Rotary pumps")]
    [InlineData("Benefits are provided for rotary pumps when all of the following are met:", "medically_necessary? rotary pumps")]
    [InlineData("Benefits are limited to rotary pumps when provided by a podiatrist.", "medically_necessary? rotary pumps")]
    [InlineData("Authorization may be granted for rotary pumps when all of the following are met:", "medically_necessary? rotary pumps")]
    [InlineData("Coverage may be provided for rotary pumps when the limb is swollen.", "medically_necessary? rotary pumps")]
    [InlineData("The plan will cover rotary pumps only if the following are documented:", "medically_necessary? rotary pumps")]
    [InlineData("Approval of rotary pumps requires that all of the following be met:", "medically_necessary? rotary pumps")]
    [InlineData("Medical necessity of rotary pumps is established when all of the following are met:", "medically_necessary? rotary pumps")]
    [InlineData("Medical necessity for rotary pumps will be determined on the following criteria:", "medically_necessary? rotary pumps")]
    [InlineData("In order for rotary pumps to be considered medically necessary, all of the following criteria must be met:", "medically_necessary? rotary pumps")]
    [InlineData("For rotary pumps to be covered, the member must have swelling.", "medically_necessary? rotary pumps")]
    [InlineData("Members must meet all of the following criteria for coverage of rotary pumps:", "medically_necessary? rotary pumps")]
    [InlineData("It is the policy of Lakeside Choice that rotary pumps are medically necessary for swollen legs.", "medically_necessary rotary pumps")]
    [InlineData("Reauthorization may be approved when benefit is documented.", "medically_necessary? Reauthorization")]
    [InlineData("Rotary pumps are not considered experimental or investigational and are covered.", "medically_necessary Rotary pumps")]
    [InlineData("Sock analysis of B*99:03 is considered medically necessary.", "medically_necessary Sock analysis of B*99:03")]
    public void Reads_what_is_allowed(string sentence, string expected) => Read(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Coverage is not provided for foot pumps.", "not_covered foot pumps")]
    [InlineData("No benefits are payable for foot pumps.", "not_covered foot pumps")]
    [InlineData("Benefits are not available for foot pumps.", "not_covered foot pumps")]
    [InlineData("Coverage for foot pumps will not be provided.", "not_covered foot pumps")]
    [InlineData("Payment will not be made for foot pumps.", "not_covered foot pumps")]
    [InlineData("Lakeside Choice will not reimburse for foot pumps.", "not_covered foot pumps")]
    [InlineData("Lakeside Choice excludes coverage for foot pumps.", "not_covered foot pumps")]
    [InlineData("Foot pumps are not separately reimbursable.", "not_covered Foot pumps")]
    [InlineData("Foot pumps fail to meet payment determination criteria.", "not_covered Foot pumps")]
    [InlineData("Claims for foot pumps will be denied as not reasonable and necessary.", "not_covered foot pumps + not_medically_necessary foot pumps")]
    [InlineData("Lakeside Choice will deny foot pumps as not medically necessary.", "not_medically_necessary foot pumps")]
    [InlineData("Foot pumps have not been established as medically necessary.", "not_medically_necessary Foot pumps")]
    [InlineData("The medical necessity of foot pumps has not been established.", "not_medically_necessary foot pumps")]
    [InlineData("Medical necessity has not been established for foot pumps.", "not_medically_necessary foot pumps")]
    [InlineData("Foot pumps lack sufficient evidence of benefit and are therefore not medically necessary.", "not_medically_necessary Foot pumps")]
    [InlineData("Foot pumps are not considered the standard of care and are therefore not medically necessary.", "not_medically_necessary Foot pumps")]
    [InlineData("The use of foot pumps is not supported by the evidence and is not covered.", "not_covered The use of foot pumps")]
    [InlineData("Evidence is insufficient to conclude that pumps work; foot pumps are not covered.", "not_covered foot pumps")]
    [InlineData("Foot pumps are not considered investigational but are not covered.", "not_covered Foot pumps")]
    public void Reads_what_is_denied(string sentence, string expected) => Read(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("Rotary pumps are no longer considered investigational.")]
    [InlineData("Rotary pumps are not routinely considered investigational.")]
    [InlineData("Rotary pumps are neither experimental nor investigational.")]
    [InlineData("No prior authorization is required for rotary pumps.")]
    [InlineData("The determination of medical necessity is made on a case-by-case basis.")]
    [InlineData("Foot pumps may not be covered by all plans.")]
    [InlineData("The manufacturer considers the pump to be reasonable and necessary.")]
    [InlineData("Rotary pumps are considered standard of care in many hospitals.")]
    [InlineData("Stockings must be tried before rotary pumps are considered medically necessary.")]
    [InlineData("A trial of stockings is considered adequate when worn for four weeks.")]
    [InlineData("Services must be medically necessary to be covered.")]
    [InlineData("Failure to obtain prior authorization will result in denial.")]
    [InlineData("Two kinds of pumps are considered for coverage.")]
    [InlineData("This rule does NOT exclude the use of rotary pumps.")]
    [InlineData("Benefits are provided by the employer.")]
    [InlineData("Benefits will be provided only for services that are medically necessary.")]
    [InlineData("Payment is made to the provider.")]
    [InlineData("Coverage is restricted to adults.")]
    [InlineData("Approval is given for 12 months.")]
    public void Takes_no_stance_from_what_is_denied_of_one_or_said_of_the_benefit(string sentence) => Read(sentence).ShouldBe("");
}
