using System.Text;
using Ingest.Extractors.Identity;

namespace Ingest.Store.Versions;

/// <summary>
/// What makes two documents versions of one policy (CONTRACT: Views): payer, number and line of business; without a number payer, title
/// and line of business; else the source. Case, spacing and punctuation do not tell policies apart.
/// </summary>
internal static class PolicyKey
{
    private const char Separator = '|';

    public static string Of(PolicyIdentity identity, string source)
    {
        string? payer = Payer(identity);
        string? number = Number(identity.Number?.Value);
        string? title = Fold(identity.Title?.Value);
        string lines = string.Join('+', identity.LinesOfBusiness.Select(l => Fold(l.Value)).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        if (payer is not null && number is not null) return string.Join(Separator, "number", payer, number, lines);
        if (payer is not null && title is not null) return string.Join(Separator, "title", payer, title, lines);
        return string.Join(Separator, "source", source);
    }

    public static string? Payer(PolicyIdentity identity) => identity.PayerSlug ?? Fold(identity.Payer?.Value);

    /// <summary>"MP-360", "MP 360" and "mp360" are one number; "3.60" and "360" are two.</summary>
    public static string? Number(string? printed)
    {
        if (printed is null) return null;
        var key = new StringBuilder(printed.Length);
        foreach (char c in printed)
        {
            if (char.IsLetterOrDigit(c) || c == '.') key.Append(char.ToLowerInvariant(c));
        }
        return key.Length > 0 ? key.ToString().Trim('.') : null;
    }

    private static string? Fold(string? text)
    {
        if (text is null) return null;
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }
        string folded = words.ToString().TrimEnd();
        return folded.Length > 0 ? folded : null;
    }
}
