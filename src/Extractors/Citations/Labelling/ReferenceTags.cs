using System.Collections.Immutable;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// What the model tells apart, finer than what is asked of it: the first token of a long field is a tag of its own, so that the model learns how
/// fields begin, and journals are told from books and proceedings. 24 in all: whole vectors of eight.
/// </summary>
internal static class ReferenceTags
{
    private static readonly ReferenceLabel[] Begun =
        [ReferenceLabel.Author, ReferenceLabel.Title, ReferenceLabel.Container, ReferenceLabel.Journal, ReferenceLabel.Publisher];

    private static readonly int Plain = Enum.GetValues<ReferenceLabel>().Length;

    private static readonly ImmutableArray<ReferenceLabel> Labels = [.. Enum.GetValues<ReferenceLabel>(), .. Begun];

    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<ReferenceLabel>(), .. Begun.Select(l => "Begin" + l)];

    public static int[] Of(TaggedReference reference)
    {
        var tags = new int[reference.Labels.Length];
        for (int i = 0; i < tags.Length; i++)
        {
            ReferenceLabel label = reference.Labels[i];
            bool begins = i == 0 || reference.Labels[i - 1] != label;
            int begun = begins ? Array.IndexOf(Begun, label) : -1;
            tags[i] = begun >= 0 ? Plain + begun : (int)label;
        }
        return tags;
    }

    public static ReferenceLabel LabelOf(int tag) => Asked(Labels[tag]);

    /// <summary>The label that stands for this one in what the labeller says.</summary>
    public static ReferenceLabel Asked(ReferenceLabel label) => label == ReferenceLabel.Journal ? ReferenceLabel.Container : label;
}
