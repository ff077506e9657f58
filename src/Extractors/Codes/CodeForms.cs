using System.Text.RegularExpressions;

namespace Ingest.Extractors.Codes;

/// <summary>
/// The forms of the code sets. Sources: AMA CPT (Category I 00100–99607, II, III, PLA, MAAA), CMS HCPCS Level II, ADA CDT,
/// CDC/CMS ICD-10-CM and ICD-10-PCS conventions (letter I and O are not used in PCS), NUBC revenue codes, FDA NDC (4-4-2, 5-3-2, 5-4-1, 5-4-2).
/// </summary>
internal static partial class CodeForms
{
    /// <summary>
    /// The system of a token of upper-case letters, digits and dots; null where it has the form of none. <paramref name="expected"/> is what the
    /// words before it name: it decides where forms overlap (E1165: a HCPCS code, or ICD-10-CM without its dot) and admits the forms
    /// that could be anything elsewhere (O09, 0300, 470, TC).
    /// </summary>
    public static CodeSystem? SystemOf(string token, CodeSystem? expected)
    {
        if (expected == CodeSystem.Icd10Cm && IcdWithoutDot().IsMatch(token)) return CodeSystem.Icd10Cm;
        if (expected == CodeSystem.Icd10Pcs && Pcs().IsMatch(token)) return CodeSystem.Icd10Pcs;
        if (expected == CodeSystem.Revenue && Revenue().IsMatch(token)) return CodeSystem.Revenue;
        if (expected == CodeSystem.MsDrg && Drg().IsMatch(token)) return CodeSystem.MsDrg;
        if (expected == CodeSystem.Modifier && Modifier().IsMatch(token)) return CodeSystem.Modifier;
        if (expected == CodeSystem.Ndc && Ndc().IsMatch(token)) return CodeSystem.Ndc;
        if (Cpt().IsMatch(token)) return CodeSystem.Cpt;
        if (Level2().IsMatch(token)) return token[0] == 'D' ? CodeSystem.Cdt : CodeSystem.Hcpcs;
        if (SpeakingPcs().IsMatch(token)) return CodeSystem.Icd10Pcs;
        return IcdWithDot().IsMatch(token) ? CodeSystem.Icd10Cm : null;
    }

    /// <summary>
    /// A procedure code that needs no label: seven places that mix letters and digits and end in the qualifier for "none", as most do. Others (30233N1)
    /// may be serial numbers.
    /// </summary>
    [GeneratedRegex(@"^(?=\w*\d\w*\d)(?=\w*[A-Z]\w*[A-Z])[0-9BCDFGHX][0-9A-HJ-NP-Z]{5}Z\z", RegexOptions.CultureInvariant)]
    private static partial Regex SpeakingPcs();

    [GeneratedRegex(@"^(?:[1-9]\d{4}|0[01]\d{3}|\d{4}F|0\d{3}[TUM])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Cpt();

    [GeneratedRegex(@"^[A-EGHJ-MP-V]\d{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Level2();

    [GeneratedRegex(@"^[A-Z]\d[0-9AB]\.[0-9A-HX][0-9A-Z]{0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IcdWithDot();

    [GeneratedRegex(@"^[A-Z]\d[0-9AB](?:[0-9A-HX](?:[0-9A-CX](?:[0-9X][0-9A-Z]?)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IcdWithoutDot();

    [GeneratedRegex(@"^[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pcs();

    [GeneratedRegex(@"^0\d{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Revenue();

    [GeneratedRegex(@"^\d{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Drg();

    [GeneratedRegex(@"^(?:[A-Z][A-Z0-9]|\d[0-9A-Z])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Modifier();

    [GeneratedRegex(@"^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2}|\d{11})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ndc();
}
