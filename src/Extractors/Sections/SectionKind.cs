namespace Ingest.Extractors.Sections;

/// <summary>What a section is for; the values of <c>sections.kind</c>.</summary>
public enum SectionKind
{
    Other, Identity, Disclaimer, Scope, Coverage, Background, Evidence, Guidelines, Regulatory, Medicare, Trials, Coding, Benefit,
    Definitions, Keywords, Related, References, History, Administrative, Notice, Contents,
}
