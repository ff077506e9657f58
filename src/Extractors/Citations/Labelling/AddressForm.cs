using System.Buffers;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>Tokens that are an address by their form, whatever stands round them.</summary>
internal static class AddressForm
{
    private const int ShortestAddress = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("/._=?&-");

    /// <param name="before">The label of the token before, null at the head.</param>
    /// <returns>Null where the form does not say.</returns>
    public static ReferenceLabel? Of(ReadOnlySpan<char> token, ReferenceLabel? before)
    {
        if (token.Length < ShortestAddress) return null;
        ReadOnlySpan<char> bare = token.TrimStart("(<[");
        bool scheme = bare.Contains("://", StringComparison.Ordinal);
        if (!scheme)
        {
            if (bare.Contains('/') && (bare.StartsWith("10.", StringComparison.Ordinal) || bare.StartsWith("doi:10.", StringComparison.OrdinalIgnoreCase))) return ReferenceLabel.Doi;
            // An address that was broken over lines goes on.
            if (before == ReferenceLabel.Url && IsPart(bare)) return ReferenceLabel.Url;
        }
        bool resolver = bare.Contains("doi.org/", StringComparison.OrdinalIgnoreCase);
        return !resolver && (scheme || bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) ? ReferenceLabel.Url : null;
    }

    /// <summary>Whether the token can stand in an address or begin a DOI: it has a mark of one inside, or says "doi"; no tag of a markup language does.</summary>
    public static bool MayBe(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> bare = token.Trim("()[]:.,;");
        return bare.StartsWith("doi", StringComparison.OrdinalIgnoreCase) || bare.ContainsAny(Marks) && !bare.Contains("</", StringComparison.Ordinal);
    }

    /// <summary>"assets/pdf/report.pdf": small letters and at least two marks of an address.</summary>
    public static bool IsPart(ReadOnlySpan<char> token)
    {
        int lower = 0, marks = 0;
        foreach (char c in token)
        {
            if (char.IsAsciiLetterLower(c)) lower++;
            else if (c is '/' or '.' or '_' or '=' or '?' or '&') marks++;
        }
        return lower >= 5 && marks >= 2;
    }
}
