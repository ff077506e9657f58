using Ingest.Extractors.Documents;
using static Ingest.Cli.Tests.Pdf.Layout.SketchFile;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class FlowTests
{
    private static void Dumps(SketchFile file, params string[] lines) => BlockDump.Of(file.Document()).ShouldBe(string.Join('\n', lines));

    [Fact]
    public void A_new_series_under_the_same_indent_is_a_depth_of_its_own() => Dumps(
        new(new PageSketch().Lines(72, 88, "The test is covered when the member meets all that is listed here below:")
            .Lines(72, 100, "1. The member has:", "a. a variant; and", "b. a relative with the disease", "2. The test was ordered by a physician")),
        "1 p The test is covered when the member meets all that is listed here below:",
        "1 li0 [1.] The member has:",
        "1 li1 [a.] a variant; and",
        "1 li1 [b.] a relative with the disease",
        "1 li0 [2.] The test was ordered by a physician");

    [Fact]
    public void Fields_are_lines_of_their_own_even_side_by_side() => Dumps(
        new(new PageSketch().Text(72, 100, "Policy Number: 123").Text(300, 100, "Effective Date: 01/01/2024")
            .Text(72, 112, "Status: Reviewed").Lines(72, 140, "This document addresses a test for a gene, and what the plan pays for it.")),
        "1 p Policy Number: 123",
        "1 p Effective Date: 01/01/2024",
        "1 p Status: Reviewed",
        "1 p This document addresses a test for a gene, and what the plan pays for it.");

    [Fact]
    public void Bold_lines_that_are_links_captions_connectives_or_sentences_are_no_headings()
    {
        var document = new SketchFile(new PageSketch()
            .Text(72, 100, "Coverage", bold: true).Link(new Box(70, 90, 130, 104), "#page=2")
            .Text(72, 130, "Table 1. Variants and their classes", bold: true).Text(72, 160, "AND", bold: true)
            .Text(72, 190, "The following codes are considered investigational for all members:", bold: true)
            .Lines(72, 220, "Body text of the page stands here and is not bold at all.")).Document();
        document.Blocks.OfType<HeadingBlock>().ShouldBeEmpty();
        document.Links.ShouldHaveSingleItem().Target.ShouldBe("#page=2");
    }

    [Fact]
    public void A_link_back_to_the_top_is_navigation_and_no_part_of_its_heading()
    {
        PageSketch page = new PageSketch().Text(72, 100, "II. CODING", bold: true, id: 0).Text(300, 100, "TOP", bold: true, id: 1).Link(new Box(298, 90, 330, 104), "#page=1")
            .Text(72, 130, "The codes are listed for information only.", id: 2);
        Dumps(
            new(page) { Structure = Tag("Document", Child(Tag("H1", new(null, 1, 0), new(null, 1, 1))), Leaf("P", 2)) },
            "1 h1 II. CODING",
            "1 p The codes are listed for information only.",
            "1 navigation TOP");
    }

    [Fact]
    public void Sentences_and_bullets_that_are_tagged_as_headings_are_none()
    {
        PageSketch page = new PageSketch().Text(72, 100, "Testing for the fusion gene in patients with the disease is used to predict response.", id: 0)
            .Text(72, 130, "• A panel of five genes", id: 1).Text(72, 160, "When services are covered:", id: 2);
        Dumps(
            new(page) { Structure = Tag("Document", Leaf("H4", 0), Leaf("H4", 1), Leaf("H4", 2)) },
            "1 p Testing for the fusion gene in patients with the disease is used to predict response.",
            "1 li0 [•] A panel of five genes",
            "1 h1 When services are covered:");
    }

    [Fact]
    public void Lines_lettered_one_after_another_with_brackets_are_items_whatever_their_tag()
    {
        PageSketch page = new PageSketch().Text(72, 88, "Testing of the genes below is covered.", id: 9).Text(90, 100, "a) ABC1", id: 0).Text(90, 130, "b) ABC2", id: 1).Text(90, 160, "c) XYZ", id: 2);
        Dumps(
            new(page) { Structure = Tag("Document", Leaf("P", 9), Leaf("H3", 0), Leaf("H3", 1), Leaf("H3", 2)) },
            "1 p Testing of the genes below is covered.",
            "1 li0 [a)] ABC1",
            "1 li0 [b)] ABC2",
            "1 li0 [c)] XYZ");
    }

    [Fact]
    public void A_bold_name_with_a_colon_among_digits_is_a_heading() => Dumps(
        new(new PageSketch().Text(72, 100, "ABC-B*99:02 Variant Analysis", bold: true).Lines(72, 130, "The analysis shows which form of the gene a member has.")),
        "1 h1 ABC-B*99:02 Variant Analysis",
        "1 p The analysis shows which form of the gene a member has.");

    [Fact]
    public void Two_items_in_one_tag_are_two_even_where_the_first_fills_its_line()
    {
        PageSketch page = new PageSketch().Text(72, 100, "I. Testing for a known variant may be considered medically necessary.", id: 0)
            .Text(72, 112, "II. Testing of other members may be considered medically necessary.", id: 1);
        Dumps(
            new(page) { Structure = Tag("Document", Child(Tag("L", Child(Tag("LI", Child(Tag("LBody", new(null, 1, 0), new(null, 1, 1)))))))) },
            "1 li0 [I.] Testing for a known variant may be considered medically necessary.",
            "1 li0 [II.] Testing of other members may be considered medically necessary.");
    }

    [Fact]
    public void Lines_tagged_one_by_one_are_one_paragraph() => Dumps(
        new(new PageSketch().Text(72, 100, "A first-degree relative shares about half of the genes of the member,", id: 0)
            .Text(72, 112, "and a second-degree relative shares about a quarter.", id: 1))
        {
            Structure = Tag("Document", Leaf("P", 0), Leaf("P", 1)),
        },
        "1 p A first-degree relative shares about half of the genes of the member, and a second-degree relative shares about a quarter.");

    [Fact]
    public void Fields_of_a_header_are_parted_by_tabs() => new SketchFile(new PageSketch()
            .Text(72, 30, "Medical Policy", artifact: true).Text(300, 30, "MP-123", artifact: true)
            .Text(72, 100, "The plan covers the test for members who have the variant.", id: 0))
        {
            Structure = Tag("Document", Leaf("P", 0)),
        }.Document().Text.ShouldEndWith("\n\nMedical Policy\tMP-123");

    [Fact]
    public void Pieces_of_styled_text_are_runs_of_the_canonical_text()
    {
        var document = new SketchFile(new PageSketch()
            .Text(72, 100, "The test is ").Text(132, 100, "not covered", bold: true).Text(187, 100, " for members under the age of ten.")
            .Rule(132, 101.2, 187, 101.2)).Document();
        StyledRun run = document.Styles.ShouldHaveSingleItem();
        document.Slice(run.Span).ShouldBe("not covered");
        run.Style.ShouldBe(TextStyle.Bold | TextStyle.Underline);
    }

    [Fact]
    public void Notes_at_the_foot_of_a_page_stand_behind_its_text()
    {
        SketchFile file = new(
            new PageSketch().Lines(72, 600, "The test is covered where a first-degree relative has had the disease and", "the member is of an age at which")
                .Rule(72, 680, 216, 680).Text(72, 690, "1", 6).Text(76, 693, "Doe J. A study of the age at onset. J Gen. 2020;1(2):3-4. Available", 9).Text(72, 704, "at example.org.", 9)
                .Text(72, 714, "2", 6).Text(76, 717, "Roe R. Another study.", 9),
            new PageSketch().Lines(72, 80, "screening would begin."));
        BlockDump.Of(file.Document()).ShouldBe(string.Join(
            '\n',
            "1-2 p The test is covered where a first-degree relative has had the disease and the member is of an age at which screening would begin.",
            "1 p 1 Doe J. A study of the age at onset. J Gen. 2020;1(2):3-4. Available at example.org.",
            "1 p 2 Roe R. Another study."));
    }
}
