using System.Diagnostics;
using System.Text;
using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Objects;

public sealed class EngineObjectsTests
{
    [Fact]
    public void A_cross_reference_table_leads_to_the_text() => TestPdf.Text(TestPdf.Line("plain table").Build()).ShouldBe("plain table");

    [Fact]
    public void A_cross_reference_stream_leads_to_objects_in_object_streams() => TestPdf.Text(TestPdf.Line("packed away").BuildCompressed()).ShouldBe("packed away");

    [Fact]
    public void The_newest_update_of_an_object_counts()
    {
        byte[] file = TestPdf.Line("old words").Build();
        file = TestPdf.Update(file, 4, TestPdf.Stream("", "BT /F1 10 Tf 10 50 Td (newer) Tj ET"u8.ToArray()));
        file = TestPdf.Update(file, 4, TestPdf.Stream("", "BT /F1 10 Tf 10 50 Td (newest) Tj ET"u8.ToArray()));
        TestPdf.Text(file).ShouldBe("newest");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-3)]
    [InlineData(100_000)]
    public void A_table_that_lies_is_replaced_by_a_scan_and_the_file_says_so(int lie)
    {
        IPdfFile file = TestPdf.Open(TestPdf.Line("found anyway").Build(lie));
        file.ReadPage(1, CancellationToken.None).Text.ToString().ShouldBe("found anyway");
        file.Diagnostics.ShouldContain(d => d.Rule == "damaged-pdf");
    }

    [Fact]
    public void A_file_cut_off_before_its_table_is_scanned()
    {
        byte[] file = TestPdf.Line("half a file").Build();
        int table = file.AsSpan().IndexOf("xref\n0"u8);
        TestPdf.Text(file[..table]).ShouldBe("half a file");
    }

    [Fact]
    public void A_cut_off_file_with_object_streams_is_scanned_too()
    {
        byte[] file = TestPdf.Line("half a stream").BuildCompressed();
        TestPdf.Text(file[..file.AsSpan().LastIndexOf("startxref"u8)]).ShouldBe("half a stream");
    }

    [Fact]
    public void Offsets_count_from_the_header_where_junk_stands_before_it() =>
        TestPdf.Text([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. TestPdf.Line("after junk").Build()]).ShouldBe("after junk");

    [Fact]
    public void A_stream_with_a_wrong_length_ends_at_its_keyword()
    {
        byte[] file = TestPdf.Line("wrong length").Build();
        string text = Encoding.Latin1.GetString(file);
        TestPdf.Text(Encoding.Latin1.GetBytes(text.Replace("/Length 40", "/Length 11", StringComparison.Ordinal))).ShouldBe("wrong length");
    }

    [Fact]
    public void A_hybrid_file_finds_objects_that_only_its_stream_lists()
    {
        // Object 9, the font, is free by the table and stands only in the stream that /XRefStm points at; without it é would not be decoded.
        TestPdf pdf = TestPdf.Page("BT /F1 10 Tf 10 50 Td (\\202) Tj ET", font: "null");
        byte[] packed = TestPdf.Latin("9 0 <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[130/eacute]>>>>");
        int container = pdf.AddStream("/Type/ObjStm/N 1/First 4", packed);
        pdf.Replace(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 9 0 R>>>>>>");
        pdf.AddStream("/Type/XRef/Size 10/W[1 1 1]/Index[9 1]", [2, (byte)container, 0]);
        byte[] first = pdf.Build();
        int at = first.AsSpan().IndexOf("7 0 obj"u8);
        TestPdf.Text(pdf.Build(trailer: $"/Root 1 0 R/XRefStm {at}", free: 9)).ShouldBe("é");
    }

    [Fact]
    public void A_page_tree_that_loops_gives_each_page_once()
    {
        TestPdf pdf = TestPdf.Line("once").Replace(2, "<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 9/MediaBox[0 0 200 100]>>");
        TestPdf.Open(pdf.Build()).PageCount.ShouldBe(1);
    }

    [Fact]
    public void References_that_loop_read_as_nothing()
    {
        TestPdf pdf = TestPdf.Line("loop").Replace(5, "6 0 R");
        pdf.Add("5 0 R");
        TestPdf.Text(pdf.Build()).ShouldBe("loop");
    }

    [Fact]
    public void Containers_nested_without_end_do_not_overflow_the_stack()
    {
        TestPdf pdf = TestPdf.Line("deep");
        pdf.Replace(1, $"<</Type/Catalog/Pages 2 0 R/Deep {new string('[', 200_000)}{new string(']', 200_000)}>>");
        pdf.Add(string.Concat(Enumerable.Repeat("<</A", 100_000)));
        new PdfEngine().Open(pdf.Build(), null, CancellationToken.None).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{0} 0 obj [ ")]
    [InlineData("{0} 0 obj << /A ")]
    [InlineData("{0} 0 obj << >> stream\n")]
    [InlineData("{0} 0 obj (")]
    [InlineData("{0} 0 obj [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ ")]
    public void Objects_that_never_end_do_not_make_each_other_slow(string unclosed)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        for (int i = 1; i < 60_000; i++) file.AppendFormat(null, unclosed, i);
        var watch = Stopwatch.StartNew();
        new PdfEngine().Open(TestPdf.Latin(file.ToString()), null, CancellationToken.None).ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no</html>")]
    [InlineData("%PDF-1.4\n%%EOF")]
    public void What_is_no_document_fails_with_a_reason(string content) =>
        new PdfEngine().Open(TestPdf.Latin(content), null, CancellationToken.None).ShouldBeOfType<PdfOpenResult.Failed>().Reason.ShouldNotBeEmpty();

    [Fact]
    public void The_information_dictionary_becomes_metadata()
    {
        TestPdf pdf = TestPdf.Line("x");
        int info = pdf.Add("<</Title<FEFF00C4>/Author(A\\(1\\))>>");
        IPdfFile file = TestPdf.Open(pdf.Build(trailer: $"/Root 1 0 R/Info {info} 0 R"));
        (file.Metadata.Title, file.Metadata.Author).ShouldBe(("Ä", "A(1)"));
    }
}
