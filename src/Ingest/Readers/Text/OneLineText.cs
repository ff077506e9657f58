using System.Text.RegularExpressions;
using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>
/// Text that lost its line ends, as web extraction leaves it: lines again, from headings of the shared vocabulary at sentence ends,
/// labelled fields, and numbers that count up.
/// </summary>
internal static partial class OneLineText
{
    /// <summary>Characters a line from which on a document has lost its line ends; long paragraphs run to two or three thousand.</summary>
    private const int LostLineEnds = 6000;

    private const int LongestHeadingWords = 9;

    [GeneratedRegex(@"(?<=[.!?:;)\]”""®™]|^|\b\d{4}|:\s\w{1,12})\s+(?=[A-Z\d•])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(?<=\s|^)(?:Subject|Title|Policy (?:Number|No\.?|Title|#)|Document (?:#|Number)|Publish(?:ed)? Date|Status|(?:Last|Next) Review(?: Date)?|(?:Original |Current |Last )?Effective(?: Date)?|Revised|Reviewed|Category|Section|Line of Business):\s", RegexOptions.CultureInvariant)]
    private static partial Regex FieldLabel();

    /// <summary>A date after a small word is one that an entry tells of: "updated with 10/01/2024 changes".</summary>
    [GeneratedRegex(@"(?<=\s)(?<!\s[a-z]+,?\s+)(?:(?:Reviewed|Revised|New|Archived)\s+)?\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex HistoryDate();

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    public static bool IsIn(string text)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace()) lines++;
        }
        return lines > 0 && text.Length / lines >= LostLineEnds;
    }

    public static string WithLines(string text)
    {
        var breaks = new SortedSet<int>();
        foreach (Match field in FieldLabel().Matches(text)) breaks.Add(field.Index);
        SectionKind? kind = null;
        int sectionStart = 0;
        var sentences = Boundary().Matches(text).Select(m => m.Index + m.Length).ToHashSet();
        for (Match word = Word().Match(text); word.Success; word = word.NextMatch())
        {
            int at = word.Index;
            if (at < sectionStart || !char.IsUpper(text[at])) continue;
            int length = HeadingLength(text, at);
            if (length == 0 || !(sentences.Contains(at) || at == sectionStart || StandsOut(text, at, length))) continue;
            Broken(text, sectionStart, at, kind, breaks);
            breaks.Add(at);
            breaks.Add(at + length);
            sectionStart = at + length;
            while (sectionStart < text.Length && char.IsWhiteSpace(text[sectionStart])) sectionStart++;
            kind = HeadingVocabulary.WholeHeading(text.Substring(at, length));
        }
        Broken(text, sectionStart, text.Length, kind, breaks);
        var lines = new System.Text.StringBuilder(text.Length + breaks.Count * 2);
        int from = 0;
        foreach (int at in breaks)
        {
            lines.Append(text.AsSpan(from, at - from).Trim()).Append("\n\n");
            from = at;
        }
        return lines.Append(text.AsSpan(from).Trim()).ToString();
    }

    /// <summary>Inside a run without sentences (a list of codes), a heading shows by its colon, by a numbered list or by a further heading after it.</summary>
    private static bool StandsOut(string text, int at, int length)
    {
        string heading = text.Substring(at, length);
        if (!heading.Contains(' ', StringComparison.Ordinal) && HeadingVocabulary.WholeHeading(heading) is not SectionKind.References) return false;
        if (heading[^1] == ':') return true;
        string after = text[(at + length)..Math.Min(text.Length, at + length + 80)].TrimStart();
        return after.StartsWith("1. ", StringComparison.Ordinal) || (after.Length > 0 && char.IsUpper(after[0]) && HeadingLength(after, 0) > 0);
    }

    /// <summary>The longest known heading in heading case that starts at <paramref name="at"/> and is followed by the start of something else.</summary>
    private static int HeadingLength(string text, int at)
    {
        int best = 0, words = 0;
        for (Match word = Word().Match(text, at); word.Success && words < LongestHeadingWords; word = word.NextMatch())
        {
            words++;
            bool small = char.IsLower(word.Value[0]);
            int end = word.Index + word.Length, next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            bool opens = next < text.Length && (char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '•' or '“' or '"' or '*' or '(');
            bool sentence = word.Value[^1] is '.' or ';' or ',';
            if (sentence) break;
            if (!small && opens && IsHeading(text[at..end])) best = end - at;
            if (word.Value[^1] == ':') break;
        }
        return best;
    }

    /// <summary>One word alone is a heading where it is hardly the first word of a sentence or the name of a thing.</summary>
    private static bool IsHeading(string words)
    {
        if (HeadingVocabulary.WholeHeading(words) is not { } kind || !(char.IsLetter(words[^1]) || words[^1] is ':' or ')')) return false;
        if (kind is SectionKind.Other or SectionKind.Identity or SectionKind.Medicare || words.StartsWith("Food and", StringComparison.Ordinal)) return false;
        if (words.Contains(' ', StringComparison.Ordinal) || words[^1] == ':') return true;
        return kind is SectionKind.References or SectionKind.Definitions or SectionKind.Background or SectionKind.Evidence or SectionKind.Disclaimer or SectionKind.Keywords
            || words is "Coding" or "History" or "Codes" or "Description" or "Description/Scope" or "Revisions";
    }

    /// <summary>Breaks inside a section: before numbers that count up from one through references, before dates of a history.</summary>
    private static void Broken(string text, int from, int to, SectionKind? kind, SortedSet<int> breaks)
    {
        if (kind is SectionKind.References) Numbered(text, from, to, breaks);
        if (kind is not SectionKind.History) return;
        for (Match date = HistoryDate().Match(text, from, to - from); date.Success; date = date.NextMatch()) breaks.Add(date.Index);
    }

    private static void Numbered(string text, int from, int to, SortedSet<int> breaks)
    {
        var found = new List<int>();
        int at = from;
        for (int number = 1; ; number++)
        {
            string label = number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ". ";
            int place = Labelled(text, label, at, to);
            if (place < 0) break;
            found.Add(place);
            at = place + label.Length;
        }
        if (found.Count >= 2) breaks.UnionWith(found);
    }

    private static int Labelled(string text, string label, int from, int to)
    {
        for (int place = text.IndexOf(label, from, to - from, StringComparison.Ordinal); place >= 0; place = text.IndexOf(label, place + 1, to - place - 1, StringComparison.Ordinal))
        {
            if (place == 0 || char.IsWhiteSpace(text[place - 1])) return place;
        }
        return -1;
    }
}
