using System.Text;
using Ingest.Readers;
using Ingest.Readers.Pdf;
using Ingest.Readers.Pdf.Layout;

namespace Ingest.Benchmarks.Pdf;

/// <summary>The text of a PDF at three depths, to compare with that of pdftotext; null where the file does not open.</summary>
internal static class PdfTexts
{
    /// <summary>Words of the layout's word builder on every page, running headers and footers included.</summary>
    public static string? Words(string file)
    {
        if (Open(file) is not { } pdf) return null;
        var text = new StringBuilder();
        var builder = new WordBuilder();
        for (int number = 1; number <= pdf.PageCount; number++) Append(pdf.ReadPage(number, CancellationToken.None), builder, text);
        return text.ToString();
    }

    public static void Append(PdfPage page, WordBuilder builder, StringBuilder text)
    {
        PageContent content = builder.Build(page, owners: null);
        foreach (Word word in content.Words)
        {
            if (word.Has(WordFlags.SpaceBefore)) text.Append(' ');
            text.Append(content.Text.AsSpan(word.Start, word.Length));
        }
        text.Append('\n');
    }

    /// <summary>The canonical text of the reader: furniture once, words that a line end parts joined.</summary>
    public static string? Canonical(string file) =>
        new PdfReader(new PdfEngine()).Read(new SourceFile(file, File.ReadAllBytes(file)), CancellationToken.None) is ReadResult.Read read ? read.Document.Text : null;

    /// <summary>The engine's glyphs, split by a plain rule.</summary>
    public static string? Engine(string file)
    {
        if (Open(file) is not { } pdf) return null;
        var text = new StringBuilder();
        for (int number = 1; number <= pdf.PageCount; number++) RawText.Append(pdf.ReadPage(number, CancellationToken.None), text);
        return text.ToString();
    }

    /// <summary>Bullets of the private area, hyphens and quotes in the forms that the reader writes, for a fair comparison.</summary>
    public static string Standard(string text) => string.Concat(text.Where(c => !Characters.IsIgnorable(c)).Select(c => Characters.IsSpace(c) ? c : Characters.Standard(c)));

    private static IPdfFile? Open(string file) => new PdfEngine().Open(File.ReadAllBytes(file), null, CancellationToken.None) is PdfOpenResult.Opened { File: var pdf } ? pdf : null;
}
