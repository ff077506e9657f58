using System.Text;

namespace Ingest.Benchmarks.Pdf;

/// <summary>The words of a text as a multiset: case kept, compatibility characters (ligatures) unfolded, bullets and hyphens in one form.</summary>
internal static class WordBag
{
    public static Dictionary<string, int> Of(string text)
    {
        var words = new Dictionary<string, int>();
        foreach (string word in PdfTexts.Standard(text).Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words[word] = words.GetValueOrDefault(word) + 1;
        return words;
    }

    public static double F1(Dictionary<string, int> a, Dictionary<string, int> b)
    {
        int both = a.Values.Sum() + b.Values.Sum();
        return both == 0 ? 1 : 2.0 * a.Sum(w => Math.Min(w.Value, b.GetValueOrDefault(w.Key))) / both;
    }
}
