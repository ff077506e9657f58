using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>
/// Finds what has the form of a code in a run of text, single or as a range ("81400-81408", "D37.01 through D48.9", "81261-64").
/// Form and the nearest words decide here; whether the policy lists it is the extractor's to judge.
/// </summary>
public static partial class CodeScanner
{
    /// <summary>
    /// Mentions in <paramref name="within"/>, in order, not overlapping, with spans in <paramref name="text"/>. <paramref name="expected"/> is the system
    /// that a heading above names; a system named inside the run ("ICD-10 codes E119, Z34") holds from there to the end of its sentence.
    /// </summary>
    public static IReadOnlyList<CodeMention> Find(string text, SourceSpan within, CodeSystem? expected = null)
    {
        List<Candidate> candidates = Candidates(text, within, expected);
        var found = new List<CodeMention>(candidates.Count);
        for (int i = 0; i < candidates.Count; i++)
        {
            Candidate first = candidates[i];
            if (i + 1 < candidates.Count && IsRange(text, first, candidates[i + 1], within))
            {
                Candidate last = candidates[++i];
                found.Add(new(first.Code, last.Code, first.System, SourceSpan.Cover(first.Span, last.Span)));
            }
            else if (ShortEnd(text, first, within) is { } end)
            {
                found.Add(new(first.Code, first.Code[..^(end.Length - 1)] + text[(end.Start + 1)..end.End], first.System, new(first.Span.Start, end.End)));
            }
            else if (!CodeTraps.IsTrap(text, first.Span, within, first.System == CodeSystem.Cpt))
            {
                found.Add(new(first.Code, null, first.System, first.Span) { IsWildcard = first.Wildcard });
            }
        }
        return found;
    }

    private readonly record struct Candidate(string Code, CodeSystem System, SourceSpan Span, bool Wildcard);

    private static List<Candidate> Candidates(string text, SourceSpan within, CodeSystem? expected)
    {
        var candidates = new List<Candidate>();
        CodeSystem? named = expected;
        int labelEnd = within.Start, checkedTo = within.Start;
        foreach (Match match in Tokens().EnumerateSlice(text, within))
        {
            var span = new SourceSpan(match.Index, match.Index + match.Length);
            if (match.Groups["label"].Success)
            {
                (named, labelEnd, checkedTo) = (CodeLabels.Read(match.ValueSpan), span.End, span.End);
                continue;
            }
            if (named != expected && EndsSentence(text, checkedTo, span.Start)) named = expected;
            checkedTo = span.Start;
            int open = span.Length;
            while (open > 0 && IsOpenPlace(match.Value, open - 1)) open--;
            string code = match.Value[..open].TrimEnd('.').ToUpperInvariant();
            if (SystemOf(code, open < span.Length, named) is not { } system) continue;
            if (system == CodeSystem.Modifier && named != expected && !FollowsLabel(text, labelEnd, span.Start, candidates)) continue;
            candidates.Add(new(code, system, span, open < span.Length));
        }
        return candidates;
    }

    /// <summary>Lower-case x, or X where nothing but X and dots follows, or the dash of a sub-category list, holds a place open.</summary>
    private static bool IsOpenPlace(string token, int at) => token[at] is 'x' or 'X' or '-' && at >= 3;

    private static CodeSystem? SystemOf(string code, bool wildcard, CodeSystem? named)
    {
        if (!wildcard) return CodeForms.SystemOf(code, named);
        if (named == CodeSystem.Revenue && code.Length == 3 && code[0] == '0') return CodeSystem.Revenue;
        return code.Length >= 3 && CodeForms.SystemOf(code, CodeSystem.Icd10Cm) == CodeSystem.Icd10Cm ? CodeSystem.Icd10Cm : null;
    }

    private static bool IsRange(string text, Candidate first, Candidate last, SourceSpan within) =>
        first.System == last.System && !first.Wildcard && !last.Wildcard && last.Span.Start - first.Span.End <= 24
        && string.CompareOrdinal(first.Code, last.Code) < 0
        && RangeSign().IsMatch(text.AsSpan(first.Span.End, last.Span.Start - first.Span.End))
        && !CodeTraps.IsTrap(text, SourceSpan.Cover(first.Span, last.Span), within, first.System == CodeSystem.Cpt);

    /// <summary>The sign and digits of a shortened end ("-64" after 81261), where it is greater than what it replaces.</summary>
    private static SourceSpan? ShortEnd(string text, Candidate first, SourceSpan within)
    {
        if (first.System is not (CodeSystem.Cpt or CodeSystem.Hcpcs) || !char.IsAsciiDigit(first.Code[^1])) return null;
        foreach (ValueMatch match in ShortRangeEnd().EnumerateMatches(text.AsSpan(first.Span.End, Math.Min(6, within.End - first.Span.End))))
        {
            var end = new SourceSpan(first.Span.End, first.Span.End + match.Length);
            ReadOnlySpan<char> digits = text.AsSpan(end.Start + 1, end.Length - 1);
            bool follows = digits.SequenceCompareTo(first.Code.AsSpan(first.Code.Length - digits.Length)) > 0;
            return follows && !CodeTraps.IsTrap(text, SourceSpan.Cover(first.Span, end), within, digitsOnly: true) ? end : null;
        }
        return null;
    }

    private static bool EndsSentence(string text, int from, int to) =>
        to > from && SentenceEnd().IsMatch(text.AsSpan(from, to - from));

    /// <summary>A modifier counts only in the short list right after its label: any two letters would do elsewhere.</summary>
    private static bool FollowsLabel(string text, int labelEnd, int start, List<Candidate> before)
    {
        int from = before.Count > 0 && before[^1].System == CodeSystem.Modifier && before[^1].Span.Start >= labelEnd ? before[^1].Span.End : labelEnd;
        return start >= from && ListGlue().IsMatch(text.AsSpan(from, start - from));
    }

    [GeneratedRegex(
        "(?<label>" + CodeLabels.Pattern + @")
        | (?<![\p{L}\d])(?:
            \d{4,5}-\d{3,4}-\d{1,2}(?![\p{L}\d-]) | \d{11}(?![\p{L}\d])
          | (?-i:[A-Z]\d[0-9AB]\.(?:[0-9A-HXx][0-9A-Zx]{0,3}|-))(?![\p{L}\d])
          | \d{2}[0-9xX]{2}(?![\p{L}\d])
          | (?-i:[A-Z]\d[0-9AB](?:[0-9A-HX][0-9A-Zx]{0,3})?)(?![\p{L}\d])
          | \d{4}[0-9FTUMftum](?![\p{L}\d])
          | (?-i:[0-9BCDFGHX][0-9A-HJ-NP-Z]{6})(?![\p{L}\d])
          | \d{3}(?![\p{L}\d])
          | (?-i:[A-Z][A-Z0-9]|\d[0-9A-Z])(?![\p{L}\d])
          )",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"^\s*(?:[-‐‑‒–—−]|\b(?:through|thru|to)\b)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"^[-‐‑–]\d{2,3}(?![\d\p{L}-])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortRangeEnd();

    [GeneratedRegex(@"\n\s*\n|[.!?]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""^(?:\s|[,:;/&()"'“”‘’®™-]|\b(?:and|or|codes?|the|is|are)\b)*\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListGlue();
}
