namespace Ingest.Extractors.Sections;

/// <summary>A kind with how far it is to be trusted, 0 to 1.</summary>
public readonly record struct SectionJudgement(SectionKind Kind, double Confidence);

/// <summary>The rules: what a heading's words say, unless the section that it stands in says more.</summary>
public static class SectionRules
{
    // How often each kind of evidence is right on documents with gold, roughly; not fitted.
    private const double ByWholeHeading = 0.95, ByWords = 0.75, ByParent = 0.7, ByNeighbour = 0.5, ByNothing = 0.3;

    /// <summary>Thousandths of the document.</summary>
    private const int NearStart = 150;

    public static SectionJudgement[] Judge(IReadOnlyList<SectionTraits> sections)
    {
        var judged = new SectionJudgement[sections.Count];
        for (int i = 0; i < judged.Length; i++) judged[i] = Judge(sections, i, judged);
        return judged;
    }

    private static SectionJudgement Judge(IReadOnlyList<SectionTraits> sections, int at, SectionJudgement[] judged)
    {
        SectionTraits section = sections[at];
        if (section.Heading.Length == 0) return new(SectionKind.Identity, ByWords);
        SectionKind? parent = ParentOf(sections, at, judged), whole = section.Whole;
        // Criteria go by line of business; "Medicare" among them is a line of business and no section on Medicare's own rules.
        if (section.Words is "medicare" && parent is SectionKind.Coverage) whole = SectionKind.Coverage;
        // An introduction introduces what it stands in.
        if (section.Words is "introduction" && parent is not (null or SectionKind.Identity or SectionKind.Other)) whole = parent;
        if (whole is SectionKind.Other && section.Body.IsFields) return new(SectionKind.Administrative, ByWords);
        if (QuotedDeterminations.Holds(sections, at, judged)) return new(SectionKind.Medicare, ByParent);
        // A study is summed up under its authors' names, whatever stands around it.
        if (section.NamesStudy && parent is not (SectionKind.References or SectionKind.History or SectionKind.Notice)) return new(SectionKind.Evidence, ByWords);
        SectionKind? words = whole ?? section.Telling;
        if (IsTitle(sections, at, judged, whole, words)) return new(SectionKind.Identity, ByNothing);
        if (words is { } own && !(whole is null ? Holds(parent, own) : HoldsFirmly(parent, own))) return new(own, whole is null ? ByWords : ByWholeHeading);
        if (parent is { } kept and not SectionKind.Identity and not SectionKind.Other) return new(Sibling(sections, at, judged) ?? kept, ByParent);
        if (words is { } weak) return new(weak, ByWords);
        if (at == 0 || judged[at - 1].Kind is SectionKind.Identity) return new(SectionKind.Coverage, ByNothing);
        SectionKind neighbour = judged[at - 1].Kind;
        if (Continues(neighbour)) return new(neighbour, ByNeighbour);
        return new(section.Body.Stances > section.Body.Studies ? SectionKind.Coverage : SectionKind.Other, ByNothing);
    }

    /// <summary>
    /// Before the document's matter begins, a heading that is not of the vocabulary is the title: wholly unknown after nothing but front matter,
    /// or with a telling word that titles have too ("FDA-approved tests", "criteria") where nothing at all stands before; never one whose body takes the document's only stance.
    /// </summary>
    private static bool IsTitle(IReadOnlyList<SectionTraits> sections, int at, SectionJudgement[] judged, SectionKind? whole, SectionKind? words)
    {
        if (whole is not null || (sections[at].Body.Stances > 0 && !HasCoverage(sections, at))) return false;
        if (words is null && sections[at].Body.IsFields && sections[at].Place < NearStart) return true;
        bool front = true, nothing = true;
        for (int i = 0; i < at; i++)
        {
            front &= judged[i].Kind is SectionKind.Identity or SectionKind.Disclaimer or SectionKind.Contents or SectionKind.Administrative;
            nothing &= judged[i].Kind is SectionKind.Identity;
        }
        return words is null ? front : nothing && words is (SectionKind.Coverage or SectionKind.Regulatory or SectionKind.Guidelines or SectionKind.Administrative or SectionKind.Medicare);
    }

    /// <summary>Whether another heading announces coverage; where none does, a document says it under its title.</summary>
    private static bool HasCoverage(IReadOnlyList<SectionTraits> sections, int besides)
    {
        for (int i = 0; i < sections.Count; i++)
        {
            if (i != besides && (sections[i].Whole ?? sections[i].Telling) is SectionKind.Coverage) return true;
        }
        return false;
    }

    /// <summary>The kind of the enclosing section. A known heading with nothing under it, before one of its own level, encloses that whatever the levels say.</summary>
    private static SectionKind? ParentOf(IReadOnlyList<SectionTraits> sections, int at, SectionJudgement[] judged)
    {
        if (at > 0 && judged[at - 1].Confidence == ByWholeHeading && sections[at - 1].Body.Blocks == 0 && sections[at - 1].Level == sections[at].Level) return judged[at - 1].Kind;
        return sections[at].Parent is { } parent ? judged[parent].Kind : null;
    }

    /// <summary>
    /// Flattened outlines hang background and evidence under the section before them: a sibling that has such a kind of its own passes it on.
    /// </summary>
    private static SectionKind? Sibling(IReadOnlyList<SectionTraits> sections, int at, SectionJudgement[] judged)
    {
        for (int i = at - 1; i >= 0 && i != sections[at].Parent; i--)
        {
            if (sections[i].Parent != sections[at].Parent || sections[i].Level != sections[at].Level) continue;
            return Continues(judged[i].Kind) && judged[i].Kind is not (SectionKind.Notice or SectionKind.Medicare) ? judged[i].Kind : null;
        }
        return null;
    }

    /// <summary>Kinds that go on over several headings.</summary>
    private static bool Continues(SectionKind kind) =>
        kind is SectionKind.Background or SectionKind.Coverage or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Medicare or SectionKind.Notice;

    /// <summary>
    /// Whether a section of kind <paramref name="parent"/> keeps a sub-section whose own words say <paramref name="own"/>: code lists are
    /// headed by stances, references by kinds of publication, guidelines by organisations, criteria by whatever the service is.
    /// </summary>
    private static bool Holds(SectionKind? parent, SectionKind own) => parent switch
    {
        SectionKind.Notice or SectionKind.Disclaimer => true,
        SectionKind.History => own is not SectionKind.Benefit,
        SectionKind.References => own is not (SectionKind.History or SectionKind.Coding or SectionKind.Notice or SectionKind.Definitions or SectionKind.Keywords or SectionKind.Related or SectionKind.Benefit),
        SectionKind.Guidelines => own is SectionKind.Guidelines or SectionKind.Coverage or SectionKind.Background or SectionKind.Scope or SectionKind.Evidence,
        SectionKind.Evidence => own is SectionKind.Coverage or SectionKind.Background or SectionKind.Scope or SectionKind.Administrative,
        SectionKind.Background => own is SectionKind.Coverage or SectionKind.Scope or SectionKind.Evidence,
        SectionKind.Coverage => own is SectionKind.Scope or SectionKind.Administrative or SectionKind.Guidelines,
        _ => HoldsFirmly(parent, own),
    };

    /// <summary>The same for headings that are, whole, of the shared vocabulary.</summary>
    private static bool HoldsFirmly(SectionKind? parent, SectionKind own) => parent switch
    {
        SectionKind.Coding => own is SectionKind.Coverage or SectionKind.Scope or SectionKind.Other or SectionKind.Related or SectionKind.Medicare,
        SectionKind.References => own is SectionKind.Coverage or SectionKind.Guidelines or SectionKind.Medicare or SectionKind.Background or SectionKind.Evidence or SectionKind.Scope or SectionKind.Other,
        SectionKind.History => own is SectionKind.Administrative or SectionKind.Coverage or SectionKind.Background or SectionKind.Evidence or SectionKind.Scope or SectionKind.Other,
        SectionKind.Notice => own is not (SectionKind.History or SectionKind.Coding or SectionKind.References or SectionKind.Coverage or SectionKind.Background),
        SectionKind.Coverage => own is SectionKind.Administrative,
        SectionKind.Guidelines => own is SectionKind.Coverage,
        _ => false,
    };
}
