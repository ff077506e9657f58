using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>What sort of work a reference names, by what stands in it.</summary>
internal static partial class ReferenceKind
{
    [GeneratedRegex(@"\b(?:National|Local)\s+Coverage\s+(?:Determination|Analys[ie]s|Article|Decision)|\bNCD\b|\bLCD\b|\bDecision\s+Memo\b|\(\s*[LA]\d{5}\s*\)|\bBilling\s+and\s+Coding\b", RegexOptions.IgnoreCase)]
    private static partial Regex Determination();

    [GeneratedRegex(@"\b510\s?\(k\)|\bPremarket\s+(?:Approval|Notification)|\bDe\s+Novo\b|\bPMA\b|\bHumanitarian\s+Device|\b(?:K\d{6}|P\d{6}|DEN\d{6}|H\d{6})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clearance();

    [GeneratedRegex(@"\bClinicalTrials\.gov\b|\bNCT\d{8}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"\bNCCN\b|\bguidelines?\b|\bguidance\b|\bpractice\s+(?:bulletin|parameter|advisory|standard)|\bcommittee\s+opinion\b|\bconsensus\b|\b(?:position|policy|scientific|recommendation)\s+statement\b|\brecommendations?\s+(?:of|for|from|on)\b|\bappropriate\s+use\s+criteria\b|\bpoints\s+to\s+consider\b", RegexOptions.IgnoreCase)]
    private static partial Regex Guideline();

    [GeneratedRegex(@"\bUpToDate\b|\bGeneReviews\b|\bStatPearls\b|\bCochrane\s+Database\b|\bsystematic(?:\s+\w+)?\s+review\b|\bmeta-?\s?analys[ei]s\b|\breview\s+of\b|\bliterature\s+review\b|:\s*an?\s+(?:\w+\s+)?review\b|\btechnology\s+assessment\b", RegexOptions.IgnoreCase)]
    private static partial Regex Review();

    [GeneratedRegex(@"\b(?:\d+(?:st|nd|rd|th)|second|third|revised)\s+ed(?:ition|\.|n\b)|\bISBN\b|\bIn:\s.{3,120}\beds?\b\.?|\(Eds?\.\)|\b(?:University|Academic)\s+Press\b", RegexOptions.IgnoreCase)]
    private static partial Regex Book();

    /// <param name="place">Volume or pages; null where the reference has neither.</param>
    public static CitationKind Of(string text, string? title, string? container, string? place, Identifiers identifiers)
    {
        if (place is null && Determination().IsMatch(text)) return CitationKind.CoverageDetermination;
        if (place is null && Clearance().IsMatch(text)) return CitationKind.DeviceClearance;
        if (place is null && Registry().IsMatch(text)) return CitationKind.Trial;
        if (Guideline().IsMatch(title ?? text)) return CitationKind.Guideline;
        if (Review().IsMatch(text)) return CitationKind.Review;
        if (container is not null && (place ?? identifiers.Doi ?? identifiers.Pmid) is not null) return CitationKind.Article;
        if (Book().IsMatch(text)) return CitationKind.Book;
        if (identifiers.Url is not null) return CitationKind.Website;
        if (Guideline().IsMatch(text)) return CitationKind.Guideline;
        return container is not null || identifiers.Pmid is not null || identifiers.Doi is not null ? CitationKind.Article : CitationKind.Other;
    }
}
