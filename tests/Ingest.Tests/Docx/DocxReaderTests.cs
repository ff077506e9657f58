using Ingest.Extractors.Documents;
using Ingest.Readers;
using static Ingest.Cli.Tests.Docx.TestDocx;

namespace Ingest.Cli.Tests.Docx;

public sealed class DocxReaderTests
{
    private static PolicyDocument Read(string body) =>
        DocumentReaders.Default.Read(new SourceFile("policy", Body(body)), CancellationToken.None).ShouldBeOfType<ReadResult.Read>().Document;

    /// <summary>Blocks of the flow, one a line: what they are, then their text.</summary>
    private static string Flow(PolicyDocument document) => string.Join('\n', document.Blocks.Where(b => b is not FurnitureBlock).Select(b => b switch
    {
        HeadingBlock h => $"h{h.Level} {document.Slice(h.Span)}",
        ListItemBlock i => $"li{i.Depth} {document.Slice(i.Span)}",
        _ => $"p {document.Slice(b.Span)}",
    }));

    [Fact]
    public void Headings_have_the_outline_level_of_their_style() =>
        Flow(Read(Heading("Coverage") + Heading("Adults", "Sub") + P("Widgets are covered.") + P("References", "<w:outlineLvl w:val=\"0\"/>"))).ShouldBe("""
            h1 Coverage
            h2 Adults
            p Widgets are covered.
            h1 References
            """);

    [Fact]
    public void Items_have_the_labels_that_Word_prints() =>
        Flow(Read(Item("One") + Item("Sub", 1) + Item("Other", 1) + Item("Dot", 2) + Item("Two") + Item("Again", 1) + Item("Anew", 0, 2) + P("Of a style", "<w:pStyle w:val=\"Item\"/>"))).ShouldBe("""
            li0 1. One
            li1 (a) Sub
            li1 (b) Other
            li2 • Dot
            li0 2. Two
            li1 (a) Again
            li0 1. Anew
            li0 3. Of a style
            """);

    [Fact]
    public void Tracked_changes_are_read_as_accepted_and_hidden_text_is_not_there() =>
        Read("<w:p><w:r><w:t>Widgets are </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>fully </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>draft </w:t></w:r><w:r><w:t>covered.</w:t></w:r></w:p>")
            .Text.ShouldStartWith("Widgets are fully covered.");

    [Fact]
    public void Merged_cells_span_and_a_cells_list_is_its_content()
    {
        static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";
        PolicyDocument document = Read(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell(P("Codes"), "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + Cell(P("27447"), "<w:vMerge w:val=\"restart\"/>") + Cell(P("Knee:") + Item("left") + Item("right"))
            + "</w:tr><w:tr>" + Cell(P(""), "<w:vMerge/>") + Cell(P("Hip")) + "</w:tr></w:tbl>" + P("After."));
        TableBlock table = document.Blocks.OfType<TableBlock>().ShouldHaveSingleItem();
        (table.Rows, table.Columns).ShouldBe((3, 2));
        table.Cells[0].ShouldSatisfyAllConditions(c => c.ColumnSpan.ShouldBe(2), c => c.IsHeader.ShouldBeTrue());
        table.Cells[1].RowSpan.ShouldBe(2);
        table.Cells[2].Content.OfType<ListItemBlock>().Count().ShouldBe(2);
        table.Cells[3].ShouldSatisfyAllConditions(c => document.Slice(c.Span).ShouldBe("Hip"), c => c.Column.ShouldBe(1));
    }

    [Fact]
    public void A_table_of_one_cell_only_frames_its_content() =>
        Flow(Read("<w:tbl><w:tr><w:tc>" + Heading("Coverage") + P("Widgets are covered.") + "</w:tc></w:tr></w:tbl>" + P("After."))).ShouldBe("""
            h1 Coverage
            p Widgets are covered.
            p After.
            """);

    [Fact]
    public void Raised_digits_boxes_and_links_are_kept()
    {
        PolicyDocument document = Read(
            "<w:p><w:r><w:t>5 x 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>9</w:t></w:r><w:r><w:t xml:space=\"preserve\"> cells, see </w:t></w:r><w:hyperlink r:id=\"rId5\"><w:r><w:t>the list</w:t></w:r></w:hyperlink></w:p>"
            + "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r><w:r><w:t xml:space=\"preserve\"> Commercial</w:t></w:r></w:p>");
        document.Text.ShouldContain("5 x 10⁹ cells");
        document.Text.ShouldContain("☒ Commercial");
        document.Links.ShouldHaveSingleItem().Target.ShouldBe("https://example.org/list");
    }

    [Fact]
    public void Headers_and_notes_stand_after_the_flow()
    {
        PolicyDocument document = Read(P("Widgets are covered."));
        document.Blocks.OfType<FurnitureBlock>().Select(b => document.Slice(b.Span)).ShouldBe(["A note at the foot.", "Policy Number: W-104"]);
    }

    [Fact]
    public void A_package_that_is_no_Word_file_fails_with_a_reason()
    {
        byte[] bytes = Body(P("Text"));
        bytes.AsSpan(200).Clear();
        DocumentReaders.Default.Read(new SourceFile("policy.docx", bytes), CancellationToken.None).ShouldBeOfType<ReadResult.Failed>().Reason.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:customXml>", "</w:customXml>")]
    [InlineData("<w:p><w:ins><w:r>", "</w:r></w:ins></w:p>")]
    public void Depth_without_end_is_an_outcome(string open, string close)
    {
        const int Depth = 30_000;
        string body = string.Concat(Enumerable.Repeat(open, Depth)) + P("Text") + string.Concat(Enumerable.Repeat(close, Depth));
        DocumentReaders.Default.Read(new SourceFile("policy.docx", Body(body)), CancellationToken.None).ShouldBeOfType<ReadResult.Failed>().Rule.ShouldBe("damaged");
    }
}
