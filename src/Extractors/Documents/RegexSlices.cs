using System.Text.RegularExpressions;

namespace Ingest.Extractors.Documents;

/// <summary>Matching inside a span of the canonical text, with indexes of the whole text and look-behinds that see past the span's start.</summary>
public static class RegexSlices
{
    /// <summary>
    /// Matches that lie within <paramref name="within"/>, in order. Takes time in proportion to the span, not to the text behind it:
    /// a search for what is rare would otherwise run to the end of the text from every line.
    /// </summary>
    public static IReadOnlyList<Match> EnumerateSlice(this Regex regex, string text, SourceSpan within)
    {
        List<Match>? found = null;
        string? cut = null;
        foreach (ValueMatch hit in regex.EnumerateMatches(text.AsSpan(0, within.End), within.Start))
        {
            Match match = regex.Match(text, hit.Index);
            // A match that would run on past the span is looked for again where the text ends with it.
            if (match.Index + match.Length > within.End) match = regex.Match(cut ??= text[..within.End], hit.Index);
            if (match.Success && match.Index == hit.Index && match.Length > 0) (found ??= []).Add(match);
        }
        return found ?? (IReadOnlyList<Match>)[];
    }
}
