using System.Text.RegularExpressions;

namespace Ingest.Extractors.Sections;

/// <summary>
/// Headings put together from the words of their kind: publishers combine the same few words ("Annual Review History", "Approval and Revision
/// History", "CPT and HCPCS Codes", "Reference List") in more ways than a table can hold. Every word has to be of the kind.
/// </summary>
internal static partial class HeadingPhrases
{
    /// <param name="heading">As <see cref="HeadingVocabulary.Normalise"/> writes it.</param>
    public static SectionKind? KindOf(string heading)
    {
        if (heading.Length > 80) return null;
        if (History().IsMatch(heading)) return SectionKind.History;
        if (References().IsMatch(heading)) return SectionKind.References;
        if (Related().IsMatch(heading)) return SectionKind.Related;
        if (Covered().IsMatch(heading)) return SectionKind.Coverage;
        return Codes().IsMatch(heading) ? SectionKind.Coding : null;
    }

    [GeneratedRegex(@"^(?:(?:annual|policy|medical|clinical|coverage|payment|drug|pharmacy|document|guideline|criteria|bulletin|version|amendment|change|committee|approval|approvals|review|reviews|reviewed|revision|revisions|revised|update|updates|updated|effective|date|dates|and|or|of|the|this) ){1,8}(?:history|log|record)(?: (?:table|log|and|of|for|this|the|policy|document|guideline|revisions?|updates?|changes|reviews?|approvals?|dates?|information|details)){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex History();

    [GeneratedRegex(@"^(?:scientific background and )?(?:(?:medical|clinical|scientific|key|selected|supporting|cited|policy|literature|list|of|and|additional|professional|published|other|the|literary|resources|sources|works) ){0,5}(?:references|bibliography|citations|reference list|reference sources|references cited|literature cited)(?: (?:and|resources|sources|bibliography|citations|list|cited|further|reading|literature|other|additional)){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    /// <summary>"When imaging of bones is covered", "When services are not covered".</summary>
    [GeneratedRegex(@"^when (?:\w+ ){1,12}(?:is|are|may be|will be)(?: \w+){0,2} (?:covered|eligible for coverage|medically necessary|investigational|a benefit|reimbursed)$", RegexOptions.CultureInvariant)]
    private static partial Regex Covered();

    [GeneratedRegex(@"^related (?:(?:medical|clinical|coverage|payment|drug|pharmacy|reimbursement|administrative|corporate|utilization|management|and|or|other) ){0,5}(?:policies|policy|guidelines?|documents?|bulletins?|criteria|protocols?)(?: (?:and|or|policies|procedures|guidelines|documents|information|criteria|references|resources)){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Related();

    [GeneratedRegex(@"^(?:(?:applicable|relevant|covered|related|associated|billing|billable|procedure|procedural|diagnosis|diagnostic|service|cpt|hcpcs|icd|10|cm|pcs|level|ii|revenue|modifier|modifiers|drug|medical|policy|claim|claims|and|or|the|coding|for|this) ){1,9}(?:codes?|coding)(?: (?:and|modifiers|descriptions?|information|list|table|tables|guidelines|used|in|for|this|policy)){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
