using System.Text;

namespace Ingest.Store.Changes;

/// <summary>Compares texts as a reader does: case, spacing, punctuation and list marks make no difference.</summary>
internal static class Wording
{
    /// <summary>Letters and digits in lower case, runs of anything else as one space.</summary>
    public static string Fold(string? text)
    {
        if (text is null) return "";
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>Share of words in common, 0 to 1 (Dice over the words of two folded texts, each counted as often as it stands there).</summary>
    public static double Likeness(string left, string right)
    {
        if (left == right) return 1;
        var counts = new Dictionary<string, int>();
        string[] a = left.Split(' ', StringSplitOptions.RemoveEmptyEntries), b = right.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (a.Length == 0 || b.Length == 0) return 0;
        foreach (string word in a) counts[word] = counts.GetValueOrDefault(word) + 1;
        int common = 0;
        foreach (string word in b)
        {
            if (counts.TryGetValue(word, out int left1) && left1 > 0)
            {
                counts[word] = left1 - 1;
                common++;
            }
        }
        return 2.0 * common / (a.Length + b.Length);
    }

    public static string? Shorten(string? text, int length = 2000) =>
        text is null || text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
}
