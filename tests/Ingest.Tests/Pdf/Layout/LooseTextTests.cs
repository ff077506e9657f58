using static Ingest.Cli.Tests.Pdf.Layout.SketchFile;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class LooseTextTests
{
    private static void Dumps(SketchFile file, params string[] lines) => BlockDump.Of(file.Document()).ShouldBe(string.Join('\n', lines));

    [Fact]
    public void Markers_that_a_browser_leaves_untagged_lead_their_items() => Dumps(
        new(new PageSketch().Text(72, 100, "The plan covers the test when both of these are met by the member:", id: 0)
            .Text(90, 120, "1.").Text(108, 120, "The member has a variant; and", id: 1).Text(90, 140, "2.").Text(108, 140, "The member saw a counselor.", id: 2))
        {
            Structure = Tag("Document", Leaf("P", 0), Child(Tag("L", Child(Tag("LI", Leaf("P", 1))), Child(Tag("LI", Leaf("P", 2)))))),
        },
        "1 p The plan covers the test when both of these are met by the member:",
        "1 li0 [1.] The member has a variant; and",
        "1 li0 [2.] The member saw a counselor.");

    [Fact]
    public void A_line_that_the_tags_lost_goes_back_to_its_paragraph()
    {
        PageSketch page = new();
        for (int i = 0; i < 30; i++) page.Text(72, 200 + (14 * i), $"Paragraph {(char)('a' + (i % 26))} of the page has text of its own, and it ends with a point.", id: 10 + i);
        page.Text(72, 100, "The test is covered for members who have a close relative with a known", id: 0)
            .Text(72, 112, "pathogenic variant in one of the genes that").Text(72, 124, "are listed below in the table of codes.", id: 1);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", [Child(Tag("P", new(null, 1, 0), new(null, 1, 1))), .. Enumerable.Range(10, 30).Select(i => Leaf("P", i))]),
        };
        file.Document().Text.ShouldStartWith(
            "The test is covered for members who have a close relative with a known pathogenic variant in one of the genes that are listed below in the table of codes.\n\n");
    }

    [Fact]
    public void A_page_whose_tags_lost_much_is_read_by_geometry_in_its_place() => Dumps(
        new(
            new PageSketch().Text(72, 100, "The first page is tagged well, and its text comes first of all in the document.", id: 0)
                .Text(72, 130, "So does its second paragraph, which has as many words as the first one has.", id: 1),
            new PageSketch().Text(72, 100, "Most lines of the second page are tagged.", id: 0)
                .Text(72, 130, "This paragraph is not, and it is long enough to be missed by every reader."),
            new PageSketch().Text(72, 100, "The third page is tagged well again, and it is the last one of the document.", id: 0)
                .Text(72, 130, "So is this paragraph of it, which goes on for long enough to outweigh others.", id: 1))
        {
            Structure = Tag("Document", Leaf("P", 0), Leaf("P", 1), Leaf("P", 0, 2), Leaf("P", 0, 3), Leaf("P", 1, 3)),
        },
        "1 p The first page is tagged well, and its text comes first of all in the document.",
        "1 p So does its second paragraph, which has as many words as the first one has.",
        "2 p Most lines of the second page are tagged.",
        "2 p This paragraph is not, and it is long enough to be missed by every reader.",
        "3 p The third page is tagged well again, and it is the last one of the document.",
        "3 p So is this paragraph of it, which goes on for long enough to outweigh others.");

    [Fact]
    public void What_stands_at_the_edge_outside_all_tags_is_furniture() => Dumps(
        new(new PageSketch().Text(20, 20, "1/5/25, 4:10 PM").Text(200, 20, "Policy | Example Health Plan")
            .Text(72, 100, "The plan covers the test for members who have the variant.", id: 0).Text(20, 780, "https://example.org/policy/12"))
        {
            Structure = Tag("Document", Leaf("P", 0)),
        },
        "1 p The plan covers the test for members who have the variant.",
        "1 header 1/5/25, 4:10 PM\tPolicy | Example Health Plan",
        "1 footer https://example.org/policy/12");
}
