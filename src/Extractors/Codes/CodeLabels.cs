using System.Text.RegularExpressions;

namespace Ingest.Extractors.Codes;

/// <summary>The words that name a code system ("CPT®", "ICD-10-CM diagnosis", "revenue codes"), by which ambiguous forms are told apart.</summary>
internal static partial class CodeLabels
{
    /// <summary>The last system that <paramref name="heading"/> names; null where it names none.</summary>
    public static CodeSystem? NamedIn(ReadOnlySpan<char> heading)
    {
        CodeSystem? named = null;
        foreach (ValueMatch match in Any().EnumerateMatches(heading)) named = Read(heading.Slice(match.Index, match.Length));
        return named;
    }

    /// <summary>The system that a matched label stands for.</summary>
    public static CodeSystem Read(ReadOnlySpan<char> label)
    {
        if (Has(label, "rev")) return CodeSystem.Revenue;
        if (Has(label, "modif")) return CodeSystem.Modifier;
        if (Has(label, "ndc") || Has(label, "drug code")) return CodeSystem.Ndc;
        if (Has(label, "drg")) return CodeSystem.MsDrg;
        if (Has(label, "pcs")) return CodeSystem.Icd10Pcs;
        if (Has(label, "icd") || Has(label, "diag") || Has(label, "dx")) return CodeSystem.Icd10Cm;
        if (Has(label, "cdt") || Has(label, "dental")) return CodeSystem.Cdt;
        return Has(label, "hcpcs") ? CodeSystem.Hcpcs : CodeSystem.Cpt;
    }

    private static bool Has(ReadOnlySpan<char> label, string word) => label.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without literal spaces, to be embedded in patterns that ignore them. "ICD" alone may be a defibrillator.</summary>
    public const string Pattern =
        @"\b(?:CPT|HCPCS|CDT|ICD[-\s‐‑–]?10(?:[-\s‐‑–]?(?:CM|PCS))?|ICD[-\s](?:CM|PCS)|ICD\scodes?|diagnos[ei]s\scodes?|dx\scodes?|dental\scodes?|"
        + @"rev(?:enue)?\.?\scodes?|(?:MS[-\s‐‑–]?)?DRGs?|NDCs?|national\sdrug\scodes?|modifiers?)\b";

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
