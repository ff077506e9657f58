using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>In which sections a payer speaks for itself, and how plainly it must speak there to be believed.</summary>
internal sealed class PayerSections
{
    /// <summary>Below this a kind is a guess, and a section inside of a coverage section rather is one of its topics.</summary>
    private const double Sure = 0.9;

    /// <summary>Shorter ones are lines of a table of contents.</summary>
    private const int LeastReview = 300;

    private readonly SectionedPolicy _policy;
    private readonly int _firstReview;

    public PayerSections(SectionedPolicy policy)
    {
        _policy = policy;
        // What follows the first review of evidence or the references without a kind of its own is most likely part of them.
        Section? review = policy.Sections.FirstOrDefault(s => s.Kind is SectionKind.Evidence or SectionKind.References && s.Span.Length > LeastReview);
        _firstReview = review?.Ordinal ?? int.MaxValue;
    }

    /// <summary>Whether a section says what is covered, by its own kind or as a topic of the coverage section around it.</summary>
    public bool IsCoverage(Section section)
    {
        if (section.Kind == SectionKind.Coverage) return true;
        if (IsIntroductionToCoverage(section)) return true;
        // "For non-Medicare members" under criteria are the criteria for them.
        bool line = section.Kind is SectionKind.Medicare or SectionKind.Scope && _policy.HeadingOf(section) is { } heading && LinesOfBusiness.OfLabel(Wording.Plain(heading)) is not null;
        if (line && section.Parent is { } above && _policy.Sections[above].Kind == SectionKind.Coverage) return true;
        if (section.Confidence >= Sure || section.Kind is SectionKind.References or SectionKind.Coding or SectionKind.Disclaimer or SectionKind.Contents) return false;
        for (int? up = section.Parent; up is { } at; up = _policy.Sections[at].Parent)
        {
            if (_policy.Sections[at] is { Kind: SectionKind.Coverage, Confidence: >= 0.6 }) return true;
        }
        return false;
    }

    /// <summary>An introduction belongs to what it introduces.</summary>
    private bool IsIntroductionToCoverage(Section section) =>
        section.Parent is { } parent && _policy.Sections[parent].Kind == SectionKind.Coverage
        && string.Equals(_policy.HeadingOf(section), "Introduction", StringComparison.OrdinalIgnoreCase);

    /// <summary>How far a stance found in <paramref name="section"/> is to be believed, 0 to 1; null where none is looked for.</summary>
    public double? WeightOf(Section section) => section.Kind switch
    {
        SectionKind.Coverage => 1,
        _ when IsCoverage(section) => 0.8,
        SectionKind.Benefit or SectionKind.Medicare or SectionKind.Administrative => 0.85,
        SectionKind.Identity or SectionKind.Notice or SectionKind.Scope => 0.7,
        SectionKind.Other => 0.6,
        SectionKind.Regulatory or SectionKind.Background when IsAmidCoverage(section) => 0.6,
        SectionKind.Regulatory or SectionKind.Background or SectionKind.Evidence when NamesCoverage(section) => 0.6,
        _ => null,
    };

    /// <summary>The same where no position was found in those sections: how far to believe one that stands elsewhere; null where others speak, or of others' versions.</summary>
    public double? LastWeightOf(Section section) =>
        section.Kind is SectionKind.Background or SectionKind.Evidence or SectionKind.Definitions or SectionKind.Regulatory && WeightOf(section) is null ? 0.4 : null;

    /// <summary>Whether the heading is one under which policies say what is covered, whatever the section was taken for.</summary>
    private bool NamesCoverage(Section section) =>
        _policy.HeadingOf(section) is { } heading && HeadingVocabulary.WholeHeading(heading) is SectionKind.Coverage && HeadingVocabulary.Normalise(heading).Contains(' ', StringComparison.Ordinal);

    /// <summary>A heading in the midst of the coverage ("Approved devices") may name another matter and yet decide on a service.</summary>
    private bool IsAmidCoverage(Section section)
    {
        if (section.Parent is { } parent && _policy.Sections[parent].Kind == SectionKind.Coverage) return true;
        return section.Ordinal > 0 && section.Ordinal + 1 < _policy.Sections.Length
            && _policy.Sections[section.Ordinal - 1].Kind == SectionKind.Coverage && _policy.Sections[section.Ordinal + 1].Kind == SectionKind.Coverage;
    }

    /// <summary>
    /// Whether Medicare speaks in a section and not the payer: in notes on its rules and under the headings of its determinations, unless
    /// the payer puts them to members of a line of business.
    /// </summary>
    private bool IsMedicaresOwn(Section section, string? line)
    {
        if (line is not null) return false;
        string words = HeadingVocabulary.Normalise(_policy.HeadingOf(section) ?? "");
        return section.Kind == SectionKind.Medicare && !IsCoverage(section) || words.Contains("nationally covered", StringComparison.Ordinal) || words.Contains("nationally non", StringComparison.Ordinal);
    }

    /// <summary>Outside of coverage sections only full phrases count, and in benefit and Medicare notes those that follow others too.</summary>
    /// <param name="line">The line of business that the statement or the headings above it name; null where none does.</param>
    public bool Admits(Section section, StanceClaim claim, string? line)
    {
        if (claim.Stance is not (Stance.Deferred or Stance.PriorAuthorization or Stance.IndividualConsideration) && IsMedicaresOwn(section, line)) return false;
        if (IsCoverage(section)) return section.Kind == SectionKind.Coverage || claim.Strength > ClaimStrength.Leaning || IsIntroductionToCoverage(section);
        return claim.Stance switch
        {
            Stance.Deferred => claim.Strength > ClaimStrength.Leaning && section.Kind is SectionKind.Benefit or SectionKind.Medicare or SectionKind.Scope || section.Kind == SectionKind.Medicare,
            Stance.PriorAuthorization or Stance.IndividualConsideration => true,
            _ when section.Kind == SectionKind.Other && section.Ordinal > _firstReview => false,
            _ => section.Kind is SectionKind.Benefit or SectionKind.Medicare or SectionKind.Administrative
                ? claim.Strength > ClaimStrength.Leaning
                : claim.Strength == ClaimStrength.Explicit,
        };
    }
}
