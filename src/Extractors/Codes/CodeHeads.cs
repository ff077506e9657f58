using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>Tells the words that head a run of codes ("The following CPT codes are considered investigational:") from other text.</summary>
internal static partial class CodeHeads
{
    /// <summary>A line with a colon that names no codes heads them only where it is short. In UTF-16 units.</summary>
    private const int LongestCaption = 120;

    /// <summary>The last sentence of a paragraph where it heads codes; null where it does not.</summary>
    /// <param name="amongCodes">Whether it stands under a heading of codes, where any short line with a colon or a stance heads what follows.</param>
    public static string? LabelOf(string text, SourceSpan paragraph, bool amongCodes)
    {
        string words = paragraph.Slice(text).Trim();
        int from = 0;
        foreach (ValueMatch end in SentenceEnd().EnumerateMatches(words)) from = end.Index + end.Length;
        string last = words[from..].Trim();
        if (last.Length is 0 or > 400 || GroupStance.IsDisclaimer(last) || Remark().IsMatch(last) || (words[^1] != ':' && MarkFirst().IsMatch(words))) return null;
        bool colon = last[^1] == ':' && last.Length <= LongestCaption, code = CodeWord().IsMatch(last), following = Following().IsMatch(last);
        if (!code && OfPeople().IsMatch(last)) return null;
        if (!code && !(amongCodes && colon)) return amongCodes && last.Length <= 120 && GroupStance.Of(last) is not null ? last : null;
        if (last[^1] == ':' || following) return last;
        return amongCodes && last.Length <= 120 && last[^1] != '.' ? last : null;
    }

    /// <summary>Whether a paragraph is a heading of codes by its words and capitals ("CODING AND BILLING", "CPT (Current Procedural Terminology)").</summary>
    public static bool IsHeading(string text, SourceSpan paragraph)
    {
        SourceSpan trimmed = paragraph.Trim(text);
        if (trimmed.Length is 0 or > 80) return false;
        string words = trimmed.Slice(text);
        if (!CodeWord().IsMatch(words) || words[^1] is '.' or ',' or ';' or '!' or '?' || CodeScanner.Find(text, trimmed).Count > 0) return false;
        int capital = 0, small = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsUpper(word[0])) capital++;
            else if (char.IsLower(word[0]) && word.Length > 3) small++;
        }
        return capital > 0 && small <= (capital + small > 4 ? 0 : 1);
    }

    /// <summary>A lead-in that takes a stance over the list that follows it, wherever it stands; null where the words are none.</summary>
    public static string? LeadOf(string text, SourceSpan paragraph)
    {
        string words = paragraph.Slice(text).Trim();
        return words.Length is > 0 and <= 400 && words[^1] == ':' && !GroupStance.IsDisclaimer(words) && !Remark().IsMatch(words) && !OfPeople().IsMatch(words) && GroupStance.Of(words) is not null ? words : null;
    }

    [GeneratedRegex(@"[.!?]\s+(?=[\p{Lu}*])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    /// <summary>Notes, notices of ownership and keys to marks stand near codes and head none.</summary>
    [GeneratedRegex(@"^\W*notes?\b|registered trademark|copyright|\basterisk", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>"*Prior authorization required." is the key to a mark in the table above.</summary>
    [GeneratedRegex(@"^\s*[*†‡§¶^#]{1,3}\s?\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex MarkFirst();

    /// <summary>"B. The member meets criteria for one of the following:" leads in criteria, not codes.</summary>
    [GeneratedRegex(@"^\W*(?:\w{1,4}[.)]\s*)?(?:the |an? |any |all )?(?:members?|patients?|individuals?|persons?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"\b(?:codes?|code\(s\)|coding|CPT|HCPCS|ICD-10(?:-CM|-PCS)?|procedures? codes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeWord();

    [GeneratedRegex(@"\b(?:following|below|these codes)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Following();
}
