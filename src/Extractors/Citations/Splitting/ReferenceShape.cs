using System.Buffers;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>What references look like from outside: how they begin, how they end, and what tells them from sentences about something.</summary>
internal static partial class ReferenceShape
{
    private static readonly SearchValues<char> AddressMarks = SearchValues.Create("/=&%_#?");

    /// <summary>A date that stands alone has fewer: "September 20, 2023".</summary>
    private const int FewestLetters = 16;

    private const string Family = @"(?:(?:[Vv]an|[Vv]on|[Dd]e[rnl]?|[Dd]i|[Dd]a|[Dd]os|[Ll][ea]|[Dd]ella|[Tt]e[nr]|[Ee]l|[Aa]l|St\.?)[\s-]){0,3}\p{Lu}[\p{L}'’‘‐‑-]{1,24}(?:\s\p{Lu}[\p{L}'’‐‑-]{2,20})?";

    /// <summary>"Smith JA, ", "Smith JA. ", "Smith JA et al", "Smith, J. A., ", "Smith, J. A. (2019)".</summary>
    [GeneratedRegex($@"^[\s*_“""]*{Family}(?:\s\p{{Lu}}{{1,3}}(?:\s(?:Jr|Sr|I{{2,3}})\.?)?(?:[,.;:]|\s+et\.?\s?al)|,\s\p{{Lu}}\.(?:[\s-]?\p{{Lu}}\.){{0,3}}(?:,|\s[&(]|$)|,?\s+et\.?\s?al\b)")]
    private static partial Regex Authors();

    [GeneratedRegex(@"(?:19|20)\d\d[a-z]?\b[^.]{0,18}[;,]\s*\d{1,4}\s*(?:\(|:|Suppl|\s?[;,]\s*\d)|\b\d{1,4}\s?\(\d{1,3}[^()]{0,12}\)\s?[:,;]\s*[a-zA-Z]?\d|\b\d{1,4}\s?:\s?[a-zA-Z]{0,2}\d{1,6}\s?[-–‐‑]\s?\d", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"https?:|www\.|\bdoi\b|\b10\.\d{4,9}/|\bPMID\b|\bPMC\d|\bNCT\d{8}|\b(?:accessed|retrieved|available\s+(?:at|from|online)|epub|in\s+press)\b|\[(?:internet|cited|prescribing|package|updated)\b|\bprescribing\s+information\b|\bpackage\s+insert\b|\bet\s+al\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:we|our|were|was|is|are|has|have|will|should|shall|must|may|can|does|do|the\s+following|this\s+(?:policy|document|guideline|medical)|these)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    /// <summary>What can only go on with an entry: an address, an identifier, what is said after the pages.</summary>
    [GeneratedRegex(@"^[\s(\[<'‘]*(?:https?:|www\.|doi\b|10\.\d{4,9}/|PMID|PMCID|PMC\d|Epub|eCollection|Available|Accessed|Retrieved|Last\s+(?:updated|reviewed|accessed)|Updated|Published|Reaffirmed|Cited\b|ISBN)", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\W*(?:19|20)\d\d\W*$")]
    private static partial Regex YearAlone();

    /// <summary>"(2024). Retrieved", "A title. (2024", "“A title": beginnings of references that name no author.</summary>
    [GeneratedRegex(@"^[\s*_]*(?:\((?:19|20)\d\d[^()]{0,20}\)|[“""]\p{Lu}|[\p{Lu}\d][^.]{3,140}\.\s\((?:19|20)\d\d)")]
    private static partial Regex Untitled();

    [GeneratedRegex(@"(?:https?://|www\.|\b10\.\d{4,9}/)\S*$")]
    private static partial Regex AddressAtEnd();

    /// <summary>Rows of a policy's own history and administration that follow a list: "Document Created:", "Re-Review Date(s):", "11/1/16 9/23/16 Routine".</summary>
    [GeneratedRegex(@"^[\s*_]*(?:(?:Document\s+|Policy\s+)?(?:Created|Revised|Reviewed|Re-?Review(?:ed)?|Revision|Review|Effective|Approved|Approval|Origination|Published)(?:\s+Date)?(?:\(s\)|s)?\s*[:\t]|(?:\d{1,2}/\d{1,2}/(?:19|20)?\d\d\s+){2})", RegexOptions.IgnoreCase)]
    private static partial Regex Administrative();

    /// <summary>The publisher's own notice at the end of the document; a work that is cited does not begin with the sign.</summary>
    [GeneratedRegex(@"^[\s*_]*(?:(?:(?:proprietary|confidential|all\s+rights\s+reserved)\b[\w\s.,]{0,60})?©|\([cC]\)\s*(?:19|20)\d\d|(?:(?:proprietary|confidential)\b[\w\s.,]{0,60})?copyright\s*(?:©|\([cC]\)|(?:19|20)\d\d))", RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();

    public static bool IsCopyright(string text) => Copyright().IsMatch(text);

    public static bool IsAdministrative(string text) => Administrative().IsMatch(text);

    public static bool IsYearAlone(string text) => YearAlone().IsMatch(text);

    public static bool BeginsWithAuthors(string text) => Authors().IsMatch(text);

    public static bool IsTail(string text) => Tail().IsMatch(text);

    /// <summary>Whether the text reads as a reference, rather than as a sentence about the list or as something else.</summary>
    public static bool IsReference(string text)
    {
        if (text.Length < 15 || IsAdministrative(text)) return false;
        bool year = Year().IsMatch(text), marked = Mark().IsMatch(text), place = Place().IsMatch(text);
        if (place && year) return true;
        int verbs = Verb().Count(text);
        // Prose about the list names a year or a site, too, but in sentences.
        if (verbs > 0 && !marked && !BeginsWithAuthors(text)) return false;
        if (verbs >= 3 && !place && !BeginsWithAuthors(text) && verbs * 14 > text.Count(' ')) return false;
        return marked || (year && Letters(text) >= FewestLetters && (BeginsWithAuthors(text) || text.Count('.') >= 2 || text.Contains(", ", StringComparison.Ordinal)));
    }

    /// <summary>Whether an entry has what references end with: nothing need follow.</summary>
    public static bool IsComplete(string text) => Year().IsMatch(text) || Mark().IsMatch(text) || Place().IsMatch(text);

    /// <summary>Whether <paramref name="next"/> goes on with the entry <paramref name="soFar"/>, over a page or a column.</summary>
    public static bool GoesOn(string soFar, string next)
    {
        string head = next.TrimStart(' ', '(', '[', '“', '"', '*', '_');
        if (head.Length == 0 || IsTail(next)) return true;
        bool begins = BeginsWithAuthors(next) || Untitled().IsMatch(next), complete = IsComplete(soFar);
        if (begins && complete) return false;
        if (AddressAtEnd().IsMatch(soFar)) return IsAddressPart(next);
        char last = LastOf(soFar);
        bool open = char.IsLetter(last) || last is ',' or '-' or '‐' or '‑' or '–' or '&' or '(' or '/' or ';' or ':';
        if (open) return true;
        if (begins) return false;
        if (char.IsLower(head[0])) return true;
        // What lacks a year, an address or pages takes what brings them, and what is no reference by itself.
        return !complete && ((char.IsAsciiDigit(head[0]) && IsComplete(next)) || Place().IsMatch(next) || (soFar.Length > 20 && !IsReference(next)));
    }

    private static bool IsAddressPart(string next)
    {
        ReadOnlySpan<char> head = next.AsSpan().TrimStart();
        int space = head.IndexOf(' ');
        ReadOnlySpan<char> first = (space < 0 ? head : head[..space]).TrimEnd(".,;");
        return first.Length > 0 && (char.IsLower(first[0]) || first.ContainsAny(AddressMarks) || (first.Contains('-') && space < 0));
    }

    private static int Letters(string text)
    {
        int count = 0;
        foreach (char c in text) if (char.IsLetter(c)) count++;
        return count;
    }

    private static char LastOf(string text)
    {
        for (int i = text.Length - 1; i >= 0; i--) if (!char.IsWhiteSpace(text[i]) && text[i] is not ('*' or '_')) return text[i];
        return '.';
    }

    /// <summary>Where in a run of several unnumbered references each begins, the first at 0.</summary>
    public static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        if (text.Length < 120) return starts;
        foreach (Match end in EntryEnd().Matches(text))
        {
            int at = end.Index + end.Length;
            if (at - starts[^1] < 40 || at >= text.Length - 30) continue;
            if (BeginsWithAuthors(text[at..Math.Min(text.Length, at + 80)]) && IsComplete(text[starts[^1]..at])) starts.Add(at);
        }
        return starts;
    }

    /// <summary>The end of pages, of an identifier or of an address, with the space before what comes next.</summary>
    [GeneratedRegex(@"(?:\d[A-Za-z]?\.|10\.\d{4,9}/\S{2,80}|\b[eE]?\d{3,}|(?:19|20)\d\d\.|/|\.html?|\.pdf)\s+(?=\p{Lu}|de\s|van\s|von\s|den\s)")]
    private static partial Regex EntryEnd();
}
