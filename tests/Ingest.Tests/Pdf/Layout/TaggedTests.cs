using Ingest.Readers;
using static Ingest.Cli.Tests.Pdf.Layout.SketchFile;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class TaggedTests
{
    [Fact]
    public void The_tag_tree_orders_the_text_and_names_its_parts()
    {
        PageSketch page = new PageSketch()
            .Text(72, 200, "The second paragraph of the policy is drawn first by the producer.", id: 2)
            .Text(72, 100, "Policy", size: 16, id: 0)
            .Text(72, 130, "The first paragraph of the policy is drawn after the second one.", id: 1)
            .Text(90, 220, "1.", id: 3).Text(110, 220, "An item with its own label", id: 4)
            .Text(72, 770, "Example Health Plan", artifact: true);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Leaf("H1", 0), Leaf("P", 1), Leaf("P", 2), Child(Tag("L", Child(Tag("LI", Leaf("Lbl", 3), Leaf("LBody", 4)))))),
        };
        BlockDump.Of(file.Document()).ShouldBe(string.Join(
            '\n',
            "1 h1 Policy",
            "1 p The first paragraph of the policy is drawn after the second one.",
            "1 p The second paragraph of the policy is drawn first by the producer.",
            "1 li0 [1.] An item with its own label",
            "1 footer Example Health Plan"));
    }

    [Fact]
    public void A_table_of_one_column_is_a_box_and_its_content_is_flow()
    {
        PageSketch page = new PageSketch()
            .Text(72, 100, "CRITERIA", bold: true, id: 0).Text(72, 120, "The test may be medically necessary when all of these are met:", id: 1);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag("Table", Child(Tag("TR", Leaf("TH", 0))), Child(Tag("TR", Leaf("TD", 1)))))),
        };
        BlockDump.Of(file.Document()).ShouldBe("1 h1 CRITERIA\n1 p The test may be medically necessary when all of these are met:");
    }

    [Fact]
    public void Headings_that_the_tree_holds_in_a_table_before_its_rows_stand_above_it()
    {
        PageSketch page = new PageSketch()
            .Text(72, 100, "Codes", size: 14, id: 0).Text(72, 120, "Procedure codes covered when the criteria are met:", bold: true, id: 1)
            .Text(72, 140, "81220", id: 2).Text(140, 140, "First gene", id: 3).Text(72, 160, "81221", id: 4).Text(140, 160, "Second gene", id: 5);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag(
                "Table", Leaf("H1", 0), Leaf("H2", 1), Child(Tag("TR", Leaf("TD", 2), Leaf("TD", 3))), Child(Tag("TR", Leaf("TD", 4), Leaf("TD", 5)))))),
        };
        BlockDump.Of(file.Document()).ShouldBe(
            "1 h1 Codes\n1 h2 Procedure codes covered when the criteria are met:\n1 table 2x2 81220 | First gene // 81221 | Second gene");
    }

    [Fact]
    public void A_note_that_the_tree_puts_behind_its_list_goes_back_between_the_items()
    {
        PageSketch page = new PageSketch()
            .Text(72, 100, "A.", id: 0).Text(90, 100, "The member has tried one drug of this class; OR", id: 1)
            .Text(90, 114, "Note: A trial of another product counts as well.", id: 2)
            .Text(72, 128, "B.", id: 3).Text(90, 128, "The member has signs of disease by one of these:", id: 4)
            .Text(90, 142, "1.", id: 5).Text(108, 142, "A protein is elevated; or", id: 6);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag(
                "L", Child(Tag("LI", Leaf("Lbl", 0), Leaf("LBody", 1))), Child(Tag("LI", Leaf("Lbl", 3), Leaf("LBody", 4))))), Leaf("P", 2),
                Child(Tag("L", Child(Tag("LI", Leaf("Lbl", 5), Leaf("LBody", 6)))))),
        };
        BlockDump.Of(file.Document()).ShouldBe(string.Join(
            '\n',
            "1 li0 [A.] The member has tried one drug of this class; OR",
            "1 p Note: A trial of another product counts as well.",
            "1 li0 [B.] The member has signs of disease by one of these:",
            "1 li1 [1.] A protein is elevated; or"));
    }

    [Fact]
    public void A_tree_that_holds_little_of_the_text_is_not_trusted()
    {
        PageSketch page = new PageSketch().Text(72, 100, "Title", id: 0)
            .Lines(72, 130, "Most of the text stands outside the tree, and so the tree is of no use here.", "Lines are read by their place instead.");
        SketchFile file = new(page) { Structure = Tag("Document", Leaf("H1", 0)) };
        file.Document().Text.ShouldContain("the tree is of no use here. Lines are read by their place");
    }

    [Fact]
    public void A_document_of_outlines_fails_with_that_reason()
    {
        SketchFile file = new(new PageSketch { FilledSegments = 40_000 });
        ReadResult.Failed failed = file.Read().ShouldBeOfType<ReadResult.Failed>();
        failed.Rule.ShouldBe("no-usable-text");
        failed.Reason.ShouldContain("outlines");
    }

    [Fact]
    public void A_paragraph_of_soft_hyphens_is_none()
    {
        SketchFile file = new(new PageSketch().Text(72, 100, "\u00AD").Lines(72, 140, "The plan covers the test for members who have the variant."));
        BlockDump.Of(file.Document()).ShouldBe("1 p The plan covers the test for members who have the variant.");
    }

    [Fact]
    public void Blank_pages_alone_fail_and_say_so() =>
        new SketchFile(new PageSketch(), new PageSketch()).Read().ShouldBeOfType<ReadResult.Failed>().Reason.ShouldContain("blank");
}
