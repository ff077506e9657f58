using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Trials;

/// <summary>The words in which tables and texts speak of registered trials.</summary>
internal static partial class TrialWords
{
    /// <summary>Registry numbers in a run of text that is no address. A letter after the number is a footnote mark.</summary>
    public static IEnumerable<(string Nct, SourceSpan Span)> Numbers(string text, SourceSpan within)
    {
        foreach (Match match in Number().EnumerateSlice(text, within))
        {
            int start = match.Index;
            while (start > within.Start && !char.IsWhiteSpace(text[start - 1])) start--;
            if (text.AsSpan(start, match.Index - start).Contains("/", StringComparison.Ordinal)) continue;
            yield return ("NCT" + match.Groups["digits"].Value, new(match.Index, match.Index + match.Length));
        }
    }

    /// <summary>The state that a group row, a cell or the words after a trial name; null where they name none.</summary>
    public static string? StatusIn(string words) => Status().Match(words) is { Success: true } match
        ? CultureInfo.InvariantCulture.TextInfo.ToUpper(match.Value[0]) + match.Value[1..].ToLowerInvariant()
        : null;

    /// <summary>Whether a line holds nothing but a state, and so heads the trials below it.</summary>
    public static bool IsStatusAlone(string words) => StatusAlone().IsMatch(words.Trim());

    /// <summary>Month and year, or a full date, as completion is given; not a day before a month: that number is the enrolment.</summary>
    public static PartialDate? CompletionIn(string words) =>
        MonthOfYear().Match(words) is { Success: true } match
            ? DateScanner.Find(words, new(match.Index, match.Index + match.Length)) is [var month, ..] ? month.Date : null
            : DateScanner.Find(words, new(0, words.Length), bareYears: true) is [var date, ..] ? date.Date : null;

    public static int? CountIn(string words) =>
        Count().Match(words) is { Success: true } match && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int count)
            ? count
            : null;

    [GeneratedRegex(@"\bNCT\s?(?:No\.?\s?)?(?<digits>\d{8})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?:ongoing|unpublished|completed|terminated|withdrawn|suspended|(?:not yet |active, not )?recruiting|unknown status|enrolling by invitation|published)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(
        @"^(?:ongoing|unpublished|completed|terminated|withdrawn|suspended|recruiting|published)(?: (?:and|or) (?:ongoing|unpublished|completed))?(?: (?:clinical )?(?:trials|studies))?:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusAlone();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:19|20)\d\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"^\D{0,12}?(?<n>\d{1,3}(?:,\d{3})+|\d{1,6})\b(?!\s*/)", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
