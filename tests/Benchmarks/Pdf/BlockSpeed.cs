using System.Diagnostics;
using Ingest.Readers;
using Ingest.Readers.Pdf;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Time from bytes to blocks on one thread, files in memory, best of several rounds after a warm-up; processor time, since other work may
/// share the machine. Beside it the engine alone, so that the share of the layout shows.
/// </summary>
internal static class BlockSpeed
{
    public static int Run(string folder, int rounds)
    {
        SourceFile[] files = [.. Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(f => new SourceFile(f, File.ReadAllBytes(f)))];
        PdfEngine engine = new();
        PdfReader reader = new(engine);
        double glyphs = double.MaxValue, blocks = double.MaxValue;
        int pages = 0;
        for (int round = 0; round <= rounds; round++)
        {
            pages = 0;
            double start = Spent();
            foreach (SourceFile file in files) pages += Glyphs(engine, file);
            double middle = Spent();
            foreach (SourceFile file in files) reader.Read(file, CancellationToken.None);
            double end = Spent();
            Console.WriteLine($"round {round}: glyphs {middle - start:0.000} s, blocks {end - middle:0.000} s");
            if (round == 0) continue;
            glyphs = Math.Min(glyphs, middle - start);
            blocks = Math.Min(blocks, end - middle);
        }
        Console.WriteLine($"{files.Length} files, {pages} pages: glyphs alone {glyphs:0.000} s, to blocks {blocks:0.000} s of processor time; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB");
        return 0;
    }

    private static int Glyphs(PdfEngine engine, SourceFile file)
    {
        if (engine.Open(file.Bytes, null, CancellationToken.None) is not PdfOpenResult.Opened opened) return 0;
        for (int page = 1; page <= opened.File.PageCount; page++) opened.File.ReadPage(page, CancellationToken.None);
        return opened.File.PageCount;
    }

    private static double Spent() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
