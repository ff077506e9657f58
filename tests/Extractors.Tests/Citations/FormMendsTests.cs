using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Tests.Citations;

/// <summary>What numbers are by the signs beside them, whatever the model thought of the words around.</summary>
public class FormMendsTests
{
    private static string Of(string text, ReferenceLabel label)
    {
        var labeller = new ReferenceLabeller(ReferenceLabeller.ShippedModel);
        List<SourceSpan> tokens = ReferenceTokenizer.Tokenize(text);
        ReferenceLabel[] labels = labeller.Label(text, tokens);
        return string.Join(' ', tokens.Where((_, i) => labels[i] == label).Select(t => t.Slice(text)));
    }

    [Theory]
    [InlineData("Roe J: Widgets of the elbow, J Widget 14: 508, 1988.", "508,")]
    [InlineData("Roe J. Widgets of the elbow. In Proceedings of the Conference on Widgets, pp. 2139-2142, Yokohama, 2001.", "pp. 2139-2142,")]
    public void Pages_stand_after_a_volume_and_its_colon_or_after_their_sign(string reference, string pages) => Of(reference, ReferenceLabel.Pages).ShouldBe(pages);

    [Theory]
    [InlineData("Roe, Jane. \"Widgets at Home.\" Elbow Times, 7 March 2011.", "7 March 2011.")]
    [InlineData("Roe, Jane. \"Widgets at Home.\" Elbow Blog, 2 Aug. 2006, Web. 29 Sept. 2016, <https://example.org/widgets>", "2 Aug. 2006,")]
    public void A_day_goes_with_its_month_and_a_day_of_access_is_no_date(string reference, string date) => Of(reference, ReferenceLabel.Date).ShouldBe(date);

    [Fact]
    public void All_numbers_of_one_bracket_are_the_issue() => Of("Roe, J., & Doe, A. B. (1995). Widgets of the elbow. Journal of Widgets, 23 (2, 3, 4), 303-353.", ReferenceLabel.Issue).ShouldBe("(2, 3, 4),");

    [Fact]
    public void An_address_goes_on_over_a_space_and_a_tag_is_none()
    {
        Of("Roe J. Widgets of the elbow. 2007. www.example.org/sites/default/files/ Big_Widgets.final.pdf (accessed June 7, 2015).", ReferenceLabel.Url).ShouldBe("www.example.org/sites/default/files/ Big_Widgets.final.pdf");
        Of("Roe, J. E., and C. N. Doe. 2003. <i>Widgetus montanus.</i> Mammalian Widgets 716: 1-10.", ReferenceLabel.Url).ShouldBeEmpty();
    }
}
