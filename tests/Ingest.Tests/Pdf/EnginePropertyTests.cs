using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf;

/// <summary>Any bytes end in an outcome. The bytes are random, cut off, flipped or spliced from valid files; the seeds are fixed.</summary>
public sealed class EnginePropertyTests
{
    private const int Rounds = 150;

    private static readonly byte[][] Valid =
    [
        TestPdf.Line("a plain file").Build(),
        TestPdf.Line("a packed file").BuildCompressed(),
        Rich().Build(),
        Rich().BuildCompressed(),
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Pdf", "Files"), "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    [Fact]
    public void Random_bytes_behind_a_header_end_in_an_outcome()
    {
        var random = new Random(1);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Read([.. "%PDF-1.7\n"u8, .. bytes]);
        }
    }

    [Fact]
    public void Cut_off_files_end_in_an_outcome()
    {
        foreach (byte[] file in Valid)
        {
            for (int length = file.Length; length > 0; length -= 1 + file.Length / 40) Read(file[..length]);
        }
    }

    [Fact]
    public void Files_with_flipped_bytes_end_in_an_outcome()
    {
        var random = new Random(2);
        for (int round = 0; round < Rounds * 4; round++)
        {
            byte[] file = [.. Valid[round % Valid.Length]];
            for (int flips = random.Next(1, 12); flips > 0; flips--) file[random.Next(file.Length)] = (byte)random.Next(256);
            Read(file);
        }
    }

    [Fact]
    public void Files_with_digits_and_delimiters_exchanged_end_in_an_outcome()
    {
        var random = new Random(3);
        byte[] pieces = "0123456789<>[]()/ R"u8.ToArray();
        for (int round = 0; round < Rounds * 4; round++)
        {
            byte[] file = [.. Valid[round % Valid.Length]];
            for (int i = 0; i < file.Length; i++)
            {
                if (pieces.AsSpan().Contains(file[i]) && random.Next(60) == 0) file[i] = pieces[random.Next(pieces.Length)];
            }
            Read(file);
        }
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => new PdfEngine().Open(Valid[0], null, cancelled.Token));
    }

    /// <summary>One page with everything: forms, a composite font, tags, links, an outline.</summary>
    private static TestPdf Rich()
    {
        TestPdf pdf = TestPdf.Page(
            "/P <</MCID 0>> BDC BT /F1 10 Tf 10 50 Td [(a) -200 (b)] TJ /F2 9 Tf <00410042> Tj ET EMC /X Do 0 0 50 0.5 re f BI /W 1 /H 1 ID x EI",
            "/XObject<</X 7 0 R>>", "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(x:y)>>>>]");
        pdf.Add("<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[<</Subtype/CIDFontType2/W[1[500]]>>]>>");
        pdf.AddStream("/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<</F2 6 0 R>>/XObject<</X 7 0 R>>>>", TestPdf.Latin("BT /F2 9 Tf <0041> Tj ET /X Do"));
        pdf.AddStream("/Filter/FlateDecode", TestPdf.Deflate(TestPdf.Latin("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0040> <0050> <0061> endbfrange endcmap")));
        pdf.Add("<</Type/StructTreeRoot/K[<</S/P/Pg 3 0 R/K[0]>>]/RoleMap<</P/H1/H1/P>>>>");
        pdf.Add("<</First 11 0 R>>");
        pdf.Add("<</Title(One)/Dest[3 0 R/Fit]/Next 11 0 R>>");
        return pdf.Replace(1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 9 0 R/Outlines 10 0 R>>");
    }

    private static void Read(byte[] bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        switch (new PdfEngine().Open(bytes, null, patience.Token))
        {
            case PdfOpenResult.Failed failed:
                failed.Reason.ShouldNotBeEmpty();
                break;
            case PdfOpenResult.Opened { File: var file }:
                _ = (file.Structure, file.Outline, file.Metadata);
                for (int number = 1; number <= Math.Min(file.PageCount, 20); number++) file.ReadPage(number, patience.Token);
                break;
        }
    }
}
