using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>Kinds by the words of headings and their place; the baseline that the learned model is measured against.</summary>
public sealed partial class RuleSectionClassifier : ISectionClassifier
{
    // How often each kind of evidence is right on documents with gold, roughly; not fitted.
    private const double ByWholeHeading = 0.95, ByWords = 0.75, ByParent = 0.7, ByNeighbour = 0.5, ByNothing = 0.3;

    public string Fingerprint => "rules-2";

    public ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections)
    {
        var kinds = ImmutableArray.CreateBuilder<Section>(sections.Length);
        foreach (Section section in sections)
        {
            (SectionKind kind, double confidence) = Judge(document, section, kinds);
            kinds.Add(section with { Kind = kind, Confidence = confidence });
        }
        return kinds.ToImmutable();
    }

    private static (SectionKind Kind, double Confidence) Judge(PolicyDocument document, Section section, ImmutableArray<Section>.Builder before)
    {
        if (section.HeadingSpan is not { } span) return (SectionKind.Identity, ByWords);
        string heading = HeadingVocabulary.Normalise(document.Slice(span));
        SectionKind? parent = section.Parent is { } p ? before[p].Kind : null;
        // A known heading with nothing under it, followed by one of its own level, is the other's parent whatever the levels say.
        if (before.Count > 0 && before[^1] is { Confidence: ByWholeHeading } last && last.FirstBlock == last.EndBlock && last.Level == section.Level) parent = last.Kind;
        SectionKind? whole = HeadingVocabulary.WholeHeading(document.Slice(span));
        // Criteria go by line of business; "Medicare" among them is a line of business and no section on Medicare's own rules.
        if (heading is "medicare" && parent is SectionKind.Coverage) whole = SectionKind.Coverage;
        SectionKind? words = whole ?? HeadingWords.KindOf(heading);
        if (whole is SectionKind.Other && IsFields(document, section)) return (SectionKind.Administrative, ByWords);
        if (words is { } own && !(whole is null ? Holds(parent, own) : HoldsFirmly(parent, own))) return (own, whole is null ? ByWords : ByWholeHeading);
        if (parent is { } kept and not SectionKind.Identity and not SectionKind.Other) return (Sibling(section, before) ?? kept, ByParent);
        if (words is { } weak) return (weak, ByWords);
        // Before anything else is known, a heading without vocabulary is the title.
        if (!before.Any(s => s.Kind is not SectionKind.Identity)) return (SectionKind.Identity, ByNothing);
        SectionKind neighbour = before[^1].Kind;
        return neighbour is SectionKind.Background or SectionKind.Coverage or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Notice
            ? (neighbour, ByNeighbour)
            : (SectionKind.Other, ByNothing);
    }

    [GeneratedRegex(@"^[A-Z][^:.]{2,50}:", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    /// <summary>An appendix of labelled fields (owner, review dates, departments) is the policy's own administration.</summary>
    private static bool IsFields(PolicyDocument document, Section section)
    {
        int paragraphs = 0, fields = 0;
        foreach (Block block in document.Blocks.AsSpan()[section.FirstBlock..section.EndBlock])
        {
            if (block is not ParagraphBlock) return false;
            paragraphs++;
            if (Field().IsMatch(document.Slice(block.Span))) fields++;
        }
        return paragraphs >= 2 && fields * 4 >= paragraphs * 3;
    }

    /// <summary>
    /// Flattened outlines hang background and evidence under the section before them: a sibling that has such a kind of its own passes it on.
    /// </summary>
    private static SectionKind? Sibling(Section section, ImmutableArray<Section>.Builder before)
    {
        Section? sibling = before.LastOrDefault(s => s.Parent == section.Parent && s.Level == section.Level);
        return sibling?.Kind is SectionKind.Background or SectionKind.Evidence or SectionKind.Guidelines ? sibling.Kind : null;
    }

    /// <summary>
    /// Whether a section of kind <paramref name="parent"/> keeps a sub-section whose own words say <paramref name="own"/>: code lists are
    /// headed by stances, references by kinds of publication, guidelines by organisations, criteria by whatever the service is.
    /// </summary>
    private static bool Holds(SectionKind? parent, SectionKind own) => parent switch
    {
        SectionKind.Notice or SectionKind.Disclaimer or SectionKind.History => true,
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
        SectionKind.Notice => own is not (SectionKind.History or SectionKind.Coding or SectionKind.References or SectionKind.Coverage or SectionKind.Background),
        SectionKind.Coverage => own is SectionKind.Administrative,
        _ => false,
    };
}
