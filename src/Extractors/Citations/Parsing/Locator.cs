using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>Year, volume, issue and pages where they stand in one of the fixed orders of journal references. <paramref name="Start"/> is where it begins.</summary>
internal sealed partial record Locator(int Start, int End, int? Year, string? Volume, string? Issue, string? Pages)
{
    private const string Months =
        @"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Fall|Autumn|Winter)\.?";

    private const string Page = @"[A-Za-z]{0,3}\d+(?:\.\d+){0,3}[A-Za-z]{0,3}(?:\.e\d+)?";

    private const string PageRun = $@"{Page}(?:\s?[-–—‐‑]\s?{Page})?(?:,\s?{Page}(?:[-–—‐‑]{Page})?)?";

    /// <summary>"2016 Apr 22;9(3):2437-46", "Nov 18 2006; 368(9549):1795-1809", "2017;5 Suppl 3:S1-S9", "2014; 20 Suppl3; S443".</summary>
    [GeneratedRegex(
        $@"(?<![\d\w-])(?:(?:{Months}(?:[-–/]{Months})?\s+)(?:\d{{1,2}},?\s+)?)?(?:(?<year>(?:19|20)\d\d)[a-z]?\.?(?:\s*{Months}(?:[-–/]{Months})?)?(?:\s*\d{{1,2}}(?!\d))?|\d{{1,2}}/(?:\d{{1,2}}/)?(?<year>(?:19|20)?\d\d))\s*(?:[;,]|:(?=\s*\d{{1,4}}\s*[(:]))\s*(?:Vol\.?\s*)?(?<volume>[A-Z]?\d{{1,4}}[A-Z]?|Suppl?)\s*(?:\(\s*(?<issue>[^()]{{1,40}})\)|,?\s*(?<issue>Suppl?\.?\s?\d{{0,3}}|Pt\s?\d|Spec\sNo))?\s*(?:[:;,]\s*(?-i:pp?\.?\s?)?(?<pages>{PageRun}))?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DateFirst();

    /// <summary>APA: "33(8), 2419–2429", "14, 123-130" at the end of a sentence, after a year in brackets.</summary>
    [GeneratedRegex(
        $@"(?<=,\s{{0,2}})(?<volume>\d{{1,4}})\s?(?:\((?<issue>[^()]{{1,30}})\))?,\s*(?-i:pp?\.?\s?)?(?:Article\s)?(?<pages>{PageRun})(?=[.,;]?(?:\s|$))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Apa();

    [GeneratedRegex(@"\((?<year>(?:19|20)\d\d)[a-z]?(?:,[^()]{1,30})?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedYear();

    /// <summary>Where a month and its day may begin before the first year or date with slashes; the length of the text where it has none.</summary>
    private static int FirstDate(string text)
    {
        const int MonthAndDay = 32;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            bool century = (text[i] is '1' && text[i + 1] is '9') || (text[i] is '2' && text[i + 1] is '0');
            if (century || (char.IsAsciiDigit(text[i]) && (text[i + 1] == '/' || text[i + 2] == '/'))) return Math.Max(0, i - MonthAndDay);
        }
        return text.Length;
    }

    public static Locator? Find(string text)
    {
        int from = FirstDate(text);
        if (from == text.Length) return null;
        Match best = Match.Empty;
        for (Match m = DateFirst().Match(text, from); m.Success; m = m.NextMatch())
        {
            bool pages = m.Groups["pages"].Success, issue = m.Groups["issue"].Success;
            if (!pages && !issue) continue;
            best = m;
            if (pages) break;
        }
        if (best.Success) return From(best, YearOf(best));
        Match year = BracketedYear().Match(text);
        if (!year.Success || Apa().Match(text, year.Index) is not { Success: true } apa) return null;
        return From(apa, YearOf(year));
    }

    private static Locator From(Match m, int? year) => new(
        m.Index, m.Index + m.Length, year, Value(m, "volume"), Value(m, "issue"), Value(m, "pages")?.TrimEnd('.'));

    private static string? Value(Match m, string name) => m.Groups[name] is { Success: true } g ? g.Value.Trim() : null;

    private static int YearOf(Match m) => DateYear.Full(int.Parse(m.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
}
