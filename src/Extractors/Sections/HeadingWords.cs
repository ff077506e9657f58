using System.Text.RegularExpressions;

namespace Ingest.Extractors.Sections;

/// <summary>What telling words inside a longer heading say of its section, the most telling first.</summary>
internal static partial class HeadingWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:table of contents?)\b", Options)] private static partial Regex Contents();

    [GeneratedRegex(@"\b(?:discrimination|language assistance|multi ?language|interpreter|trademarks?|copyright|civil rights)\b", Options)] private static partial Regex Notice();

    [GeneratedRegex(@"\b(?:references?|bibliography|publications|websites|citations|works cited)\b$|^(?:references?|bibliography)\b", Options)] private static partial Regex References();

    [GeneratedRegex(@"\b(?:history|revisions?|updates|change (?:summary|log)|summary of changes|review dates?|effective dates?)\b", Options)] private static partial Regex History();

    /// <summary>A patient's history is no policy's.</summary>
    [GeneratedRegex(@"\b(?:family|personal|medical|natural|clinical|treatment|health) history\b", Options)] private static partial Regex PatientHistory();

    [GeneratedRegex(@"\b(?:procedures addressed|cpt|hcpcs|icd 10|icd 9|icd10|coding|billing|procedure codes?|diagnosis codes?|codes|modifiers?|revenue codes?|code)\b", Options)] private static partial Regex Coding();

    [GeneratedRegex(@"\b(?:clinical trials?|unpublished|ongoing trials?|key trials)\b", Options)] private static partial Regex Trials();

    [GeneratedRegex(@"\b(?:regulatory|regulations?|fda|food (?:and )?drug|510 k|clia|governmental approval)\b", Options)] private static partial Regex Regulatory();

    [GeneratedRegex(@"\b(?:medicare|ncds?|lcds?|cms|national coverage|local coverage)\b", Options)] private static partial Regex Medicare();

    [GeneratedRegex(@"\b(?:practice guidelines?|position statements?|consensus statements?|society|societies|college of|academy of|association|task force|national comprehensive cancer network|nccn|institute for|uspstf|nice|acog|acmg|asco|federation|organizations?|guidelines? and recommendations|foundation|professional guidelines)\b", Options)] private static partial Regex Guidelines();

    [GeneratedRegex(@"^related\b|\b(?:related (?:polic|guideline|document|coverage|medical|clinical|resource|information)\w*|see also|cross references?)\b", Options)] private static partial Regex Related();

    [GeneratedRegex(@"\b(?:definitions|terminology|glossary|acronyms|abbreviations)\b", Options)] private static partial Regex Definitions();

    [GeneratedRegex(@"\b(?:key ?words?|index terms|search terms)\b", Options)] private static partial Regex Keywords();

    [GeneratedRegex(@"\b(?:disclaimer|important (?:reminder|note|information)|instructions for use|please read)\b", Options)] private static partial Regex Disclaimer();

    [GeneratedRegex(@"\b(?:benefits|benefit (?:application|coverage|limit|exclusion|plan|consideration|variation|information)\w*|reimbursement|program exceptions?|cost share)\b", Options)] private static partial Regex Benefit();

    [GeneratedRegex(@"\b(?:medically necessary|medical necessity|investigational|experimental|unproven|criteria|coverage|covered|eligible|not covered|non ?covered|indications?|exclusions?|limitations?|contraindications?|inclusions?|position statement|policy statement|prior authorization is|requirements?|cosmetic)\b", Options)] private static partial Regex Coverage();

    [GeneratedRegex(@"\b(?:documentation|attestation|submission|information needed|authorization|precertification|dosing|administrative)\b", Options)] private static partial Regex Administrative();

    [GeneratedRegex(@"\b(?:evidence|rationale|clinical (?:utility|validity)|analytic(?:al)? validity|literature|studies|study|randomized|systematic reviews?|controlled trials|phase trials|meta analys[ie]s|findings|efficacy|section summary|effectiveness|outcomes)\b", Options)] private static partial Regex Evidence();

    [GeneratedRegex(@"^what (?:is|are)\b|\b(?:background|description|overview|introduction|technology|about|epidemiology|prevalence|inheritance|symptoms|etiology|pathophysiology|test information)\b", Options)] private static partial Regex Background();

    [GeneratedRegex(@"\b(?:application|applies to|lines? of business|scope|applicability|members)\b", Options)] private static partial Regex Scope();

    private static readonly (Func<Regex> Words, SectionKind Kind)[] Order =
    [
        (Contents, SectionKind.Contents), (Notice, SectionKind.Notice), (References, SectionKind.References), (Disclaimer, SectionKind.Disclaimer),
        (Trials, SectionKind.Trials), (Evidence, SectionKind.Evidence), (Regulatory, SectionKind.Regulatory), (Related, SectionKind.Related),
        (Guidelines, SectionKind.Guidelines), (Coding, SectionKind.Coding), (Medicare, SectionKind.Medicare), (Definitions, SectionKind.Definitions),
        (Keywords, SectionKind.Keywords), (History, SectionKind.History), (Administrative, SectionKind.Administrative), (Benefit, SectionKind.Benefit),
        (Coverage, SectionKind.Coverage), (Background, SectionKind.Background), (Scope, SectionKind.Scope),
    ];

    /// <param name="heading">As <see cref="HeadingVocabulary.Normalise"/> writes it.</param>
    public static SectionKind? KindOf(string heading)
    {
        foreach ((Func<Regex> words, SectionKind kind) in Order)
        {
            if (kind is SectionKind.History && PatientHistory().IsMatch(heading)) continue;
            if (words().IsMatch(heading)) return kind;
        }
        return null;
    }
}
