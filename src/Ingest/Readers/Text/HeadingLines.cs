using System.Text.RegularExpressions;
using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>Whether a line of plain text is a heading, from vocabulary, case, colon, numbering and the blank lines around it.</summary>
internal static partial class HeadingLines
{
    private const int Longest = 110;

    [GeneratedRegex(@"^(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2})\.\s+)(?<rest>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d{1,2}/\d{1,2}/\d{2,4}|\b\d{1,2}/\d{2}\b|https?:|www\.|@|\.{4}|^NCT\d|;|\b(?:19|20)\d\d\b|^(?:Table|Figure|Exhibit)\s+\w{1,3}\b|,.*,|\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex NoHeading();

    /// <summary>The style by which the line shows itself a heading, null where it is none.</summary>
    /// <param name="before">A blank line (or furniture, or the start) stands before it.</param>
    /// <param name="after">A blank line stands after it.</param>
    /// <param name="opens">What follows can be the body of a section: prose or a list, not another short line.</param>
    public static HeadingStyle? StyleOf(string line, bool before, bool after, bool opens)
    {
        string text = line.Trim();
        if (text.Length is < 3 or > Longest || text.Contains('\t', StringComparison.Ordinal)) return null;
        if (text[^1] is '.' or ',' or ';' or '-' || NoHeading().IsMatch(text)) return null;
        bool colon = text[^1] == ':';
        string words = text.TrimEnd(':', ' ');
        if (Numbered().Match(words) is { Success: true } numbered) words = numbered.Groups["rest"].Value;
        if (words.Length < 3 || !char.IsLetter(words[0]) || HasSentence(words)) return null;
        Case letterCase = CaseOf(words);
        SectionKind? kind = letterCase == Case.Sentence ? null : HeadingVocabulary.WholeHeading(words);
        bool known = kind is not null, firm = known && IsFirm(words, kind);
        if (letterCase == Case.Capitals && ((known && (before || colon)) || ((before || colon) && Words(words) <= 12 && words.Length > 5 && (after || colon || before))))
        {
            return colon ? HeadingStyle.CapitalsColon : HeadingStyle.Capitals;
        }
        if (known && ((before && (after || opens || firm)) || colon)) return colon ? HeadingStyle.TitleColon : HeadingStyle.Title;
        if (letterCase == Case.Title && before && opens && (after || colon) && Words(words) <= 12 && !words.Contains(':', StringComparison.Ordinal) && Letters(words) * 10 >= words.Length * 7)
        {
            return colon ? HeadingStyle.TitleColon : HeadingStyle.Title;
        }
        return null;
    }

    /// <summary>"Society Report. A Title of a Work": references have stops inside, headings have none.</summary>
    public static bool HasSentence(string words) => SentenceInside().IsMatch(words);

    [GeneratedRegex(@"\p{L}{4,}\.\s+\p{Lu}\w", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceInside();

    /// <summary>Whether the words are a heading even where a table or a short line follows; "Policy" or "Status" alone is as often a column's name.</summary>
    private static bool IsFirm(string words, SectionKind? kind) =>
        words.Contains(' ', StringComparison.Ordinal)
        || kind is SectionKind.References or SectionKind.History or SectionKind.Coding or SectionKind.Definitions or SectionKind.Background or SectionKind.Evidence or SectionKind.Keywords;

    private enum Case { Sentence, Title, Capitals }

    private static Case CaseOf(string text)
    {
        int upper = text.Count(char.IsUpper), lower = text.Count(char.IsLower);
        if ((upper + lower) * 10 < text.Count(char.IsLetter) * 9) return Case.Sentence;
        if (upper > 1 && lower * 12 <= upper) return Case.Capitals;
        int great = 0, small = 0;
        foreach (string word in text.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = word.TrimStart('(', '"', '“', '‘', '[');
            if (bare.Length == 0 || !char.IsLetter(bare[0])) continue;
            if (char.IsUpper(bare[0])) great++;
            else if (bare.Length > 3 && bare is not ("with" or "from" or "into" or "over" or "that" or "than" or "when" or "their" or "during" or "under" or "after" or "before" or "through" or "between")) small++;
        }
        return great > 0 && char.IsUpper(text[0]) && small * 4 <= great ? Case.Title : Case.Sentence;
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Letters(string text) => text.Count(c => char.IsLetter(c) || c == ' ');
}
