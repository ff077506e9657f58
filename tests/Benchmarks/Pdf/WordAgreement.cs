using System.Globalization;
using System.Text;
using Ingest.Readers.Pdf;

namespace Ingest.Benchmarks.Pdf;

/// <summary>
/// Our words against those of pdftotext -raw as multisets, case kept, compatibility characters (ligatures) unfolded on both sides:
/// precision, recall and F1 a file, the words that differ most, and the median.
/// </summary>
internal static class WordAgreement
{
    public static int Run(string folder)
    {
        var scores = new List<double>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            string? theirs = Poppler.Text(file);
            string? ours = EngineText(file);
            if (theirs is null || ours is null)
            {
                Console.WriteLine($"{Path.GetFileName(file),-60} ours {(ours is null ? "unread" : "read")}, theirs {(theirs is null ? "unread" : "read")}");
                continue;
            }
            Dictionary<string, int> a = Count(ours), b = Count(theirs);
            int common = a.Sum(w => Math.Min(w.Value, b.GetValueOrDefault(w.Key)));
            int n = a.Values.Sum(), m = b.Values.Sum();
            double f1 = n + m == 0 ? 1 : 2.0 * common / (n + m);
            scores.Add(f1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f1:F4} {n,7} {m,7}  {Path.GetFileName(file)}"));
            if (f1 < 0.99) Console.WriteLine($"        only ours: {Difference(a, b)}\n        only theirs: {Difference(b, a)}");
        }
        scores.Sort();
        if (scores.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files {scores.Count}, median {scores[scores.Count / 2]:F4}, lowest {scores[0]:F4}, below 0.97: {scores.Count(s => s < 0.97)}"));
        return 0;
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>();
        foreach (string word in text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words[word] = words.GetValueOrDefault(word) + 1;
        return words;
    }

    private static string Difference(Dictionary<string, int> a, Dictionary<string, int> b) => string.Join(
        "  ", a.Select(w => (w.Key, Count: w.Value - b.GetValueOrDefault(w.Key))).Where(w => w.Count > 0).OrderByDescending(w => w.Count).Take(12).Select(w => $"{w.Key}×{w.Count}"));

    private static string? EngineText(string file)
    {
        if (new PdfEngine().Open(File.ReadAllBytes(file), null, CancellationToken.None) is not PdfOpenResult.Opened { File: var pdf }) return null;
        var text = new StringBuilder();
        for (int number = 1; number <= pdf.PageCount; number++) RawText.Append(pdf.ReadPage(number, CancellationToken.None), text);
        return text.ToString();
    }
}
