using System.Diagnostics;
using System.Globalization;
using Ingest.Readers;
using Ingest.Readers.Pdf;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Time to read every PDF of a folder to blocks on one thread, side by side with pdftotext -layout run on one file after the other: in a process
/// of its own (startup and compilation included), and in further passes of that process (startup excluded). Also pages, peak memory, and the
/// engine without layout.
/// </summary>
internal static class Speed
{
    private const int Passes = 7;

    public static int Run(string folder)
    {
        string[] files = Files(folder);
        double poppler = Enumerable.Range(0, 3).Select(_ => Seconds(() => Array.ForEach(files, f => Poppler.Text(f, "-layout")))).Min();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["speed-once", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var watch = Stopwatch.StartNew();
        string once = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        double whole = watch.Elapsed.TotalSeconds;
        double[] engine = [.. Enumerable.Range(0, Passes).Select(_ => Seconds(() => Array.ForEach(files, f => PdfTexts.Engine(f))))];
        double[] blocks = [.. Enumerable.Range(0, Passes).Select(_ => Seconds(() => Array.ForEach(files, f => Read(f))))];
        Print("pdftotext -layout, one by one (best of 3)", poppler, poppler);
        Print($"ours to blocks, process of its own ({once})", whole, poppler);
        Print("ours to blocks, first pass here", blocks[0], poppler);
        Print($"ours to blocks, best of {Passes} passes", blocks.Min(), poppler);
        Print($"engine to glyphs alone, best of {Passes} passes", engine.Min(), poppler);
        return 0;
    }

    /// <summary>One pass and nothing else; prints pages and peak memory.</summary>
    public static int Once(string folder)
    {
        int pages = Files(folder).Sum(Read);
        Console.WriteLine($"{pages} pages, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal)];

    private static int Read(string file) =>
        new PdfReader(new PdfEngine()).Read(new SourceFile(file, File.ReadAllBytes(file)), CancellationToken.None) is ReadResult.Read read ? read.Document.Pages.Length : 0;

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Print(string what, double seconds, double poppler) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-78} {seconds,7:F3} s  {seconds / poppler,5:F2} x"));
}
