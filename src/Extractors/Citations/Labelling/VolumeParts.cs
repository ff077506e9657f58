using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>Where in "12(3)", "Vol. 12, no. 3" or "44 Suppl 2" the issue begins.</summary>
internal static partial class VolumeParts
{
    [GeneratedRegex(@"(?<=\d\s*)\(|(?<=^|[\s,;(])(?:no|nr|n°|num|number|issue|iss|heft|fasc|supp?l?|supplement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssueStart();

    /// <summary>-1 where the text names no issue; 0 where it is all issue.</summary>
    public static int IssueAt(string text)
    {
        Match match = IssueStart().Match(text);
        return match.Success ? match.Index : -1;
    }
}
