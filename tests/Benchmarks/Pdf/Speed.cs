using System.Diagnostics;
using System.Globalization;
using Ingest.Readers;
using Ingest.Readers.Pdf;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Time to read every PDF of a folder to blocks on one thread, side by side with pdftotext -layout run on one file after the other: in a process
/// of its own (startup and compilation included), and in further passes of this one (startup excluded). Wall and processor time, since other
/// work may share the machine; the best of several rounds, in which both take turns.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;

    /// <summary>Unit of the times in /proc/self/stat.</summary>
    private const double TicksPerSecond = 100;

    private readonly record struct Times(double Wall, double Processor)
    {
        public static Times Least(Times a, Times b) => new(Math.Min(a.Wall, b.Wall), Math.Min(a.Processor, b.Processor));
    }

    public static int Run(string folder)
    {
        string[] files = Files(folder);
        var most = new Times(double.MaxValue, double.MaxValue);
        (Times poppler, Times alone, Times blocks, Times engine) = (most, most, most, most);
        string remark = "";
        for (int round = 0; round < Rounds; round++)
        {
            poppler = Times.Least(poppler, Measure(() => Array.ForEach(files, f => Poppler.Text(f, "-layout"))));
            alone = Times.Least(alone, Measure(() => remark = InOwnProcess(folder)));
            blocks = Times.Least(blocks, Measure(() => Array.ForEach(files, f => Read(f))));
            engine = Times.Least(engine, Measure(() => Array.ForEach(files, f => PdfTexts.Engine(f))));
        }
        Print("pdftotext -layout, one by one", poppler, poppler);
        Print($"to blocks, process of its own ({remark})", alone, poppler);
        Print("to blocks, startup excluded", blocks, poppler);
        Print("to glyphs alone, startup excluded", engine, poppler);
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

    private static string InOwnProcess(string folder)
    {
        string host = Environment.ProcessPath!;
        // Run as "dotnet Benchmarks.dll" the host is dotnet, which wants to be told the assembly.
        string[] assembly = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(Speed).Assembly.Location] : [];
        using var process = Process.Start(new ProcessStartInfo(host, [.. assembly, "speed-once", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }

    private static int Read(string file) =>
        new PdfReader(new PdfEngine()).Read(new SourceFile(file, File.ReadAllBytes(file)), CancellationToken.None) is ReadResult.Read read ? read.Document.Pages.Length : 0;

    private static Times Measure(Action action)
    {
        double processor = ProcessorSeconds();
        var watch = Stopwatch.StartNew();
        action();
        return new(watch.Elapsed.TotalSeconds, ProcessorSeconds() - processor);
    }

    /// <summary>Of this process and of its ended children (fields 14 to 17 of /proc/self/stat).</summary>
    private static double ProcessorSeconds()
    {
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static void Print(string what, Times times, Times poppler) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-70} wall {times.Wall,6:F2} s {times.Wall / poppler.Wall,5:F2} x   processor {times.Processor,6:F2} s {times.Processor / poppler.Processor,5:F2} x"));
}
