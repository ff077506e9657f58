using Ingest.Extractors.Guidelines;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Guidelines;

public class GuidelineExtractorTests
{
    private static string[] Extract(string source) =>
        [.. new GuidelineExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(g => $"{g.Organization}|{g.Year}|{g.Text.ReplaceLineEndings(" ")}")];

    [Fact]
    public void Paragraphs_belong_to_the_organisation_named_at_their_beginning() => Extract("""
        # Practice Guidelines {Guidelines}

        In 2020, the American College of Cold Medicine (ACCM) advised cold for all.

        It repeated so later.

        The National Institute for Health and Care Excellence (2013) found little evidence.
        """).ShouldBe(
        [
            "American College of Cold Medicine (ACCM)|2020|In 2020, the American College of Cold Medicine (ACCM) advised cold for all.  It repeated so later.",
            "National Institute for Health and Care Excellence|2013|The National Institute for Health and Care Excellence (2013) found little evidence.",
        ]);

    [Theory]
    [InlineData("Society of Cold Medicine and Imaging", "Society of Cold Medicine and Imaging")]
    [InlineData("Association for Widgets & Cold Medicine (AWCM)", "Association for Widgets & Cold Medicine (AWCM)")]
    [InlineData("Cold Imaging Taskforce", "Cold Imaging Taskforce")]
    [InlineData("Roe’s Association", "Roe’s Association")]
    public void Bodies_are_named_in_several_ways(string heading, string organization) =>
        Extract($"# {heading} {{Guidelines}}\n\nCold was advised in 2019.").ShouldBe([$"{organization}|2019|Cold was advised in 2019."]);

    [Fact]
    public void A_heading_names_the_organisation_for_its_section() => Extract("""
        # U.S. Preventive Services Task Force {Guidelines}

        Screening was graded C in 2018. The American Cancer Society differs.
        """).ShouldBe(["U.S. Preventive Services Task Force|2018|Screening was graded C in 2018. The American Cancer Society differs."]);

    [Fact]
    public void Nothing_said_is_no_guideline() => Extract("""
        # U.S. Preventive Services Task Force Recommendations {Guidelines}

        Not applicable.
        """).ShouldBeEmpty();
}
