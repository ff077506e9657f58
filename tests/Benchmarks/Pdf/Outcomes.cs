using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Readers.Pdf;
using Ingest.Readers.Pdf.Layout;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Reads every PDF of a folder, hostile ones too, and tabulates what became of each: opened with text or without, refused and why, or thrown;
/// time, allocation, and agreement with the words of pdftotext -raw. Ends with a summary and the process's peak memory.
/// </summary>
internal static class Outcomes
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private sealed record Row(string Name, string Outcome, int Pages, double Seconds, double Megabytes, int Ours, int Theirs, double F1);

    public static int Run(string folder)
    {
        var rows = new List<Row>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            Row row = Read(file);
            rows.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Outcome,-24} {row.Pages,5} p {row.Seconds,7:F3} s {row.Megabytes,7:F1} MB  ours {row.Ours,7} theirs {row.Theirs,7} F1 {row.F1:F3}  {row.Name}"));
        }
        foreach (IGrouping<string, Row> group in rows.GroupBy(r => r.Outcome).OrderByDescending(g => g.Count())) Console.WriteLine($"{group.Count(),5}  {group.Key}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"files {rows.Count}, slowest {rows.Max(r => r.Seconds):F2} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, with 20 words or more in pdftotext: {rows.Count(r => r.Theirs >= 20)}, of these F1 >= 0.97: {rows.Count(r => r.Theirs >= 20 && r.F1 >= 0.97)}"));
        return 0;
    }

    private static Row Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        var text = new StringBuilder();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Longest);
        string outcome;
        int pages = 0;
        var words = new WordBuilder();
        try
        {
            switch (new PdfEngine().Open(bytes, null, patience.Token))
            {
                case PdfOpenResult.Failed failed: outcome = failed.Rule; break;
                case PdfOpenResult.Opened { File: var pdf }:
                    pages = pdf.PageCount;
                    _ = (pdf.Structure, pdf.Outline);
                    for (int number = 1; number <= pages; number++) PdfTexts.Append(pdf.ReadPage(number, patience.Token), words, text);
                    outcome = text.ToString().Any(char.IsLetterOrDigit) ? "text" : "no text";
                    break;
                default: outcome = "?"; break;
            }
        }
        catch (OperationCanceledException)
        {
            outcome = "TOO LONG";
        }
        catch (Exception e) // The point of the table is to find every kind.
        {
            outcome = $"THROWN {e.GetType().Name}";
            Console.WriteLine(e.ToString());
        }
        double seconds = watch.Elapsed.TotalSeconds;
        double megabytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1048576.0;
        Dictionary<string, int> ours = WordBag.Of(text.ToString()), theirs = WordBag.Of(Poppler.Text(file) ?? "");
        return new(Path.GetFileName(file), outcome, pages, seconds, megabytes, ours.Values.Sum(), theirs.Values.Sum(), WordBag.F1(ours, theirs));
    }
}
