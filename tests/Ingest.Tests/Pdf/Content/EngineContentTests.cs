using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Content;

public sealed class EngineContentTests
{
    [Fact]
    public void Glyphs_stand_in_points_from_the_top_left_corner()
    {
        PdfPage page = Read("BT /F1 10 Tf 20 30 Td (WW) Tj ET");
        (page.Width, page.Height).ShouldBe((200, 100));
        Glyph first = page.Glyphs.Span[0], second = page.Glyphs.Span[1];
        (first.X0, first.BaseY).ShouldBe((20f, 70f));
        second.X0.ShouldBe(29.44f, 0.01f);
        first.Y0.ShouldBeLessThan(70f);
        first.Y1.ShouldBeGreaterThan(70f);
        page.Styles[first.Style].Size.ShouldBe(10f);
    }

    [Fact]
    public void The_media_box_and_crop_box_move_the_origin() =>
        TestPdf.FirstPage(TestPdf.Page("BT /F1 10 Tf 120 130 Td (W) Tj ET", page: "/MediaBox[100 100 400 300]/CropBox[110 110 350 250]").Build()).Glyphs.Span[0].X0.ShouldBe(10f);

    [Theory]
    [InlineData(90, 30f, 20f)]
    [InlineData(180, 180f, 30f)]
    [InlineData(270, 70f, 180f)]
    public void A_turned_page_is_read_as_it_is_shown(int rotation, float x, float y)
    {
        // The origin of the glyph is at (20, 30) in user space; the text itself is turned against the page so that it reads level.
        string matrix = rotation switch { 90 => "0 1 -1 0", 180 => "-1 0 0 -1", _ => "0 -1 1 0" };
        PdfPage page = TestPdf.FirstPage(TestPdf.Page($"BT /F1 10 Tf {matrix} 20 30 Tm (W) Tj ET", page: $"/Rotate {rotation}").Build());
        Glyph glyph = page.Glyphs.Span[0];
        glyph.Flags.ShouldBe(GlyphFlags.None);
        (glyph.X0, glyph.BaseY).ShouldBe((x, y));
        (page.Width > page.Height).ShouldBe(rotation == 180);
    }

    [Fact]
    public void Spacing_scaling_and_adjustments_move_the_next_glyph()
    {
        PdfPage page = Read("BT /F1 10 Tf 2 Tc 5 Tw 50 Tz 10 50 Td [( ) -1000 (W)] TJ ET");
        // (2.78 + 2 + 5 + 10) halved
        page.Glyphs.Span[1].X0.ShouldBe(10 + 9.89f, 0.01f);
    }

    [Fact]
    public void Lines_follow_the_leading()
    {
        PdfPage page = Read("BT /F1 10 Tf 12 TL 10 50 Td (a) Tj (b) ' 0 -5 TD (c) Tj T* (d) Tj 1 2 (e) \" ET");
        page.Glyphs.ToArray().Select(g => g.BaseY).ShouldBe([50f, 62f, 67f, 72f, 77f]);
    }

    [Fact]
    public void Rise_lifts_the_base_line() => Read("BT /F1 10 Tf 4 Ts 10 50 Td (2) Tj ET").Glyphs.Span[0].BaseY.ShouldBe(46f);

    [Fact]
    public void Size_is_that_on_the_page() => Read("q 2 0 0 2 0 0 cm BT /F1 1 Tf 6 0 0 6 5 5 Tm (x) Tj ET Q").Styles[0].Size.ShouldBe(12f);

    [Fact]
    public void Text_that_does_not_run_level_is_marked()
    {
        Flags("BT /F1 10 Tf 0 1 -1 0 50 50 Tm (x) Tj ET").ShouldBe(GlyphFlags.Rotated);
        Flags("BT /F1 10 Tf 1 0 0.3 1 50 50 Tm (x) Tj ET").ShouldBe(GlyphFlags.None);
    }

    [Theory]
    [InlineData("BT 3 Tr /F1 10 Tf 50 50 Td (x) Tj ET", GlyphFlags.Invisible)]
    [InlineData("q 0 0 20 20 re W n BT /F1 10 Tf 50 50 Td (x) Tj ET Q", GlyphFlags.Invisible)]
    [InlineData("q 0 0 20 20 re W n Q BT /F1 10 Tf 50 50 Td (x) Tj ET", GlyphFlags.None)]
    [InlineData("BT /F1 10 Tf 500 50 Td (x) Tj ET", GlyphFlags.OffPage)]
    [InlineData("BT /F1 10 Tf 50 50 Td ( ) Tj ET", GlyphFlags.Space)]
    public void What_is_not_seen_is_marked(string content, GlyphFlags flags) => Flags(content).ShouldBe(flags);

    [Theory]
    [InlineData("1 0 0 rg", 0xFF0000)]
    [InlineData("0.5 g", 0x808080)]
    [InlineData("0 1 1 0 k", 0xFF0000)]
    [InlineData("/DeviceRGB cs 0 0 1 scn", 0x0000FF)]
    [InlineData("/DeviceRGB cs", 0)]
    public void The_colour_is_that_of_the_fill(string color, int expected) => Read($"{color} BT /F1 10 Tf (x) Tj ET").Styles[0].Color.ShouldBe(expected);

    [Fact]
    public void Forms_are_shown_where_they_are_placed_and_do_not_loop()
    {
        TestPdf pdf = TestPdf.Page("q 1 0 0 1 10 0 cm /X Do Q /X Do", "/XObject<</X 6 0 R>>");
        pdf.AddStream("/Subtype/Form/BBox[0 0 200 100]/Matrix[1 0 0 1 5 0]/Resources<</Font<</F1 5 0 R>>/XObject<</Y 6 0 R>>>>", TestPdf.Latin("BT /F1 10 Tf 10 50 Td (f) Tj ET /Y Do"));
        TestPdf.FirstPage(pdf.Build()).Glyphs.ToArray().Select(g => g.X0).ShouldBe([25f, 15f]);
    }

    [Fact]
    public void Forms_that_multiply_end_in_bounded_time_and_say_so()
    {
        TestPdf pdf = TestPdf.Page("/X Do", "/XObject<</X 6 0 R>>");
        for (int i = 6; i < 26; i++)
            pdf.AddStream($"/Subtype/Form/Resources<</XObject<</X {i + 1} 0 R>>>>", TestPdf.Latin(string.Concat(Enumerable.Repeat("/X Do ", 10))));
        TestPdf.FirstPage(pdf.Build()).Diagnostics.ShouldContain(d => d.Rule == "page-too-large");
    }

    [Fact]
    public void Inline_images_are_passed_over()
    {
        PdfPage page = Read("q 100 0 0 50 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID (\u00FF EI \u0001( EI Q BT /F1 10 Tf 10 50 Td (after) Tj ET");
        page.Text.ToString().ShouldBe("after");
        page.ImageCover.ShouldBe(0.25, 0.01);
    }

    [Fact]
    public void Marked_content_has_ids_artifacts_and_replacement_text()
    {
        PdfPage page = Read(
            "/P <</MCID 3>> BDC BT /F1 10 Tf 10 50 Td (a) Tj /Span <</ActualText (whole)>> BDC (b) Tj EMC ET EMC /Artifact <</Type/Pagination/Subtype/Header>> BDC BT (c) Tj ET EMC BT (d) Tj ET");
        MarkedContent? Of(int glyph) => page.Glyphs.Span[glyph].MarkedContent is >= 0 and int i ? page.MarkedContents[i] : null;
        Of(0).ShouldBe(new MarkedContent("P", 3, false, null, null));
        Of(1).ShouldBe(new MarkedContent("Span", 3, false, null, "whole"));
        Of(2).ShouldBe(new MarkedContent("Artifact", -1, true, "Header", null));
        Of(3).ShouldBeNull();
    }

    [Fact]
    public void Optional_content_that_is_off_is_left_out()
    {
        TestPdf pdf = TestPdf.Page("/OC /Off BDC BT /F1 10 Tf 10 50 Td (hidden) Tj ET EMC /OC /On BDC BT (shown) Tj ET EMC", "/Properties<</Off 6 0 R/On 7 0 R>>");
        pdf.Add("<</Type/OCG/Name(a)>>");
        pdf.Add("<</Type/OCG/Name(b)>>");
        pdf.Replace(1, "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>>>");
        TestPdf.Text(pdf.Build()).ShouldBe("shown");
    }

    [Fact]
    public void Rules_and_fills_are_kept_and_white_ones_are_not()
    {
        PdfPage page = Read("10 20 m 110 20 l S 10 30 100 0.5 re f 0.9 g 10 40 100 20 re f 1 g 0 0 200 100 re f 1 w 20 10 m 20 90 l S 10 10 m 50 90 l S");
        page.Rules.Select(r => (r.X0, r.Y0, r.X1, r.Y1)).ShouldBe([(10f, 80f, 110f, 80f), (10f, 69.75f, 110f, 69.75f), (20f, 10f, 20f, 90f)]);
        page.Fills.Length.ShouldBe(1);
        page.Fills[0].Y0.ShouldBe(40, 0.01);
    }

    [Fact]
    public void Links_have_their_box_and_target()
    {
        PdfPage page = TestPdf.FirstPage(TestPdf.Page("", page:
            "/Annots[<</Subtype/Link/Rect[10 20 60 30]/A<</S/URI/URI(https://example.org/a)>>>><</Subtype/Link/Rect[0 0 1 1]/Dest[3 0 R/Fit]>>]").Build());
        page.Links.Select(l => l.Target).ShouldBe(["https://example.org/a", "#page=1"]);
        page.Links[0].Box.Y0.ShouldBe(70);
    }

    [Fact]
    public void The_appearance_of_a_form_field_is_on_the_page()
    {
        TestPdf pdf = TestPdf.Page("", page: "/Annots[<</Subtype/Widget/Rect[50 50 150 70]/AP<</N 6 0 R>>>>]");
        pdf.AddStream("/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>", TestPdf.Latin("BT /F1 10 Tf 2 5 Td (filled in) Tj ET"));
        PdfPage page = TestPdf.FirstPage(pdf.Build());
        page.Text.ToString().ShouldBe("filled in");
        (page.Glyphs.Span[0].X0, page.Glyphs.Span[0].BaseY).ShouldBe((52f, 45f));
    }

    private static PdfPage Read(string content) => TestPdf.FirstPage(TestPdf.Page(content).Build());

    private static GlyphFlags Flags(string content) => Read(content).Glyphs.Span[0].Flags;
}
