using System.Globalization;
using System.Text;

namespace Ingest.Extractors.Citations.Identity;

/// <summary>What a citation and another must share to be of the same work, the surest first.</summary>
public enum WorkEvidence { Doi, Pmid, Pmcid, Nct, Title }

/// <summary>One key of a citation. Two citations with the same key, of whatever policies, are of one work.</summary>
public readonly record struct WorkKey(WorkEvidence Evidence, string Value);

/// <summary>
/// The keys under which a citation meets others: its identifiers, and its title with year and first author. A title alone never joins: many
/// works are called "Genetic testing".
/// </summary>
public static class WorkKeys
{
    /// <summary>Shorter titles, without year or author, are names of topics.</summary>
    private const int ShortestTitle = 12;

    public static IEnumerable<WorkKey> Of(Citation citation)
    {
        if (citation.Doi is { } doi) yield return new(WorkEvidence.Doi, doi.ToLowerInvariant());
        if (citation.Pmid is { } pmid) yield return new(WorkEvidence.Pmid, pmid.TrimStart('0'));
        if (citation.Pmcid is { } pmcid) yield return new(WorkEvidence.Pmcid, pmcid);
        // A paper about a trial names it, too: the number is the work only where the trial itself is cited.
        if (citation.Nct is { } nct && citation.Kind == CitationKind.Trial) yield return new(WorkEvidence.Nct, nct);
        if (TitleKey(citation) is { } title) yield return new(WorkEvidence.Title, title);
    }

    private static string? TitleKey(Citation citation)
    {
        if (citation.Title is not { Length: >= ShortestTitle } title || citation.Year is not { } year || citation.Authors.IsEmpty) return null;
        CitationAuthor first = citation.Authors[0];
        if ((first.Family ?? first.Literal) is not { } name) return null;
        // "National Society of Genetic Counselors (NSGC)" is the same society without its letters.
        if (first.Literal is not null && name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var letters && name.EndsWith(')')) name = name[..letters];
        return string.Create(CultureInfo.InvariantCulture, $"{Plain(title)}|{year}|{Plain(name)}");
    }

    /// <summary>Letters and digits in lower case without accents; any run of others is one space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
