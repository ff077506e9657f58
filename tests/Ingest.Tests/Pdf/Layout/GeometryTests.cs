namespace Ingest.Cli.Tests.Pdf.Layout;

public class GeometryTests
{
    private static void Dumps(SketchFile file, params string[] lines) => BlockDump.Of(file.Document()).ShouldBe(string.Join('\n', lines));

    [Fact]
    public void Lines_of_one_leading_are_a_paragraph_and_a_blank_line_starts_another() => Dumps(
        new(new PageSketch()
            .Lines(72, 100, "The plan covers the test for members who have the variant and who have been", "seen by a counselor.")
            .Lines(72, 150, "Requests are reviewed within five days of the day on which they come in by", "mail.")),
        "1 p The plan covers the test for members who have the variant and who have been seen by a counselor.",
        "1 p Requests are reviewed within five days of the day on which they come in by mail.");

    [Fact]
    public void A_short_bold_line_over_plain_text_is_a_heading() => Dumps(
        new(new PageSketch()
            .Text(72, 100, "Coverage", bold: true)
            .Lines(72, 124, "The plan covers the test for members who have the variant.")),
        "1 h1 Coverage",
        "1 p The plan covers the test for members who have the variant.");

    [Fact]
    public void Bullets_are_items_with_depth_by_their_indent() => Dumps(
        new(new PageSketch()
            .Text(72, 88, "One of the following must be met before the test is ordered at all:")
            .Text(90, 100, "• Age is 18 years or older").Text(108, 112, "◦ or a guardian consents")
            .Text(90, 124, "• A counselor was seen")),
        "1 p One of the following must be met before the test is ordered at all:",
        "1 li0 [•] Age is 18 years or older",
        "1 li1 [◦] or a guardian consents",
        "1 li0 [•] A counselor was seen");

    [Fact]
    public void A_grid_of_rules_is_a_table_and_a_missing_rule_joins_cells() => Dumps(
        new(new PageSketch()
            .Lines(72, 80, "Codes are listed below for reference only and may not be all inclusive here.")
            .Rule(72, 100, 400, 100).Rule(72, 120, 400, 120).Rule(72, 140, 400, 140)
            .Rule(72, 100, 72, 140).Rule(400, 100, 400, 140).Rule(150, 120, 150, 140)
            .Text(80, 114, "Procedure codes").Text(80, 134, "81220").Text(160, 134, "CFTR gene analysis")),
        "1 p Codes are listed below for reference only and may not be all inclusive here.",
        "1 table 2x2 Procedure codes // 81220 | CFTR gene analysis");

    [Fact]
    public void A_hyphen_that_the_author_typed_stays_at_a_line_end_and_one_of_the_break_goes() => Dumps(
        new(new PageSketch().Lines(
            72, 100, "Reimbursement is made for long-", "term care. No reimburse-", "ment is made and no reimbursement was asked for this short stay.")),
        "1 p Reimbursement is made for long-term care. No reimbursement is made and no reimbursement was asked for this short stay.");

    [Fact]
    public void Text_drawn_twice_to_look_bold_is_read_once()
    {
        var document = new SketchFile(new PageSketch()
            .Text(72, 100, "Background").Text(72.3, 100, "Background")
            .Lines(72, 130, "The gene is large and its variants are many, and most of them are benign.")).Document();
        BlockDump.Of(document).ShouldStartWith("1 h1 Background\n");
    }

    [Fact]
    public void Lines_that_come_again_on_pages_are_furniture_and_stand_last()
    {
        PageSketch Page(int number) => new PageSketch()
            .Text(72, 30, "Example Health Plan Medical Policy").Lines(72, 300, $"Body of chapter {(char)('a' + number)} stands here, and it is no title at all.")
            .Text(280, 770, $"Page {number} of 4");
        var document = new SketchFile(Page(1), Page(2), Page(3), Page(4)).Document();
        document.Blocks.Take(4).ShouldAllBe(b => b is Ingest.Extractors.Documents.ParagraphBlock);
        document.Blocks.Skip(4).ShouldAllBe(b => b is Ingest.Extractors.Documents.FurnitureBlock);
        document.Blocks.Length.ShouldBe(12);
    }

    [Fact]
    public void A_sentence_cut_by_the_page_is_one_paragraph() => Dumps(
        new(
            new PageSketch().Lines(72, 700, "The test is covered where a first-degree relative has had the disease and", "the member is of an age at which"),
            new PageSketch().Lines(72, 80, "screening would begin.")),
        "1-2 p The test is covered where a first-degree relative has had the disease and the member is of an age at which screening would begin.");

    [Fact]
    public void A_table_that_goes_on_is_one_and_its_repeated_head_is_dropped()
    {
        double[] xs = [72, 150, 400];
        Dumps(
            new(
                new PageSketch().Lines(72, 600, "The codes are these, and the list goes on over the page as it is a long one.")
                    .Grid(xs, [700, 720, 740]).Text(80, 714, "Code", bold: true).Text(160, 714, "Description", bold: true).Text(80, 734, "81220").Text(160, 734, "First gene"),
                new PageSketch().Grid(xs, [60, 80, 100]).Text(80, 74, "Code", bold: true).Text(160, 74, "Description", bold: true).Text(80, 94, "81221").Text(160, 94, "Second gene")),
            "1 p The codes are these, and the list goes on over the page as it is a long one.",
            "1-2 table 3x2 Code | Description // 81220 | First gene // 81221 | Second gene");
    }
}
