namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>Labels of lists that the page does not set apart as labels.</summary>
public class LabelTests
{
    private static void Dumps(SketchFile file, params string[] lines) => BlockDump.Of(file.Document()).ShouldBe(string.Join('\n', lines));

    [Fact]
    public void Labels_without_a_space_are_labels_where_the_series_shows_it() => Dumps(
        new(new PageSketch()
            .Text(72, 88, "I.The test is covered where all of the following criteria are met by the member:")
            .Text(90, 100, "A.One of these features:").Text(108, 112, "1.Cleft palate").Text(108, 124, "2. Short stature")
            .Text(90, 136, "B.Family history").Text(72, 148, "II .ABC1 testing is not covered for other members of the plan.")),
        "1 li0 [I.] The test is covered where all of the following criteria are met by the member:",
        "1 li1 [A.] One of these features:",
        "1 li2 [1.] Cleft palate",
        "1 li2 [2.] Short stature",
        "1 li1 [B.] Family history",
        "1 li0 [II.] ABC1 testing is not covered for other members of the plan.");

    [Fact]
    public void A_point_inside_a_word_makes_no_label_without_a_series() => Dumps(
        new(new PageSketch()
            .Lines(72, 100, "Requests that come in before the close of the day are read on it, and those of 9", "A.M. as well, it was said by the head of the office and by her deputy", "J.Smith and others, e.g.in the offices of the plan.")),
        "1 p Requests that come in before the close of the day are read on it, and those of 9 A.M. as well, it was said by the head of the office and by her deputy J.Smith and others, e.g.in the offices of the plan.");

    [Fact]
    public void A_number_with_a_point_at_the_foot_of_a_page_leads_the_entry_on_the_next() => Dumps(
        new(
            new PageSketch().Lines(72, 712, "1. First source of evidence in a list that goes on over the page.", "2. Second source of the list.").Text(72, 750, "3."),
            new PageSketch().Lines(90, 60, "Third source of evidence, with a title of its own and a year.").Text(72, 96, "4. Fourth source of the list.")),
        "1 li0 [1.] First source of evidence in a list that goes on over the page.",
        "1 li0 [2.] Second source of the list.",
        "1-2 li0 [3.] Third source of evidence, with a title of its own and a year.",
        "2 li0 [4.] Fourth source of the list.");

    [Fact]
    public void A_marker_outside_the_tags_leads_its_item_at_the_very_edge_of_the_page_too()
    {
        PageSketch page = new PageSketch()
            .Text(90, 700, "First source of evidence, a paper with a long and telling title.", id: 0).Text(72, 700, "1.")
            .Text(90, 750, "Second source of evidence, another paper with such a title.", id: 1).Text(72, 750, "2.");
        SketchFile file = new(page) { Structure = SketchFile.Tag("Document", SketchFile.Leaf("P", 0), SketchFile.Leaf("P", 1)) };
        BlockDump.Of(file.Document()).ShouldBe(
            "1 li0 [1.] First source of evidence, a paper with a long and telling title.\n1 li0 [2.] Second source of evidence, another paper with such a title.");
    }

    [Fact]
    public void A_bullet_under_the_bullet_of_its_item_starts_another_over_a_page_break_too()
    {
        SketchFile file = new(
            new PageSketch().Text(72, 700, "The request must hold all of these:", id: 0).Text(90, 720, "• Family history is known", id: 1).Text(90, 734, "• Pedigree", id: 2),
            new PageSketch().Text(90, 60, "• Counsel", id: 0).Text(90, 74, "• Prior tests of the member", id: 1))
        {
            Structure = SketchFile.Tag("Document", SketchFile.Leaf("P", 0), SketchFile.Child(SketchFile.Tag(
                "L", SketchFile.Leaf("LI", 1), SketchFile.Child(SketchFile.Tag("LI", new(null, 1, 2), new(null, 2, 0))), SketchFile.Leaf("LI", 1, 2)))),
        };
        BlockDump.Of(file.Document()).ShouldBe(
            "1 p The request must hold all of these:\n1 li0 [•] Family history is known\n1 li0 [•] Pedigree\n2 li0 [•] Counsel\n2 li0 [•] Prior tests of the member");
    }
}
