using Ingest.Readers.Pdf;
using Ingest.Extractors.Documents;
using static Ingest.Cli.Tests.Pdf.Layout.SketchFile;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class TableTests
{
    private static readonly double[] Columns = [72, 150, 400];

    private static TableBlock OnlyTable(PolicyDocument document) => document.Blocks.OfType<TableBlock>().ShouldHaveSingleItem();

    private static string Rows(PolicyDocument document) => document.Slice(OnlyTable(document).Span).Replace("\t", " | ", StringComparison.Ordinal);

    [Fact]
    public void Codes_at_the_edges_of_pages_stay_in_their_table()
    {
        PageSketch Page(int number) => new PageSketch().Grid(Columns, [40, 60, 80])
            .Text(80, 54, $"8122{number}").Text(160, 54, $"Gene analysis, part {(char)('a' + number)}")
            .Text(80, 74, $"8133{number}").Text(160, 74, $"Other analysis, part {(char)('a' + number)}");
        var document = new SketchFile(Page(1), Page(2), Page(3), Page(4)).Document();
        Rows(document).ShouldStartWith("81221 | Gene analysis, part b\n81331 | Other analysis, part b\n81222 |");
        document.Blocks.OfType<FurnitureBlock>().ShouldBeEmpty();
    }

    [Fact]
    public void A_row_cut_by_the_page_is_joined()
    {
        var document = new SketchFile(
            new PageSketch().Lines(72, 600, "The policy was revised on these dates, for the reasons that are given beside.")
                .Grid(Columns, [700, 740]).Text(80, 714, "01/2024").Text(160, 714, "Revised to cover the test for"),
            new PageSketch().Grid(Columns, [60, 80, 100]).Text(160, 74, "members of any age.").Text(80, 94, "01/2023").Text(160, 94, "Reviewed.")).Document();
        Rows(document).ShouldBe("01/2024 | Revised to cover the test for members of any age.\n01/2023 | Reviewed.");
    }

    [Fact]
    public void Paragraphs_side_by_side_in_rows_are_a_table()
    {
        PageSketch page = new PageSketch().Text(72, 80, "The codes below apply to this document and are listed for information only.", id: 0);
        for (int i = 0; i < 3; i++) page.Text(72, 120 + (20 * i), $"8122{i}", id: 1 + (2 * i)).Text(160, 120 + (20 * i), "Gene analysis, targeted", id: 2 + (2 * i));
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Leaf("P", 0), Leaf("P", 1), Leaf("P", 2), Leaf("P", 3), Leaf("P", 4), Leaf("P", 5), Leaf("P", 6)),
        };
        Rows(file.Document()).ShouldBe("81220 | Gene analysis, targeted\n81221 | Gene analysis, targeted\n81222 | Gene analysis, targeted");
    }

    [Fact]
    public void Cells_of_a_short_row_stand_under_their_column_and_the_cell_above_reaches_down()
    {
        PageSketch page = new PageSketch()
            .Text(72, 100, "Section", id: 0).Text(200, 100, "Test", id: 1).Text(72, 120, "Panels", id: 2).Text(200, 120, "First panel (A)", id: 3)
            .Text(200, 140, "Second panel (B)", id: 4);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag(
                "Table", Child(Tag("TR", Leaf("TH", 0), Leaf("TH", 1))), Child(Tag("TR", Leaf("TD", 2), Leaf("TD", 3))), Child(Tag("TR", Leaf("TD", 4)))))),
        };
        TableBlock table = OnlyTable(file.Document());
        table.Cells[^1].Column.ShouldBe(1);
        table.Cells.Single(c => c is { Row: 1, Column: 0 }).RowSpan.ShouldBe(2);
    }

    [Fact]
    public void A_span_that_the_page_contradicts_is_cut()
    {
        PdfTagChild Cell(int id, int rows, int columns = 1) => Child(new PdfTag("TD", null, null, null, rows, columns) { Children = [new PdfTagChild(null, 1, id)] });
        PageSketch page = new PageSketch()
            .Text(72, 100, "First panel", id: 0).Text(200, 100, "Test one", id: 1).Text(300, 100, "81220", id: 2)
            .Text(200, 120, "Test two", id: 3).Text(72, 140, "A group of panels", id: 4).Text(72, 160, "Second panel", id: 5).Text(200, 160, "Test three", id: 6).Text(300, 160, "81221", id: 7);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag(
                "Table", Child(Tag("TR", Cell(0, 3), Cell(1, 2), Cell(2, 3))), Child(Tag("TR", Cell(3, 1))), Child(Tag("TR", Cell(4, 1, 3))),
                Child(Tag("TR", Cell(5, 1), Cell(6, 1), Cell(7, 1)))))),
        };
        TableBlock table = OnlyTable(file.Document());
        table.Columns.ShouldBe(3);
        table.Cells.Select(c => (c.Row, c.Column)).ShouldBe([(0, 0), (0, 1), (0, 2), (1, 1), (2, 0), (3, 0), (3, 1), (3, 2)]);
    }

    [Fact]
    public void The_title_in_the_frame_of_a_table_of_dates_is_a_heading()
    {
        PageSketch page = new PageSketch().Lines(72, 80, "The sections of this policy were changed on the dates that are given below.")
            .Rule(72, 100, 400, 100).Rule(72, 120, 400, 120).Rule(72, 140, 400, 140).Rule(72, 160, 400, 160)
            .Rule(72, 100, 72, 160).Rule(400, 100, 400, 160).Rule(150, 120, 150, 160)
            .Text(80, 114, "REVISIONS", bold: true).Text(80, 134, "03-04-2020").Text(160, 134, "Policy added.").Text(80, 154, "10-12-2021").Text(160, 154, "Rationale section updated.");
        BlockDump.Of(new SketchFile(page).Document()).ShouldEndWith(
            "1 h1 REVISIONS\n1 table 2x2 03-04-2020 | Policy added. // 10-12-2021 | Rationale section updated.");
    }

    [Fact]
    public void A_column_of_numbers_makes_list_items_of_its_rows()
    {
        PageSketch page = new PageSketch().Text(72, 80, "REFERENCES", bold: true, id: 9)
            .Text(72, 100, "1.", id: 0).Text(100, 100, "Doe J. A study of genes. J Gen. 2020;1(2):3-4.", id: 1)
            .Text(72, 120, "2.", id: 2).Text(100, 120, "Roe R. Another study. J Gen. 2021;1(2):3-4.", id: 3);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Leaf("P", 9), Child(Tag(
                "Table", Child(Tag("TR", Leaf("TH", 0), Leaf("TD", 1))), Child(Tag("TR", Leaf("TH", 2), Leaf("TD", 3)))))),
        };
        BlockDump.Of(file.Document()).ShouldBe(
            "1 h1 REFERENCES\n1 li0 [1.] Doe J. A study of genes. J Gen. 2020;1(2):3-4.\n1 li0 [2.] Roe R. Another study. J Gen. 2021;1(2):3-4.");
    }

    [Fact]
    public void Only_rows_of_header_cells_at_the_top_are_heads()
    {
        PageSketch page = new PageSketch()
            .Text(72, 100, "Code", id: 0).Text(200, 100, "Description", id: 1).Text(72, 120, "81220", id: 2).Text(200, 120, "Gene analysis, all of the common variants", id: 3);
        SketchFile file = new(page)
        {
            Structure = Tag("Document", Child(Tag(
                "Table", Child(Tag("TR", Leaf("TH", 0), Leaf("TH", 1))), Child(Tag("TR", Leaf("TH", 2), Leaf("TD", 3)))))),
        };
        OnlyTable(file.Document()).Cells.Select(c => c.IsHeader).ShouldBe([true, true, false, false]);
    }
}
