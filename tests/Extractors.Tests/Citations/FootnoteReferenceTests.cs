using Ingest.Extractors.Citations;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Citations;

public class FootnoteReferenceTests
{
    private static string[] Read(string notes, string end = "") => [.. new CitationExtractor().Extract(
        PolicyText.Read($"# Policy {{Coverage}}\n\nImaging is covered for adults.\n\n{notes}{end}"), PolicyFacts.None).Facts.Select(c => $"{c.Label}|{c.Year}|{c.Title}")];

    private const string Notes = "1 Roe J, Poe E. Bones of the hand. Gut. 2018;1:2-3.\n\nMore of the policy.\n\n2 Members may ask for a review.\n\n3 Doe A. Bones of the foot. Gut. 2019;2:3-4.\n\n4 Bones of the skull: https://www.example.org/skull";

    [Fact]
    public void Works_in_numbered_notes_are_cited_where_there_is_no_list() => Read(Notes).ShouldBe(["1|2018|Bones of the hand", "3|2019|Bones of the foot", "4||Bones of the skull"]);

    [Fact]
    public void A_list_of_references_leaves_notes_what_they_are() =>
        Read(Notes, "\n\n# References {References}\n\n1. Moe B. Bones of the ear. Gut. 2020;3:4-5.").ShouldBe(["1|2020|Bones of the ear"]);

    [Fact]
    public void A_few_numbers_at_the_head_of_paragraphs_are_no_notes() => Read("1 Roe J, Poe E. Bones of the hand. Gut. 2018;1:2-3.\n\n2 Members may ask for a review.").ShouldBeEmpty();
}
