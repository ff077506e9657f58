using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>In which sections a payer speaks for itself, and how plainly it must speak there to be believed.</summary>
internal sealed class PayerSections
{
    private readonly int _firstReview;

    public PayerSections(SectionedPolicy policy)
    {
        // What follows the first review of evidence or the references without a kind of its own is most likely part of them.
        Section? review = policy.Sections.FirstOrDefault(s => s.Kind is SectionKind.Evidence or SectionKind.References or SectionKind.Background);
        _firstReview = review?.Ordinal ?? int.MaxValue;
    }

    /// <summary>How far a stance found in <paramref name="section"/> is to be believed, 0 to 1; null where none is looked for.</summary>
    public double? WeightOf(Section section) => section.Kind switch
    {
        SectionKind.Coverage => 1,
        SectionKind.Benefit or SectionKind.Medicare or SectionKind.Administrative => 0.85,
        SectionKind.Identity or SectionKind.Notice or SectionKind.Scope => 0.7,
        SectionKind.Other when section.Ordinal < _firstReview => 0.6,
        _ => null,
    };

    /// <summary>Outside of coverage sections only full phrases count, and in benefit and Medicare notes those that follow others too.</summary>
    public bool Admits(Section section, StanceClaim claim)
    {
        if (section.Kind == SectionKind.Coverage) return true;
        return claim.Stance switch
        {
            Stance.Deferred => claim.Strength > ClaimStrength.Leaning && section.Kind is SectionKind.Benefit or SectionKind.Medicare || section.Kind == SectionKind.Medicare,
            Stance.PriorAuthorization or Stance.IndividualConsideration => true,
            _ => section.Kind is SectionKind.Benefit or SectionKind.Medicare or SectionKind.Administrative
                ? claim.Strength > ClaimStrength.Leaning
                : claim.Strength == ClaimStrength.Explicit,
        };
    }
}
