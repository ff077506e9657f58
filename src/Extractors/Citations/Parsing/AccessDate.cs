using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>When the citing author looked at a web page: "Accessed June 25, 2024", "[cited 03/08/2024]", "Retrieved Dec 30, 2024, from".</summary>
internal static partial class AccessDate
{
    [GeneratedRegex(@"\b(?:accessed|retrieved|viewed|cited|last\saccess(?:ed)?|access\sdate)\b(?:\s+(?:on|at|from)\b)?(?:\s+(?:https?://)?[\w./?=&%-]+\.[a-z]{2,4}[^\s]*)?[\s:]*(?:(?<month>[A-Z][a-z]{2,8})\.?\s+(?:(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?<year>(?:19|20)\d\d)|(?<day>\d{1,2})\s+(?<month>[A-Z][a-z]{2,8})\.?,?\s+(?<year>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)\s+(?<month>[A-Z][a-z]{2,8})\.?(?:\s+(?<day>\d{1,2}))?|(?<m>\d{1,2})[/.-](?<d>\d{1,2})[/.-](?<y>\d{4}|\d{2})|(?<year>(?:19|20)\d\d))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    /// <summary>Whether a word stands there without which the pattern cannot match: a look that costs less than the pattern.</summary>
    private static bool May(string text) =>
        text.Contains("access", StringComparison.OrdinalIgnoreCase) || text.Contains("retrieved", StringComparison.OrdinalIgnoreCase)
        || text.Contains("cited", StringComparison.OrdinalIgnoreCase) || text.Contains("viewed", StringComparison.OrdinalIgnoreCase);

    public static PartialDate? In(string text)
    {
        if (!May(text)) return null;
        Match m = Form().Match(text);
        if (!m.Success) return null;
        if (m.Groups["y"].Success)
        {
            int y = Number(m.Groups["y"]);
            return PartialDate.Create(y < 100 ? 2000 + y : y, Number(m.Groups["m"]), Number(m.Groups["d"]));
        }
        int month = m.Groups["month"].Success ? MonthOf(m.Groups["month"].ValueSpan) : 0;
        return PartialDate.Create(Number(m.Groups["year"]), month, month > 0 && m.Groups["day"].Success ? Number(m.Groups["day"]) : 0);
    }

    /// <summary>The reference without its access date, which is no date of the work.</summary>
    public static string Without(string text) => May(text) ? Form().Replace(text, " ") : text;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(ReadOnlySpan<char> name)
    {
        const string Heads = "janfebmaraprmayjunjulaugsepoctnovdec";
        if (name.Length < 3) return 0;
        Span<char> head = stackalloc char[3];
        name[..3].ToLowerInvariant(head);
        int at = Heads.AsSpan().IndexOf(head);
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }
}
