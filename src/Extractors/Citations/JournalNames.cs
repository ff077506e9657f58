using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations;

/// <summary>
/// Journals by their names: abbreviation as in the NLM catalogue ("N Engl J Med") and full title, joined. Facts, kept in <c>journals.tsv</c>
/// (by hand, which goes first) and <c>journals-catalogue.tsv</c>: a line a journal, the abbreviation first, every other spelling after a tab.
/// </summary>
public static class JournalNames
{
    internal const int LongestName = 16;
    internal const ulong EmptyKey = 0;

    private static readonly ulong Article = FeatureKey.Of("the");
    private static readonly Dictionary<ulong, Name> Names = Load();

    /// <summary>
    /// The abbreviation under which the journal is known, or null where the list does not have it. A society or a translation after the name
    /// ("Tumour biology : the journal of …", "Praxis = …") is no part of it.
    /// </summary>
    public static string? AbbreviationOf(ReadOnlySpan<char> name) =>
        Listed(name) ?? (name.IndexOfAny(':', '=') is > 0 and var mark && name[mark - 1] == ' ' ? Listed(name[..mark]) : null);

    private static string? Listed(ReadOnlySpan<char> name)
    {
        ulong key = EmptyKey, withoutArticle = EmptyKey;
        int words = 0;
        while (NextWord(ref name) is var word && word != 0)
        {
            key = Extend(key, word);
            if (words++ > 0 || word != Article) withoutArticle = Extend(withoutArticle, word);
            if (words > LongestName + 1) return null;
        }
        return Names.TryGetValue(key, out Name found) || Names.TryGetValue(withoutArticle, out found) ? found.Abbreviation : null;
    }

    /// <summary>Whether words of this key are sure to be a journal: single words of the catalogue ("Head", "Age") are words first.</summary>
    internal static bool IsName(ulong key) => Names.TryGetValue(key, out Name name) && name.IsSure;

    /// <summary>The key of a name with one more word, given by <see cref="FeatureKey.Of"/> of its lower case.</summary>
    internal static ulong Extend(ulong key, ulong word) => FeatureKey.Extend(key, word);

    /// <summary>The key of the next word, which is taken off the name; 0 at its end.</summary>
    private static ulong NextWord(ref ReadOnlySpan<char> name)
    {
        const int Longest = 64;
        Span<char> lower = stackalloc char[Longest];
        int at = 0;
        while (at < name.Length && !char.IsLetterOrDigit(name[at])) at++;
        if (at == name.Length) return 0;
        int start = at;
        while (at < name.Length && !char.IsWhiteSpace(name[at])) at++;
        int end = at;
        while (!char.IsLetterOrDigit(name[end - 1])) end--;
        ReadOnlySpan<char> word = name[start..Math.Min(end, start + Longest)];
        name = name[at..];
        word.ToLowerInvariant(lower);
        return FeatureKey.Of(lower[..word.Length]);
    }

    private static Dictionary<ulong, Name> Load()
    {
        const int Expected = 60_000;
        var names = new Dictionary<ulong, Name>(Expected);
        Read("journals.tsv", names, fewestSureWords: 1);
        Read("journals-catalogue.tsv", names, fewestSureWords: 2);
        return names;
    }

    private static void Read(string resource, Dictionary<ulong, Name> names, int fewestSureWords)
    {
        using Stream data = typeof(JournalNames).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(data);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] spellings = line.Split('\t');
            foreach (string spelling in spellings)
            {
                ulong key = EmptyKey;
                int words = 0;
                ReadOnlySpan<char> rest = spelling;
                for (; NextWord(ref rest) is var word && word != 0; words++) key = Extend(key, word);
                names.TryAdd(key, new(spellings[0], words >= fewestSureWords));
            }
        }
    }

    private readonly record struct Name(string Abbreviation, bool IsSure);
}
