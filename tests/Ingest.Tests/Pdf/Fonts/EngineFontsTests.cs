using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Fonts;

public sealed class EngineFontsTests
{
    private const string CidFont = "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 500/W[1[600 700] 10 12 250]>>]";

    [Fact]
    public void WinAnsi_has_curly_quotes_and_dashes() => Shown("\\223a\\224 \\226 \\225", "/Encoding/WinAnsiEncoding").ShouldBe("“a” – •");

    [Fact]
    public void MacRoman_has_its_own_places() => Shown("\\216\\245", "/Encoding/MacRomanEncoding").ShouldBe("é•");

    [Fact]
    public void Differences_stand_over_the_base_encoding() =>
        Shown("AB\\001\\002", "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/Aacute/uni2264 66/germandbls]>>").ShouldBe("AßÁ≤");

    [Fact]
    public void Glyph_names_may_be_composed_and_suffixed() =>
        Shown("\\001\\002\\003", "/Encoding<</Differences[1/f_i/a.alt/u1F600]>>").ShouldBe("fia\U0001F600");

    [Fact]
    public void Ligatures_are_taken_apart() => Shown("\\256\\257", "").ShouldBe("fifl");

    [Fact]
    public void Symbol_and_ZapfDingbats_have_encodings_of_their_own()
    {
        Shown("\\243a", "", "Symbol").ShouldBe("≤α");
        Shown("4", "", "ZapfDingbats").ShouldBe("✔");
    }

    [Fact]
    public void ToUnicode_comes_before_the_encoding() =>
        Shown("ABCD", $"/Encoding/WinAnsiEncoding/ToUnicode 6 0 R", map: "1 beginbfchar <41> <00660066> endbfchar 1 beginbfrange <42> <43> <0078> endbfrange").ShouldBe("ffxyD");

    [Fact]
    public void Bold_and_italic_come_from_name_flags_and_weight()
    {
        Style("Arial-BoldMT").ShouldBe((700, false));
        Style("Times-Italic").ShouldBe((400, true));
        Style("ABCDEF+Plain", "/FontDescriptor<</Flags 262208>>").ShouldBe((700, true));
        Style("Plain", "/FontDescriptor<</FontWeight 700>>").ShouldBe((700, false));
        Style("Plain", "/FontDescriptor<</Flags 32/StemV 80>>").ShouldBe((400, false));
    }

    [Fact]
    public void Standard_fonts_have_their_widths_without_the_file_giving_any()
    {
        PdfPage page = TestPdf.FirstPage(TestPdf.Page("BT /F1 10 Tf 20 50 Td (Wi) Tj ET").Build());
        page.Glyphs.Span[0].X1.ShouldBe(29.44f, 0.01f);
        page.Glyphs.Span[1].X1.ShouldBe(31.66f, 0.01f);
    }

    [Fact]
    public void A_composite_font_reads_two_bytes_a_code_with_widths_by_cid()
    {
        byte[] file = Composite("<0001 0002 000A 0030>", "/Encoding/Identity-H/ToUnicode 6 0 R", "4 beginbfchar <0001> <0041> <0002> <D83DDE00> <000A> <0042> <0030> <0043> endbfchar");
        PdfPage page = TestPdf.FirstPage(file);
        page.Text.ToString().ShouldBe("A\U0001F600BC");
        page.Glyphs.ToArray().Select(g => MathF.Round(g.X1 - g.X0, 2)).ShouldBe([6f, 7f, 2.5f, 5f]);
    }

    [Fact]
    public void Codes_of_unicode_maps_are_text_themselves() => TestPdf.Text(Composite("<4E2D6587>", "/Encoding/UniGB-UCS2-H")).ShouldBe("中文");

    [Fact]
    public void Codes_of_older_east_asian_maps_are_read_by_their_character_set()
    {
        TestPdf.Text(Composite("<93FA967B61>", "/Encoding/90ms-RKSJ-H")).ShouldBe("日本a");
        TestPdf.Text(Composite("<D6D0CEC4>", "/Encoding/GBK-EUC-H")).ShouldBe("中文");
    }

    [Fact]
    public void A_cmap_of_the_file_says_how_long_codes_are_and_what_cid_they_have()
    {
        TestPdf pdf = TestPdf.Page("BT /F1 10 Tf 10 50 Td <018002> Tj ET", font: $"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding 6 0 R/ToUnicode 7 0 R{CidFont}>>");
        pdf.AddStream("", TestPdf.Latin("begincmap 2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 2 begincidchar <01> 1 <8002> 2 endcidchar endcmap"));
        pdf.AddStream("", TestPdf.Latin("begincmap 2 beginbfchar <01> <0061> <8002> <0062> endbfchar endcmap"));
        PdfPage page = TestPdf.FirstPage(pdf.Build());
        page.Text.ToString().ShouldBe("ab");
        page.Glyphs.ToArray().Select(g => MathF.Round(g.X1 - g.X0, 2)).ShouldBe([6f, 7f]);
    }

    [Fact]
    public void An_embedded_TrueType_map_gives_text_where_nothing_else_does()
    {
        TestPdf pdf = TestPdf.Page("BT /F1 10 Tf 10 50 Td <00030004> Tj ET",
            font: "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/FontDescriptor<</FontFile2 6 0 R>>>>]>>");
        pdf.AddStream("", TrueType());
        PdfPage page = TestPdf.FirstPage(pdf.Build());
        page.Text.ToString().ShouldBe("xy");
        page.Glyphs.Span[0].Flags.ShouldBe(GlyphFlags.None);
    }

    [Fact]
    public void An_embedded_Type_1_font_has_an_encoding_of_its_own()
    {
        TestPdf pdf = TestPdf.Page("BT /F1 10 Tf 10 50 Td (\\001\\002) Tj ET", font: "<</Type/Font/Subtype/Type1/BaseFont/Any/FontDescriptor<</Flags 4/FontFile 6 0 R>>>>");
        pdf.AddStream("", TestPdf.Latin("%!PS-AdobeFont-1.0: Any\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 1 /alpha put\ndup 2 /beta put\nreadonly def\ncurrentfile eexec"));
        TestPdf.Text(pdf.Build()).ShouldBe("αβ");
    }

    [Fact]
    public void A_Type_3_font_is_read_by_its_names_and_measured_by_its_matrix()
    {
        TestPdf pdf = TestPdf.Page("BT /F1 10 Tf 10 50 Td (ab) Tj ET",
            font: "<</Type/Font/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FirstChar 97/Widths[50 70]/CharProcs<<>>/Encoding<</Differences[97/H/i]>>>>");
        PdfPage page = TestPdf.FirstPage(pdf.Build());
        page.Text.ToString().ShouldBe("Hi");
        page.Glyphs.Span[1].X1.ShouldBe(22f, 0.01f);
    }

    [Fact]
    public void A_glyph_of_which_nothing_is_known_is_marked()
    {
        PdfPage page = TestPdf.FirstPage(Composite("<0005>", "/Encoding/Identity-H"));
        page.Text.ToString().ShouldBe("\uFFFD");
        page.Glyphs.Span[0].Flags.ShouldBe(GlyphFlags.Unmapped);
    }

    [Fact]
    public void Numbers_for_names_are_a_guess_and_marked_as_such()
    {
        PdfPage page = TestPdf.FirstPage(TestPdf.Page("BT /F1 10 Tf 10 50 Td (\\001\\002\\003) Tj ET", font: "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/Encoding<</Differences[1/a104/a105/a14]>>>>").Build());
        page.Text.ToString().ShouldBe("hiffi");
        page.Glyphs.Span[0].Flags.ShouldBe(GlyphFlags.Unmapped);
    }

    private static string Shown(string text, string font, string name = "Helvetica", string map = "")
    {
        TestPdf pdf = TestPdf.Page($"BT /F1 10 Tf 10 50 Td ({text}) Tj ET", font: $"<</Type/Font/Subtype/Type1/BaseFont/{name}{font}>>");
        pdf.AddStream("", TestPdf.Latin($"begincmap {map} endcmap"));
        return TestPdf.Text(pdf.Build());
    }

    private static (int Weight, bool Italic) Style(string name, string entries = "")
    {
        GlyphStyle style = TestPdf.FirstPage(TestPdf.Page("BT /F1 10 Tf (x) Tj ET", font: $"<</Type/Font/Subtype/TrueType/BaseFont/{name}{entries}>>").Build()).Styles[0];
        return (style.Weight, style.Italic);
    }

    private static byte[] Composite(string codes, string entries, string map = "")
    {
        TestPdf pdf = TestPdf.Page($"BT /F1 10 Tf 10 50 Td {codes} Tj ET", font: $"<</Type/Font/Subtype/Type0/BaseFont/Any{entries}{CidFont}>>");
        pdf.AddStream("", TestPdf.Latin($"begincmap {map} endcmap"));
        return pdf.Build();
    }

    /// <summary>A font file with nothing but a 'cmap' of format 4 that maps x and y to glyphs 3 and 4.</summary>
    private static byte[] TrueType() =>
    [
        0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. "cmap"u8, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 44,
        0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
        0, 4, 0, 32, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 121, 0xFF, 0xFF, 0, 0, 0, 120, 0xFF, 0xFF, 0xFF, 0x8B, 0, 1, 0, 0, 0, 0,
    ];
}
