using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>Tells by the words and signs around a token that it is another kind of number: money, a policy, a page, a postcode, a sample size.</summary>
internal static partial class CodeTraps
{
    /// <summary>How far to look to either side, in UTF-16 units: enough for "policy number", an address on its line, the start of a URL.</summary>
    private const int Reach = 48;

    /// <param name="within">The run that is scanned: what stands before or after it is of another paragraph or cell, and says nothing of its numbers.</param>
    public static bool IsTrap(string text, SourceSpan token, SourceSpan within, bool digitsOnly)
    {
        int from = Math.Max(within.Start, token.Start - Reach), to = Math.Min(within.End, token.End + Reach);
        ReadOnlySpan<char> before = text.AsSpan(from, token.Start - from), after = text.AsSpan(token.End, to - token.End);
        if (JoinedBefore().IsMatch(before) || JoinedAfter().IsMatch(after) || InAddress(text, token)) return true;
        return (NumberOf().IsMatch(before) && !(Introduced().IsMatch(before) && Listed().IsMatch(after))) || (digitsOnly && (Counted().IsMatch(after) || Quantity().IsMatch(before) || Postcode().IsMatch(before)));
    }

    /// <summary>Whether the token is part of a URL, DOI or mail address.</summary>
    private static bool InAddress(string text, SourceSpan token)
    {
        int start = token.Start, end = token.End;
        while (start > 0 && token.Start - start < 400 && !char.IsWhiteSpace(text[start - 1])) start--;
        while (end < text.Length && end - token.End < 100 && !char.IsWhiteSpace(text[end])) end++;
        ReadOnlySpan<char> run = text.AsSpan(start, end - start);
        return run.Length > token.Length && (run.Contains("://", StringComparison.Ordinal) || run.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || run.Contains('@') || Doi().IsMatch(run));
    }

    /// <summary>Hyphens, full stops, slashes of dates and colons of bibliographies that join the token to more of its own number.</summary>
    [GeneratedRegex(@"(?:(?<!\b(?:CPT|HCPCS))[\p{L}\d][-‐‑–.]|\d:|[\d_])\z", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedBefore();

    [GeneratedRegex(@"^(?:[-‐‑–]\d|[-‐‑–]\r?\n\d|[-‐‑–][A-Z\d]+[-‐‑–]\d|\.\d|,\d{3}(?!\d)|\p{L}|\d|[%_]|/\d{1,4}\b(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedAfter();

    [GeneratedRegex(
        """
        \b(?:polic(?:y|ies)|protocols?|guidelines?|documents?|references?|rooms?|suite|(?:P\.?\s?O\.?\s?)box|pages?|pp?\.|vol(?:ume)?\.?|PMIDs?|PMC(?:ID)?
        |LCDs?|NCDs?|NCAs?|ISBN|ISSN|doi|grants?|awards?|serial|ext(?:ension)?\.?|zip|identifier|bulletins?|publ?(?:ication)?\.|MP|MCG|CMP|laws?|sections?|chapters?|statutes?|rules?|bill|docket|accession|study|trial|lot
        |CFR|USC|transmittals?|change[ ]requests?|MLN|forms?|NPI|invoices?|case|register|contractors?|accounts?|licen[sc]e|tax|committee|payer[ ]id)
        (?:[ ]+(?:numbers?|nos?\.?|ids?|code))?[ ]*[\#:.]?[ ]*(?:\#[ ]*)?\z
        | [\#][ ]*\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOf();

    /// <summary>"Moved to the other guideline: 0600T, 0601T": a document that is named before a colon introduces a list; its own number would stand alone.</summary>
    [GeneratedRegex(@"\b(?:polic(?:y|ies)|protocols?|guidelines?|documents?|sections?):[ ]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^(?:[ ]?[,;][ ]|,?[ ](?:and|&|or)[ ])(?:and[ ])?(?:\d{4}[0-9FTUM]|[A-Z]\d{4})(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(
        @"^\s+(?:\([\d.,]+\s?%\)\s*)?(?:adult |pediatric |consecutive |eligible |healthy |male |female |unique |total )?(?:patients?|participants?|subjects?|individuals?|persons?|people|women|men|children|infants|cases|controls|samples|specimens|tumors?|members|beneficiaries|veterans|births|pregnancies|tests performed|mg|mcg|ml|IU|units|variants|genes|SNPs|mutations|cells|reads|days|hours|US|USD|dollars)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:[$€£=<>±~≥≤≈]\s?|\b[nN]\s?[=:]\s?|\d{1,3}\(\d+\)[:,;]?\s?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    /// <summary>A US postcode follows a state ("Seattle, WA 98111", "Washington, D.C. 20201").</summary>
    [GeneratedRegex(
        @",[ ]*(?:A[KLRZ]|C[AOT]|D\.?C\.?|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,?[ ]+\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b10\.\d{4,9}/", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();
}
