using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>The identifiers of a reference in their normal form, null where it has none.</summary>
/// <param name="Doi">From <c>10.</c> on, without resolver and without the punctuation that followed; case as printed.</param>
/// <param name="Pmid">Digits.</param>
/// <param name="Pmcid">"PMC" and digits.</param>
/// <param name="Nct">"NCT" and eight digits.</param>
/// <param name="Url">The first address that is no resolver of a DOI.</param>
public sealed partial record Identifiers(string? Doi, string? Pmid, string? Pmcid, string? Nct, string? Url)
{
    private static readonly string[] Domains = [".com", ".org", ".gov", ".net", ".edu", ".int", ".io", ".info"];

    // The DOI handbook allows any printable character after the slash; what ends one in practice is space, quotes and angle brackets.
    [GeneratedRegex(@"(?<![\d.])10\.\d{4,9}/[^\s""<>“”]+")]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"\bPMID\s*[:#]?\s*(?<id>\d{5,9})\b|pubmed[^\s\d]{0,40}/(?<id>\d{5,9})\b|\bPubMed\s*(?:ID|PMID)?\s*[:#]\s*(?<id>\d{6,9})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"\bPMC\s?(?<id>\d{5,9})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PmcForm();

    [GeneratedRegex(@"\bNCT[\s-]?(?<id>\d{8})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NctForm();

    [GeneratedRegex(@"https?://[^\s""<>“”]+|(?<![\w@./-])www\.[^\s""<>“”]+|(?<![\w@./-])(?:[a-z0-9-]+\.){1,4}(?:com|org|gov|net|edu|int|io|info)(?:\.[a-z]{2})?(?:/[^\s""<>“”]*)?(?![\w@])", RegexOptions.IgnoreCase)]
    private static partial Regex UrlForm();

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org/", RegexOptions.IgnoreCase)]
    private static partial Regex DoiResolver();

    public static Identifiers In(string text)
    {
        string? doi = text.Contains("10.", StringComparison.Ordinal) && DoiForm().Match(text) is { Success: true } d ? Trimmed(d.Value) : null;
        string? pmid = (text.Contains("PMID", StringComparison.OrdinalIgnoreCase) || text.Contains("pubmed", StringComparison.OrdinalIgnoreCase)) && PmidForm().Match(text) is { Success: true } p ? p.Groups["id"].Value : null;
        string? pmc = text.Contains("PMC", StringComparison.Ordinal) && PmcForm().Match(text) is { Success: true } c ? "PMC" + c.Groups["id"].Value : null;
        string? nct = text.Contains("NCT", StringComparison.OrdinalIgnoreCase) && NctForm().Match(text) is { Success: true } n ? "NCT" + n.Groups["id"].Value : null;
        string? url = null;
        if (MayHaveUrl(text))
        {
            foreach (Match m in UrlForm().Matches(text))
            {
                if (DoiResolver().IsMatch(m.Value)) continue;
                url = Trimmed(m.Value);
                break;
            }
        }
        return new(doi, pmid, pmc, nct, url);
    }

    /// <summary>Whether what every address has stands there: a look that costs less than the pattern.</summary>
    private static bool MayHaveUrl(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (string domain in Domains) if (text.Contains(domain, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Without the punctuation of the sentence: stops and commas, and a bracket that was not opened inside.</summary>
    private static string Trimmed(string found)
    {
        ReadOnlySpan<char> text = found;
        while (text.Length > 0)
        {
            char last = text[^1];
            bool closing = (last == ')' && text.Count('(') < text.Count(')')) || (last == ']' && text.Count('[') < text.Count(']'));
            if (!closing && last is not ('.' or ',' or ';' or ':' or '\'' or '’' or '*' or '"' or '}')) break;
            text = text[..^1];
        }
        return text.ToString();
    }
}
