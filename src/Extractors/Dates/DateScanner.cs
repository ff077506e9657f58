using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Dates;

/// <summary>
/// Finds the dates in a run of text: 07/08/2024, 7-8-24, 04|01|2025, 11.21.24, 2024-07-08, 2024.07.08, July 8, 2024, 8 July 2024, 8-Jul-2024, Jul 2024, 2024: July,
/// 07/2024, 3rd Quarter 2025 (known to the year), "May 2 through June 3, 2024" (two dates) and, where the caller asks for them, bare years.
/// Month and year of two digits (11/24) only where the caller knows that a date stands there. US order (month first) for numbers. A moment of a clock ("4/8/25, 1:26 PM", as browsers print it) is no date of a document.
/// </summary>
public static partial class DateScanner
{
    /// <summary>Dates in <paramref name="within"/>, in order, not overlapping, with spans in <paramref name="text"/>.</summary>
    public static IReadOnlyList<DateMention> Find(string text, SourceSpan within, bool bareYears = false, bool shortMonths = false)
    {
        var found = new List<DateMention>();
        foreach (Match match in Pattern().EnumerateSlice(text, within))
        {
            if (Read(match, bareYears, shortMonths) is { } date) found.Add(new(date, new(match.Index, match.Index + match.Length)));
        }
        return found;
    }

    private static PartialDate? Read(Match match, bool bareYears, bool shortMonths)
    {
        if (match.Groups["clock"].Success) return null;
        if (match.Groups["iy"].Success) return PartialDate.Create(Number(match, "iy"), Number(match, "im"), match.Groups["id"].Success ? Number(match, "id") : 0);
        if (match.Groups["ny"].Success) return PartialDate.Create(FullYear(match.Groups["ny"].Value), Number(match, "nm"), Number(match, "nd"));
        if (match.Groups["my"].Success) return PartialDate.Create(Number(match, "my"), Number(match, "mm"));
        if (match.Groups["sy"].Success) return shortMonths ? PartialDate.Create(FullYear(match.Groups["sy"].Value), Number(match, "sm")) : null;
        if (match.Groups["qy"].Success) return PartialDate.Create(Number(match, "qy"));
        if (match.Groups["name"].Success)
        {
            int day = match.Groups["day"].Success ? Number(match, "day") : 0;
            return PartialDate.Create(Number(match, "year"), MonthNumber(match.Groups["name"].Value), day);
        }
        return bareYears ? PartialDate.Create(Number(match, "bare")) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Two digits are read in the window 1950–2049.</summary>
    private static int FullYear(string digits)
    {
        int year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int MonthNumber(string name) =>
        "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 + 1;

    // The end of a period that names the year only once ("May 2 through June 3, 2024") is looked at from the first day, without being taken.
    [GeneratedRegex(
        """
        (?<![\d/.])(?:
          (?<iy>(?:19|20|21)\d\d)(?<is>[-./])(?<im>\d{1,2})\k<is>(?<id>\d{1,2})
        | (?<iy>(?:19|20)\d\d)-(?<im>0[1-9]|1[0-2])
        | (?<nm>\d{1,2})\s?(?<sep>[/\-.|])\s?(?<nd>\d{1,2})\s?\k<sep>\s?(?<ny>(?:19|20|21)\d\d|\d\d)(?<clock>,?\s\d{1,2}:\d\d)?
        | (?<mm>\d{1,2})(?:\s?[/\-]\s?|\.)(?<my>(?:19|20)\d\d)
        | (?<sm>0?[1-9]|1[0-2])/(?<sy>[0-4]\d|9\d)
        | (?:[1-4](?:st|nd|rd|th)\s(?:quarter|qtr\.?)|q[1-4]|[1-4]q),?[\s/]*(?:of\s)?(?<qy>(?:19|20)\d\d)
        | (?<year>(?:19|20)\d\d):\s(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b
        | (?<bare>(?:19|20)\d\d)
        )(?![\d/]|\.\d|-\d)
        | \b(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?
          (?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?
          (?:\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s+|\s?/\s?)|\s*,?\s+(?:of\s+)?)(?<year>(?:19|20)\d\d)\b
        | (?<![\w-])(?:(?<day>\d{1,2})-)?(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)-(?<year>(?:19|20)\d\d)\b
        | \b(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)
          \s(?<day>\d{1,2})(?=\s(?:through|to|until|[\-–])\s[a-z]{3,9}\.?\s\d{1,2},?\s(?<year>(?:19|20)\d\d)\b)
        | (?:first|second|third|fourth)\s(?:quarter|qtr\.?),?\s(?:of\s)?(?<qy>(?:19|20)\d\d)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
