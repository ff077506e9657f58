using Ingest.Extractors.Documents;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>Labels the tokens of reference strings. Not thread-safe: it reuses its buffers; make one a thread.</summary>
public sealed class ReferenceLabeller(ChainModel model)
{
    private static readonly Lazy<ChainModel> Shipped = new(Load);

    private readonly FeatureSequence _features = new();

    /// <summary>The model that ships with the program.</summary>
    public static ChainModel ShippedModel => Shipped.Value;

    public static ChainTraining Training { get; } = new(
        L1: 0.3, L2: 0.06, MinCount: 2, MaxIterations: 140, Tolerance: 2e-4, Edges: ReferenceFeatures.Edges, Copies: 2, Dropped: 0.2);

    public ReferenceLabel[] Label(string text, IReadOnlyList<SourceSpan> tokens)
    {
        ReferenceFeatures.Fill(text, tokens, _features);
        ReferenceLabel[] labels = Array.ConvertAll(model.Decode(_features), ReferenceTags.LabelOf);
        FormMends.Apply(text, tokens, labels);
        return labels;
    }

    public static ChainModel Train(IEnumerable<TaggedReference> references, ChainTraining? options = null, CancellationToken cancellation = default) =>
        ChainTrainer.Train(ReferenceFeatures.Schema, ReferenceTags.Names, [.. references.Select(Example)], options ?? Training, cancellation);

    private static LabelledSequence Example(TaggedReference reference)
    {
        var features = new FeatureSequence();
        ReferenceFeatures.Fill(reference.Text, reference.Tokens, features);
        return new(features, ReferenceTags.Of(reference));
    }

    private static ChainModel Load()
    {
        using Stream data = typeof(ReferenceLabeller).Assembly.GetManifestResourceStream("references.crf")!;
        using var bytes = new MemoryStream();
        data.CopyTo(bytes);
        return ChainModelFile.Read(bytes.ToArray(), ReferenceFeatures.Schema);
    }
}
