using System.Globalization;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Our words against those of pdftotext -raw as multisets, case kept, compatibility characters (ligatures) unfolded on both sides:
/// precision, recall and F1 a file, the words that differ most, and the median.
/// </summary>
internal static class WordAgreement
{
    /// <param name="text">Gives our text of a file, one of <see cref="PdfTexts"/>.</param>
    public static int Run(string folder, Func<string, string?> text)
    {
        var scores = new List<double>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            string? theirs = Poppler.Text(file);
            string? ours = text(file);
            if (theirs is null || ours is null)
            {
                Console.WriteLine($"{Path.GetFileName(file),-60} ours {(ours is null ? "unread" : "read")}, theirs {(theirs is null ? "unread" : "read")}");
                continue;
            }
            Dictionary<string, int> a = WordBag.Of(ours), b = WordBag.Of(theirs);
            int n = a.Values.Sum(), m = b.Values.Sum();
            double f1 = WordBag.F1(a, b);
            scores.Add(f1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f1:F4} {n,7} {m,7}  {Path.GetFileName(file)}"));
            if (f1 < 0.99) Console.WriteLine($"        only ours: {Difference(a, b)}\n        only theirs: {Difference(b, a)}");
        }
        scores.Sort();
        if (scores.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files {scores.Count}, median {scores[scores.Count / 2]:F4}, lowest {scores[0]:F4}, below 0.97: {scores.Count(s => s < 0.97)}"));
        return 0;
    }

    private static string Difference(Dictionary<string, int> a, Dictionary<string, int> b) => string.Join(
        "  ", a.Select(w => (w.Key, Count: w.Value - b.GetValueOrDefault(w.Key))).Where(w => w.Count > 0).OrderByDescending(w => w.Count).Take(12).Select(w => $"{w.Key}×{w.Count}"));
}
