using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>The year of the date part of a reference.</summary>
internal static partial class DateYear
{
    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)(?!\d)|(?<![\d/])\d{1,2}/(?:\d{1,2}/)?(?<short>\d\d)(?![\d/])", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"\b(?:(?:published|released|effective|issued|adopted|posted|approved|updated?|revised|reviewed|modified|reaffirmed|current\s+through|dated?)\b[^.]{0,60}?\b|(?:©|\bcopyright)\s*(?:©\s*)?|(?:version|ver|v)\.?\s?\d{1,2}\.)(?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    /// <summary>The first year in a date, of four digits or of two after slashes ("08/05", "09/27/05"); null where it names none.</summary>
    public static int? In(string date)
    {
        Match m = Form().Match(date);
        if (!m.Success) return null;
        return m.Groups["short"] is { Success: true } two ? Full(Number(two)) : Number(m.Groups["year"]);
    }

    /// <summary>The year that the text says of itself ("Published March 2015", "Version 3.2024"), null where it says none.</summary>
    public static int? SaidIn(string text) => Said().Match(text) is { Success: true } m ? Number(m.Groups["year"]) : null;

    /// <summary>Two digits are of the century that makes a past date: below 50 of this one.</summary>
    public static int Full(int year) => year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
