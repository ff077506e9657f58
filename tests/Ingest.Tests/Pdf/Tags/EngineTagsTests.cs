using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Tags;

public sealed class EngineTagsTests
{
    [Fact]
    public void Elements_have_standard_roles_attributes_and_marked_content_in_order()
    {
        PdfTag root = Tree(
            "<</Type/StructTreeRoot/K 7 0 R/RoleMap<</Heading1/Big/Big/H1>>/ClassMap<</wide<</O/Table/ColSpan 3>>>>>>",
            "<</S/Document/Pg 3 0 R/K[8 0 R 9 0 R]>>",
            "<</S/Heading1/K[0 <</Type/MCR/Pg 3 0 R/MCID 4>>]/ActualText(Title)>>",
            "<</S/Table/K[<</S/TR/K[<</S/TH/A[<</O/Table/RowSpan 2>>]/C/wide/K 5>>]>>]/Alt(A table)/E(Expansion)>>").ShouldNotBeNull();
        PdfTag document = root.Children.ShouldHaveSingleItem().Tag.ShouldNotBeNull();
        PdfTag heading = document.Children[0].Tag.ShouldNotBeNull();
        (heading.Role, heading.ActualText).ShouldBe(("H1", "Title"));
        heading.Children.Select(c => (c.Page, c.MarkedContentId)).ShouldBe([(1, 0), (1, 4)]);
        PdfTag table = document.Children[1].Tag.ShouldNotBeNull();
        (table.Alternate, table.Expansion).ShouldBe(("A table", "Expansion"));
        PdfTag cell = table.Children[0].Tag!.Children[0].Tag!;
        (cell.Role, cell.RowSpan, cell.ColumnSpan).ShouldBe(("TH", 2, 3));
    }

    [Fact]
    public void A_tree_that_loops_ends()
    {
        PdfTag root = Tree("<</Type/StructTreeRoot/K 7 0 R>>", "<</S/P/Pg 3 0 R/K[1 7 0 R 8 0 R]>>", "<</S/Span/K[7 0 R 8 0 R 2]>>").ShouldNotBeNull();
        root.Children.ShouldHaveSingleItem().Tag!.Children.Length.ShouldBe(2);
    }

    [Fact]
    public void A_file_without_a_tree_has_none() => TestPdf.Open(TestPdf.Line("x").Build()).Structure.ShouldBeNull();

    [Fact]
    public void Marked_content_of_a_form_is_told_from_that_of_the_page()
    {
        TestPdf pdf = TestPdf.Page("/P <</MCID 0>> BDC BT /F1 10 Tf (p) Tj ET EMC /X Do", "/XObject<</X 6 0 R>>");
        pdf.AddStream("/Subtype/Form/StructParents 1/Resources<</Font<</F1 5 0 R>>>>", TestPdf.Latin("/P <</MCID 0>> BDC BT /F1 10 Tf (f) Tj ET EMC"));
        pdf.Add("<</Type/StructTreeRoot/K[<</S/P/Pg 3 0 R/K 0>><</S/P/K<</Type/MCR/Pg 3 0 R/Stm 6 0 R/MCID 0>>>>]>>");
        pdf.Replace(1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>");
        IPdfFile file = TestPdf.Open(pdf.Build());
        PdfPage page = file.ReadPage(1, CancellationToken.None);
        int[] tagged = [.. file.Structure!.Children.Select(c => c.Tag!.Children[0].MarkedContentId)];
        tagged.Distinct().Count().ShouldBe(2);
        page.Glyphs.ToArray().Select(g => page.MarkedContents[g.MarkedContent].Id).ShouldBe(tagged);
    }

    [Fact]
    public void The_outline_lists_titles_with_level_page_and_height()
    {
        TestPdf pdf = TestPdf.Line("x");
        pdf.Add("<</First 7 0 R>>");
        pdf.Add("<</Title(One)/Dest[3 0 R/XYZ 0 80 0]/First 8 0 R/Next 9 0 R>>");
        pdf.Add("<</Title(One A)/A<</S/GoTo/D(there)>>/Next 7 0 R>>");
        pdf.Add("<</Title(Two)>>");
        pdf.Replace(1, "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/Names<</Dests<</Names[(there)[3 0 R/Fit]]>>>>>>");
        TestPdf.Open(pdf.Build()).Outline.ShouldBe([new("One", 1, 1, 80), new("One A", 2, 1, null), new("Two", 1, null, null)]);
    }

    private static PdfTag? Tree(params string[] objects)
    {
        TestPdf pdf = TestPdf.Line("x").Replace(1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>");
        foreach (string body in objects) pdf.Add(body);
        return TestPdf.Open(pdf.Build()).Structure;
    }
}
