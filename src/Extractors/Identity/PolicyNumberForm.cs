using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Identity;

/// <summary>
/// The forms of policy numbers: 612, 00220, 7.01.05, 02-40000-26, LAB.00036, CG-LAB-28, HUM-0551-012, 2025T0586P, MP 2.251, AHS – M2004,
/// GEN03-1124.3-UC0425, Medical 34C. A date, a page of pages, a telephone number or a version is none.
/// </summary>
public static partial class PolicyNumberForm
{
    /// <summary>The number at the start of a labelled value; null where the value begins with something else.</summary>
    public static SourceSpan? AtStart(string text, SourceSpan value)
    {
        Match match = Labelled().Match(text, value.Start, value.Length);
        if (!match.Success) return null;
        var span = new SourceSpan(match.Index, match.Index + match.Length);
        return !Dotted().IsMatch(span.In(text)) && IsOther(text, span, value.End) ? null : span;
    }

    /// <summary>A number that stands unlabelled: alone in its line, or before the title in one line ("V.17 GENETIC TESTING …").</summary>
    public static SourceSpan? Alone(string text, SourceSpan line)
    {
        Match match = Unlabelled().Match(text, line.Start, line.Length);
        if (!match.Success) return null;
        var span = new SourceSpan(match.Index, match.Index + match.Length);
        return IsOther(text, span, line.End) ? null : span;
    }

    /// <summary>
    /// A line that says what kind of document this is and its number, and nothing else ("MEDICAL POLICY – 1.01.530", "Policy: MP360").
    /// </summary>
    public static SourceSpan? AfterKind(string text, SourceSpan line)
    {
        Match kind = Kind().Match(text, line.Start, line.Length);
        if (!kind.Success) return null;
        var rest = new SourceSpan(kind.Index + kind.Length, line.End);
        return AtStart(text, rest) is { } number && number.End >= line.Trim(text).End ? number : null;
    }

    /// <summary>The number between the kind of document and its title in one line ("Policy 2.04.117 Imaging of Bones").</summary>
    public static SourceSpan? BeforeTitle(string text, SourceSpan line)
    {
        Match match = KindAndTitle().Match(text, line.Start, line.Length);
        if (!match.Success) return null;
        Group id = match.Groups["id"];
        return IsOther(text, new(id.Index, id.Index + id.Length), line.End) ? null : new(id.Index, id.Index + id.Length);
    }

    /// <summary>A number after the title in one line ("… and Rare Bone Disorders MP9603", "…, Medical 34").</summary>
    public static SourceSpan? AfterTitle(string text, SourceSpan line)
    {
        Match match = Trailing().Match(text, line.Start, line.Length);
        return match.Success ? new(match.Groups["id"].Index, match.Groups["id"].Index + match.Groups["id"].Length) : null;
    }

    /// <summary>One spelling of hyphens and no white space around them or at line breaks.</summary>
    public static string Normalise(string printed) => White().Replace(Hyphens().Replace(printed, "-"), " ").Trim();

    private static bool IsOther(string text, SourceSpan span, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(span.End, Math.Min(end, span.End + 12) - span.End);
        if (rest.StartsWith("/") || rest.TrimStart().StartsWith("of ", StringComparison.OrdinalIgnoreCase)) return true;
        if (Version().IsMatch(span.In(text)) || Telephone().IsMatch(span.In(text))) return true;
        if (Series().IsMatch(span.In(text))) return false;
        foreach (DateMention date in DateScanner.Find(text, new(span.Start, Math.Min(end, span.End + 12))))
        {
            if (date.Span.Start < span.End) return true;
        }
        return false;
    }

    [GeneratedRegex(
        """
        \G(?:
          (?!(?:effective|page|revised|reviewed|version|status|last|next|date|none|see|and|the|january|february|march|april|may|june|july|august|september|october|november|december)\b)
          [A-Z]{1,14}(?:[.\-‐–_][A-Z]{1,6}){0,3}(?:\s?[.\-‐–—_]\s?|\s)?[A-Z]{0,3}\d[\dA-Z]*
        | \d[\dA-Z]*
        )(?:[.\-‐–_][\dA-Z]+)*(?![\w/])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    // Without a label the form has to speak for itself: letters and digits joined by a sign, or three groups.
    [GeneratedRegex(
        """
        \G(?:
          [A-Z]{1,6}(?:[.\-‐–][A-Z]{1,4}){0,3}[.\-‐–]\d[\dA-Z]*(?:[.\-‐–][\dA-Z]+)*
        | [A-Z]{2,4}\s\d{1,2}\.\d{2,3}
        | \d{1,2}[.\-‐–][A-Z]?\d{2,5}[.\-‐–]\d{1,3}[A-Z]?
        | \d{4}T\d{4}[A-Z]{1,2}
        | [A-Z]{2,4}\d{3,5}(?:\.\d{1,3})?
        )(?=\s|$|\|)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Unlabelled();

    [GeneratedRegex(@"(?:,\s|\s[(\[]?|/)(?<id>[A-Z]{2,4}-?\d{3,5}(?:\.\d{1,3})?|[A-Z]{1,4}\d{3}\.\d{2,3}|[A-Z]{1,5}[.\-]\d{2,5}(?:[.\-]\d+)*|Medical\s\d{1,3}[A-Z]?)[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(
        @"\G\s*(?:(?:(?:medical|clinical|coverage|pharmacy|drug|reimbursement|payment) ){0,2}(?:policy|guideline|bulletin)\s?(?:no\.?|number|#)?\s?[:–—-]\s?)(?=[^\d\n]{0,8}\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"\G\s*(?:(?:[Mm]edical|[Cc]linical|[Cc]overage|[Pp]harmacy|[Dd]rug|[Rr]eimbursement|[Pp]ayment) ){0,2}(?:[Pp]olicy|[Gg]uideline|[Bb]ulletin|POLICY|GUIDELINE)\s(?:(?:[Nn]o\.?|[Nn]umber|#)\s?)?(?<id>[A-Z]{1,6}(?:[.\-][A-Z]{1,4}){0,3}[.\-]\d[\dA-Z]*(?:[.\-][\dA-Z]+)*|\d{1,2}[.\-][A-Z]?\d{2,5}[.\-]\d{1,3}[A-Z]?)\s*[:–—-]?\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex KindAndTitle();

    [GeneratedRegex(@"^v(?:er(?:sion)?)?[.\s]?\d+\.\d+(?:\.\d+)?$|^\d+\.\d+\.20\d\d$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    /// <summary>Section, subsection and serial of a manual: after a label for numbers it is one, although 07.01.88 could be a day.</summary>
    [GeneratedRegex(@"^\d{1,2}\.\d{2}\.\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    /// <summary>The association's series (2.04.36): dates with dots have a zero before a month of one digit, or none before the day.</summary>
    [GeneratedRegex(@"^[1-9]\.0[1-9]\.\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Series();

    [GeneratedRegex(@"^(?:1[-.])?\d{3}[-.]\d{3}[-.]\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\s*[‐‑–—-]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
