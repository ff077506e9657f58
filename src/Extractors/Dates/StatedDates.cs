using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Dates;

/// <summary>Dates that stand in sentences: "approved by the … Committee on", "a literature search was conducted through", "On …, we searched PubMed".</summary>
public static partial class StatedDates
{
    public static IEnumerable<PolicyDate> In(SectionedPolicy policy)
    {
        PolicyDate? searched = null;
        foreach (Block block in policy.Document.Blocks)
        {
            if (block is FurnitureBlock) break;
            SourceSpan span = block.Span;
            if (block is TableBlock) continue;
            SectionKind kind = policy.SectionAt(span.Start)?.Kind ?? SectionKind.Other;
            if (kind is SectionKind.History or SectionKind.Administrative or SectionKind.Other or SectionKind.Identity && Approval(policy, span) is { } approved)
                yield return approved;
            if (kind is not (SectionKind.History or SectionKind.Medicare or SectionKind.Coding or SectionKind.Regulatory) && Search(policy, span, kind) is { } date
                && (searched is null || searched.Date < date.Date)) searched = date;
        }
        if (searched is not null) yield return searched;
    }

    private static PolicyDate? Approval(SectionedPolicy policy, SourceSpan span)
    {
        foreach (Match match in ApprovedBy().EnumerateSlice(policy.Text, span))
        {
            if (DateAt(policy.Text, match.Index + match.Length, span.End) is { } date && IsPolicy(match.Value)) return Fact(policy, PolicyDateKind.Approved, date, 0.93);
        }
        return null;
    }

    private static bool IsPolicy(string sentence) => !sentence.Contains("FDA", StringComparison.Ordinal) && !sentence.Contains("Food and Drug", StringComparison.Ordinal);

    /// <summary>The latest search that the block tells of. In a list of references only the sentence that says who searched counts, not a work's own currency.</summary>
    private static PolicyDate? Search(SectionedPolicy policy, SourceSpan span, SectionKind kind)
    {
        PolicyDate? latest = null;
        foreach (Match match in (kind == SectionKind.References ? WeSearched() : SearchedThrough()).EnumerateSlice(policy.Text, span))
        {
            if (kind is not SectionKind.References && OthersSearch().IsMatch(SentenceBefore(policy.Text, span, match.Index + match.Length))) continue;
            int at = match.Groups["date"].Success ? match.Groups["date"].Index : match.Index + match.Length;
            if (DateAt(policy.Text, at, span.End) is { } date && (latest is null || latest.Date < date.Date)) latest = Fact(policy, PolicyDateKind.LiteratureSearch, date, 0.9);
        }
        return latest;
    }

    private static string SentenceBefore(string text, SourceSpan block, int end)
    {
        int start = end;
        while (start > block.Start && !(text[start - 1] is '.' or '?' or '!' && start < end && char.IsWhiteSpace(text[start]))) start--;
        return text[start..end];
    }

    /// <summary>A search of a study or review that the policy tells of, not the policy's own.</summary>
    [GeneratedRegex(@"\bet al\b|\b(?:authors?|investigators?|researchers|they|cochrane|ahrq|task force|systematic|meta-analys[ei]s|trials? (?:were|was))\b|\(\d{4}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OthersSearch();

    private static DateMention? DateAt(string text, int at, int end)
    {
        foreach (DateMention date in DateScanner.Find(text, new(at, Math.Min(end, at + 40))))
        {
            return date.Span.Start - at <= 1 ? date : null;
        }
        return null;
    }

    private static PolicyDate Fact(SectionedPolicy policy, PolicyDateKind kind, DateMention date, double confidence) =>
        new(kind, date.Date, policy.Document.Slice(date.Span), date.Span, confidence);

    [GeneratedRegex(@"\bapproved by (?:the )?[^.;\n]{3,120}? (?:on|dated) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ApprovedBy();

    [GeneratedRegex(
        """
        \b(?:literature|evidence|medline|pubmed|database|internet)\b[^.;\n]{0,80}?\b(?:search|review|update|research)(?:ed|es|s)?\b[^.;\n]{0,80}?\b(?:through|until|up\sto|as\sof|ending|(?:performed|conducted|completed)\s(?:on|in))\s
        | \b(?:literature|evidence)\s(?:reviewed|searched|search(?:\sdate)?|review(?:\sdate)?):?\s(?=\d|[A-Z][a-z]{2,8}\.?\s\d)
        | \bon\s(?<date>\w{3,9}\s\d{1,2},\s(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}),?\swe\s(?:last\s)?(?:searched|reviewed)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex SearchedThrough();

    [GeneratedRegex(
        """
        \bon\s(?<date>\w{3,9}\s\d{1,2},\s(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}),?\swe\s(?:last\s)?(?:searched|reviewed)\b
        | \b(?:literature|evidence)\s(?:reviewed|searched):?\s(?=\d|[A-Z][a-z]{2,8}\.?\s\d)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex WeSearched();
}
