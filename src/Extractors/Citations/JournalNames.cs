using System.Collections.Frozen;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations;

/// <summary>
/// Journals by their names: abbreviation as in the NLM catalogue ("N Engl J Med") and full title, joined. Facts, kept in <c>journals.tsv</c>:
/// a line a journal, the abbreviation first, every other spelling after a tab.
/// </summary>
public static class JournalNames
{
    internal const int LongestName = 16;
    internal const ulong EmptyKey = 0;

    private static readonly ulong Article = FeatureKey.Of("the");
    private static readonly FrozenDictionary<ulong, string> Names = Load();

    /// <summary>The abbreviation under which the journal is known, or null where the list does not have it.</summary>
    public static string? AbbreviationOf(string name)
    {
        ulong key = EmptyKey, withoutArticle = EmptyKey;
        int words = 0;
        foreach (ulong word in Words(name))
        {
            key = Extend(key, word);
            if (words++ > 0 || word != Article) withoutArticle = Extend(withoutArticle, word);
        }
        return Names.GetValueOrDefault(key) ?? Names.GetValueOrDefault(withoutArticle);
    }

    internal static bool IsName(ulong key) => Names.ContainsKey(key);

    /// <summary>The key of a name with one more word, given by <see cref="FeatureKey.Of"/> of its lower case.</summary>
    internal static ulong Extend(ulong key, ulong word) => FeatureKey.Extend(key, word);

    private static IEnumerable<ulong> Words(string name)
    {
        int at = 0;
        while (at < name.Length)
        {
            while (at < name.Length && !char.IsLetterOrDigit(name[at])) at++;
            int start = at;
            while (at < name.Length && !char.IsWhiteSpace(name[at])) at++;
            int end = at;
            while (end > start && !char.IsLetterOrDigit(name[end - 1])) end--;
            if (end > start) yield return FeatureKey.Of(name[start..end].ToLowerInvariant());
        }
    }

    private static FrozenDictionary<ulong, string> Load()
    {
        using Stream data = typeof(JournalNames).Assembly.GetManifestResourceStream("journals.tsv")!;
        using var reader = new StreamReader(data);
        var names = new Dictionary<ulong, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] spellings = line.Split('\t');
            foreach (string spelling in spellings)
            {
                ulong key = EmptyKey;
                foreach (ulong word in Words(spelling)) key = Extend(key, word);
                names.TryAdd(key, spellings[0]);
            }
        }
        return names.ToFrozenDictionary();
    }
}
