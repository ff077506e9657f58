using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>Where in "12(3)", "Vol. 12, no. 3" or "44 Suppl 2" the issue begins.</summary>
internal static partial class VolumeParts
{
    [GeneratedRegex(@"(?<=\d\s*)\(|(?<=^|[\s,;(])(?:no|nr|n°|num|number|issue|iss|heft|fasc|supp?l?|supplement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssueStart();

    /// <summary>"(11): 465-472": what follows the number in brackets and a colon is pages.</summary>
    [GeneratedRegex(@"(?<=^\([^()]{1,30}\)\s?[:,]\s*)[A-Za-z]{0,3}\d")]
    private static partial Regex PagesStart();

    /// <summary>Where in "(11): 465-472" the pages begin; -1 where none follow the issue.</summary>
    public static int PagesAt(string issue) => PagesStart().Match(issue) is { Success: true } match ? match.Index : -1;

    /// <summary>-1 where the text names no issue; 0 where it is all issue.</summary>
    public static int IssueAt(string text)
    {
        Match match = IssueStart().Match(text);
        return match.Success ? match.Index : -1;
    }
}
