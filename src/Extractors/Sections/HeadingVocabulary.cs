using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Sections;

/// <summary>What the words of a heading say of its section, in the vocabulary that US coverage policies share.</summary>
public static partial class HeadingVocabulary
{
    /// <summary>Whole headings; these are words that publishers use as headings and hardly ever otherwise.</summary>
    private static readonly FrozenDictionary<string, SectionKind> Whole = Entries().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every heading of the vocabulary with its kind, in the order of the table.</summary>
    public static IEnumerable<(string Heading, SectionKind Kind)> All => Entries().Select(e => (e.Key, e.Value));

    [GeneratedRegex(@"^(?:(?:section|part)\s+)?(?:[ivx]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    /// <summary>The heading in lower case, words only, without numbering and without what stands in brackets.</summary>
    public static string Normalise(string heading)
    {
        string text = Numbering().Replace(heading.Trim(), "");
        var plain = new StringBuilder(text.Length);
        int bracket = 0;
        foreach (char c in text)
        {
            if (c is '(' or '[') bracket++;
            else if (c is ')' or ']') bracket = Math.Max(0, bracket - 1);
            else if (bracket > 0 || c is '\'' or '’' or '®' or '™') continue;
            else if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        if (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        string words = plain.ToString();
        // "TOP" after a heading is a link to the start of the document.
        return words.EndsWith(" top", StringComparison.Ordinal) && words != "back to top" ? words[..^4] : words;
    }

    /// <summary>The kind of a heading that is, whole, one of the shared vocabulary; null for any other.</summary>
    public static SectionKind? WholeHeading(string heading) =>
        Normalise(heading) is var words && Whole.TryGetValue(words, out SectionKind kind) ? kind : HeadingPhrases.KindOf(words);

    private static IEnumerable<KeyValuePair<string, SectionKind>> Entries()
    {
        foreach ((SectionKind kind, string headings) in HeadingTable.Rows)
        {
            foreach (string heading in headings.Split('|')) yield return new(heading, kind);
        }
    }
}
