using System.Collections.Immutable;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>All features of the section model. A change here or in any of them is a new <see cref="Schema"/>.</summary>
internal static class SectionFeatures
{
    public const string Schema = "sections-2";

    /// <summary>Kinds of step between headings: on the same level, deeper, back out.</summary>
    public const int Edges = 3;

    /// <summary>Those that need nothing but the heading.</summary>
    private static readonly ImmutableArray<ISectionFeature> OfHeadings = [new HeadingWordsFeature(), new HeadingStemsFeature(), new VocabularyFeature(), new RuleFeature()];

    /// <summary>Those that hold words, and so the habits of a payer.</summary>
    private static readonly ImmutableArray<ISectionFeature> OfWords = [new HeadingWordsFeature(), new HeadingStemsFeature(), new BodyWordsFeature()];

    private static readonly ImmutableArray<ISectionFeature> OfStructure =
    [
        new VocabularyFeature(), new RuleFeature(), new HeadingShapeFeature(), new LevelFeature(), new ParentFeature(), new NeighbourFeature(), new PlaceFeature(),
        new BodySizeFeature(), new BodyDensityFeature(), new AnchorFeature(), new QuotedDeterminationFeature(), new CitedWorkFeature(), new RepeatFeature(),
    ];

    private static readonly ImmutableArray<ISectionFeature> All = [.. OfWords, .. OfStructure];

    /// <summary>What a heading shows that stands alone: how the shared vocabulary becomes training data.</summary>
    public static FeatureSequence OfHeading(string heading)
    {
        SectionTraits[] alone = [new(heading, 1, null, 0, BodyTraits.Empty)];
        var sequence = new FeatureSequence();
        sequence.NextItem();
        var view = new SectionView(alone, SectionRules.Judge(alone), 0);
        foreach (ISectionFeature feature in OfHeadings) feature.Add(view, sequence);
        return sequence;
    }

    public static FeatureSequence Of(IReadOnlyList<SectionTraits> sections) => Of(sections, SectionRules.Judge(sections), All);

    /// <param name="rules">What the rules say of each section.</param>
    public static FeatureSequence Of(IReadOnlyList<SectionTraits> sections, SectionJudgement[] rules) => Of(sections, rules, All);

    /// <summary>Without the words of headings and bodies.</summary>
    public static FeatureSequence OfStructureAlone(IReadOnlyList<SectionTraits> sections) => Of(sections, SectionRules.Judge(sections), OfStructure);

    private static FeatureSequence Of(IReadOnlyList<SectionTraits> sections, SectionJudgement[] rules, ImmutableArray<ISectionFeature> features)
    {
        var sequence = new FeatureSequence();
        for (int i = 0; i < sections.Count; i++)
        {
            int step = i == 0 ? 0 : Math.Sign(sections[i].Level - sections[i - 1].Level);
            sequence.NextItem((byte)(step < 0 ? 2 : step));
            var view = new SectionView(sections, rules, i);
            foreach (ISectionFeature feature in features) feature.Add(view, sequence);
        }
        return sequence;
    }
}
