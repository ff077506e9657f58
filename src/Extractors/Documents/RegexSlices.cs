using System.Text.RegularExpressions;

namespace Ingest.Extractors.Documents;

/// <summary>Matching inside a span of the canonical text, with indexes of the whole text and look-arounds that see past the span's start.</summary>
public static class RegexSlices
{
    public static IEnumerable<Match> EnumerateSlice(this Regex regex, string text, SourceSpan within)
    {
        int at = within.Start;
        while (at <= within.End)
        {
            Match match = regex.Match(text, at);
            if (!match.Success || match.Index + match.Length > within.End) yield break;
            yield return match;
            at = match.Length == 0 ? match.Index + 1 : match.Index + match.Length;
        }
    }
}
