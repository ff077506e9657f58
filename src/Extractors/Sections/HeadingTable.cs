namespace Ingest.Extractors.Sections;

/// <summary>
/// Headings by the kind of section that they open, as <see cref="HeadingVocabulary.Normalise"/> writes them: lower case, words only.
/// They are words that publishers use as whole headings and hardly ever otherwise; "|" parts them.
/// </summary>
internal static class HeadingTable
{
    public static readonly (SectionKind Kind, string Headings)[] Rows =
    [
        (SectionKind.Coverage,
            "policy|policy statement|policy statements|medical policy statement|position statement|position statements|coverage|coverage policy|coverage rationale|coverage criteria|" +
            "policy coverage criteria|medical policy criteria|policy criteria|criteria|clinical criteria|coverage determination|coverage position|coverage statement|coverage guidelines|coverage limitations|" +
            "coverage indications|clinical indications|clinical indications and criteria|indications|indications and limitations|indications and limitations of coverage|indications for coverage|" +
            "limitations|limitations of coverage|exclusions|limitations and exclusions|inclusions|inclusionary and exclusionary guidelines|medical necessity|medical necessity criteria|medically necessary|" +
            "not medically necessary|investigational|experimental and investigational|experimental or investigational|investigational and not medically necessary|experimental investigational or unproven|" +
            "services are considered investigational|when services are eligible for coverage|when services may be eligible for coverage|when services are considered investigational|" +
            "when services are considered not medically necessary|coverage eligibility|policy guidelines|policy guideline|guidelines for genetic testing|criteria for coverage|criteria for approval|approval criteria|" +
            "initial approval criteria|initial criteria|initial authorization|reauthorization criteria|continuation criteria|continued therapy|authorization criteria|prior authorization criteria|" +
            "general criteria|general requirements|general clinical guideline|clinical guideline|noncovered|non covered|not covered|covered|covered services|covered indications|noncovered indications|non covered indications|when services are medically necessary|when services are investigational and not medically necessary|when services may be medically necessary when criteria are met|when services are not medically necessary|" +
            "alternative covered services|medical necessity guidelines|clinical coverage criteria|clinical guideline coverage criteria|clinical policy|recommended authorization criteria|coverage policy statement|statement of coverage|policy position|" +
            "determination|fda approved indications|other uses with supportive evidence|conditions not covered|prior authorization is required|considerations|clinical appropriateness framework"),
        (SectionKind.Background,
            "background|background overview|overview|introduction|description|description of services|description of service|description of procedure or service|description of procedure|description of item or service|" +
            "description of technology|technology description|product description|general information|background information|general background|clinical background|disease overview|condition description|technology|" +
            "description and background|description background|procedure description|policy description"),
        (SectionKind.Evidence,
            "summary of evidence|summary|evidence summary|evidence review|clinical evidence|evidence|rationale|rationale source|scientific background|key points|summary and analysis of evidence|findings|review of evidence|literature review|" +
            "evidence basis|scientific rationale|summary of clinical evidence|summary of literature|rationale for determination|clinical utility|clinical validity|analytic validity|analytical validity|supporting information|" +
            "peer reviewed literature|research summary|scientific evidence|summary of medical evidence"),
        (SectionKind.Guidelines,
            "practice guidelines and position statements|practice guidelines|clinical practice guidelines|guidelines and recommendations|professional guidelines|society guidelines|professional society guidelines|clinical guidelines|" +
            "national and specialty organizations|applicable clinical guidelines|guidelines and position statements|guidelines|professional organizations|u s preventive services task force recommendations|" +
            "us preventive services task force recommendations|professional society recommendations|national guidelines"),
        (SectionKind.Regulatory,
            "regulatory status|u s food and drug administration|us food and drug administration|food and drug administration|fda status|fda approval|fda or other governmental regulatory approval|approved by governing bodies|" +
            "regulatory information|fda regulatory status|regulatory|governmental approval|fda|fda information"),
        (SectionKind.Medicare,
            "medicare national coverage|medicare|centers for medicare and medicaid services|centers for medicare medicaid services|medicare coverage|medicare advantage plan members|medicare coverage determinations|cms|" +
            "national coverage determination|national coverage determinations|local coverage determination|local coverage determinations|ncds|lcds|government regulations|national|local|national local|medicare information|medicare advantage|applicable medicare coverage"),
        (SectionKind.Trials,
            "ongoing and unpublished clinical trials|ongoing clinical trials|clinical trials|ongoing trials|ongoing and unpublished trials"),
        (SectionKind.Coding,
            "coding|codes|applicable codes|current coding|coding information|billing coding information|billing and coding information|billing coding|cpt codes|hcpcs codes|procedure codes|diagnosis codes|icd 10 codes|" +
            "icd 10 diagnosis codes|cpt coding|hcpcs coding|cpt hcpcs|cpt hcpcs codes|icd 10 diagnosis|icd 10 diagnosis coding|icd 10 cm|icd 10 cm codes|icd 10 cm diagnosis codes|icd 10 procedure|billing codes|applicable coding|coding and billing|" +
            "cpt codes hcpcs codes icd codes|cpt hcpcs level ii codes|code information|procedure coding|applicable procedure codes|applicable diagnosis codes|reference table|policy reference table|coding guidelines|billing coding physician documentation information|" +
            "policy coding|codes used in this policy|related codes|applicable service codes|hcpcs|cpt|icd 10|established codes|other codes|coding implications|coding details|cpt codes that support coverage criteria|hcpcs codes that support coverage criteria|icd 10 cm diagnosis codes that support coverage criteria|applicable cpt codes|applicable hcpcs codes|applicable cpt hcpcs codes"),
        (SectionKind.Benefit,
            "benefit application|benefit applications|benefits|benefit variations|benefit considerations|reimbursement information|program exceptions|benefit coverage|benefit limitations|member benefits|payment policy|reimbursement"),
        (SectionKind.Definitions,
            "definitions|glossary|definition of terms|key terms and definitions|terms and definitions|required definitions|additional definitions|acronyms|abbreviations|definitions and acronyms|glossary of terms"),
        (SectionKind.Keywords, "key words|keywords|keyword|index|index terms|search terms"),
        (SectionKind.Related,
            "related policies|related policy|related guidelines|cross references|cross reference|related medical policies|related coverage policies|related documents|related medical guidelines|see also|related medical pharmacy coverage policies|" +
            "related clinical policies|related coverage resources|related commercial individual exchange policies|community plan policy|medicare advantage policy|related links|related policies rules|related policies and guidelines|related"),
        (SectionKind.References,
            "references|reference|bibliography|resources|sources|selected references|peer reviewed publications|government agency medical society and other authoritative publications|websites for additional information|literature|" +
            "references and resources|information sources|works cited|supporting references|references and sources|policy references|government agency medical society and other publications"),
        (SectionKind.History,
            "policy history|history|revision history|document history|change summary|policy updates|revisions|policy history revision information|committee approval|guideline update information|update history|policy update history|review history|" +
            "policy revision history|review and revision history|change history|revision information|document revision history|review revision history|policy review history|history of revisions|revision log|approval history|policy implementation update information|" +
            "policy revisions|review approval history|updates|policy update information|change log|reviews revisions and approvals|version history|summary of changes|review revision and approval history|joint bcbsm bcn medical policy history"),
        (SectionKind.Disclaimer,
            "important information please read before using this policy|about this policy|disclaimer|important reminder|instructions for use|important note|important notice|legal disclaimer|coverage disclaimer|policy disclaimer|medical policy disclaimer|important information|disclaimers|conditions of use|enterprise policy|notice of disclaimer"),
        (SectionKind.Scope,
            "application|applicability|scope|products|lines of business|line of business|description scope|applies to|product application|policy scope|scope of policy|purpose|purpose objective|plan applicability|policy application|applicable lines of business|" +
            "applicable line of business|product variations|policy applies to"),
        (SectionKind.Administrative,
            "administrative process|list of information needed for review|submission of documentation|medical records documentation used for reviews|documentation requirements|required documentation|documentation|prior authorization|" +
            "prior authorization requirements|authorization|authorization requirements|precertification|appendix history|responsibility|review process|documentation submission|approval|approvals|policy owner|dosing|quantity limits|contact information|" +
            "documentation required|documentation submission requirements|required information|approval duration|policy approval|prior approval|prior approval requirements|preauthorization|preauthorization requirements|precertification requirements"),
        (SectionKind.Notice,
            "discrimination is against the law|language assistance|non discrimination statement|nondiscrimination statement|nondiscrimination notice|notice of nondiscrimination|language assistance services|multi language interpreter services|nondiscrimination|" +
            "non discrimination notice|notice of non discrimination|nondiscrimination and language assistance|multilanguage services|copyright|trademark notice"),
        (SectionKind.Contents, "table of contents|table of content|contents|in this policy|quick links|jump to section|on this page"),
        (SectionKind.Other, "other|appendix|appendices|supplemental information|related information|attachments|notes|note|additional information|exhibits|attachment"),
        (SectionKind.Identity, "medical policy|medical coverage policy|clinical policy bulletin|corporate medical policy|medical coverage guideline|pharmacy coverage policy|medical pharmacy coverage policy|clinical medical policy|policy information|document information|policy number|policy title|subject|title"),
    ];
}
