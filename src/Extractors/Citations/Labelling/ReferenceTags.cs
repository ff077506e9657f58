using System.Collections.Immutable;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// What the model tells apart, finer than what is asked of it. The first token of a long field is a tag of its own, so that the model learns
/// how fields begin; journals are told from books and proceedings; and what can stand on both sides of the title is told by its side, which
/// lets a chain that only remembers one step know that it has a title already, or has none yet.
/// </summary>
internal static class ReferenceTags
{
    private static readonly ReferenceLabel[] Begun =
    [
        ReferenceLabel.Author, ReferenceLabel.Title, ReferenceLabel.Container, ReferenceLabel.Journal, ReferenceLabel.Publisher, ReferenceLabel.Editor, ReferenceLabel.Note,
    ];

    private static readonly ReferenceLabel[] Sided =
        [];

    private static readonly int Plain = Enum.GetValues<ReferenceLabel>().Length;

    private static readonly ImmutableArray<ReferenceLabel> Labels =
        [.. Enum.GetValues<ReferenceLabel>(), .. Begun, .. Sided];

    public static ImmutableArray<string> Names { get; } =
        [.. Enum.GetNames<ReferenceLabel>(), .. Begun.Select(l => "Begin" + l), .. Sided.Select(l => l + "BeforeTitle")];

    public static int[] Of(TaggedReference reference)
    {
        var tags = new int[reference.Labels.Length];
        bool titled = false;
        for (int i = 0; i < tags.Length; i++)
        {
            ReferenceLabel label = reference.Labels[i];
            titled |= label == ReferenceLabel.Title;
            bool begins = i == 0 || reference.Labels[i - 1] != label;
            int side = titled ? -1 : Array.IndexOf(Sided, label), begun = begins ? Array.IndexOf(Begun, label) : -1;
            if (side >= 0) tags[i] = Plain + Begun.Length + side;
            else tags[i] = begun >= 0 ? Plain + begun : (int)label;
        }
        return tags;
    }

    public static ReferenceLabel LabelOf(int tag) => Asked(Labels[tag]);

    /// <summary>The label that stands for this one in what the labeller says.</summary>
    public static ReferenceLabel Asked(ReferenceLabel label) => label == ReferenceLabel.Journal ? ReferenceLabel.Container : label;
}
