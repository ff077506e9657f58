using Ingest.Extractors.Citations;
using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Extractors.Tests.Citations;

public class JournalCatalogueTests
{
    private readonly ReferenceParser _parser = new();

    [Theory]
    [InlineData("Korean J Intern Med", "Korean journal of internal medicine")]
    [InlineData("Ghana Med J", "Ghana Medical Journal")]
    [InlineData("N Engl J Med", "The New England Journal of Medicine")]
    public void Abbreviation_and_full_title_are_one_journal(string abbreviation, string title)
    {
        JournalNames.AbbreviationOf(abbreviation).ShouldNotBeNull();
        JournalNames.AbbreviationOf(title).ShouldBe(JournalNames.AbbreviationOf(abbreviation));
    }

    [Theory]
    [InlineData("Semin Pediatr Neurol")]
    [InlineData("Hum Gene Ther")]
    [InlineData("N Eng J Med")]
    [InlineData("Zamonian Struct Biotechnol J")]
    public void A_journal_that_ends_like_another_keeps_its_whole_name(string journal) =>
        _parser.Parse($"Okafor BN, Lindgren T, et al. Widgets in adults with made-up conditions. {journal}. 2015;22(1):2-9.").Container.ShouldBe(journal);

    [Fact]
    public void A_capitalised_word_that_ends_a_title_is_none_of_the_journals() =>
        _parser.Parse("Okafor BN, Lindgren T, et al. Widgets of the Elbow: A Made-up Approach. Eur Urol. 2015;67(1):2-9.").ShouldSatisfyAllConditions(
            r => r.Title.ShouldBe("Widgets of the Elbow: A Made-up Approach"), r => r.Container.ShouldBe("Eur Urol"));

    [Fact]
    public void A_numbered_page_of_a_series_is_what_the_reference_is_about()
    {
        ParsedReference r = _parser.Parse("Harborline Health Association Evidence Review System®. 7.01.99 Imaginary Widgets of the Elbow, 06/24.");
        r.Title.ShouldBe("7.01.99 Imaginary Widgets of the Elbow");
    }
}
