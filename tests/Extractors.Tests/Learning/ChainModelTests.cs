using System.Collections.Immutable;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Tests.Learning;

public class ChainModelTests
{
    private static readonly ImmutableArray<string> Labels = ["low", "high"];

    private static readonly ChainTraining Options = new(L1: 0.01, L2: 0.01, MinCount: 1, Edges: 2);

    [Fact]
    public void What_a_feature_alone_cannot_tell_is_told_by_its_neighbours()
    {
        ChainModel model = Train();
        Names(model, "up", "same", "same", "down", "same").ShouldBe(["high", "high", "high", "low", "low"]);
    }

    [Fact]
    public void The_kind_of_step_decides_where_features_do_not()
    {
        LabelledSequence[] examples =
        [
            Example([("x", 0, 0), ("x", 0, 0), ("x", 1, 1), ("x", 0, 1)]),
            Example([("x", 0, 0), ("x", 1, 1), ("x", 0, 1), ("x", 0, 1)]),
        ];
        ChainModel model = ChainTrainer.Train("steps-1", Labels, examples, Options);
        var sequence = new FeatureSequence();
        foreach (byte edge in new byte[] { 0, 0, 0, 1, 0 })
        {
            sequence.NextItem(edge);
            sequence.Add("x");
        }
        model.Decode(sequence).ShouldBe([0, 0, 0, 1, 1]);
    }

    [Fact]
    public void Expected_counts_of_a_trained_model_are_the_observed_counts()
    {
        // The gradient of the likelihood is zero there: this fails on any slip in the sums, forward, backward or over steps.
        LabelledSequence[] examples =
        [
            Example([("a", 0, 0), ("b", 0, 1), ("a", 1, 1), ("b", 0, 0)]),
            Example([("a", 0, 1), ("a", 1, 0), ("b", 0, 0)]),
            Example([("b", 0, 0), ("a", 0, 0), ("b", 1, 1), ("a", 1, 0), ("b", 0, 1)]),
            Example([("b", 0, 1), ("a", 1, 1), ("a", 0, 0)]),
        ];
        ChainModel model = ChainTrainer.Train("counts-1", Labels, examples, new(L1: 0, L2: 1e-6, MinCount: 1, MaxIterations: 500, Tolerance: 1e-12, Edges: 2));
        var expected = new Dictionary<ulong, double>();
        var observed = new Dictionary<ulong, double>();
        foreach (LabelledSequence example in examples)
        {
            ChainPrediction prediction = model.Predict(example.Features);
            for (int t = 0; t < example.Labels.Count; t++)
            {
                ulong feature = example.Features[t][0];
                (prediction.Marginals[t, 0] + prediction.Marginals[t, 1]).ShouldBe(1, 1e-9);
                expected[feature] = expected.GetValueOrDefault(feature) + prediction.Marginals[t, 1];
                observed[feature] = observed.GetValueOrDefault(feature) + example.Labels[t];
            }
        }
        foreach (ulong feature in observed.Keys) expected[feature].ShouldBe(observed[feature], 0.01);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes() => ChainModelFile.Write(Train()).ShouldBe(ChainModelFile.Write(Train()));

    [Fact]
    public void A_model_read_back_decides_as_before()
    {
        ChainModel model = Train(), again = ChainModelFile.Read(ChainModelFile.Write(model), "levels-1");
        again.Labels.ShouldBe(Labels);
        Names(again, "up", "same", "down", "same").ShouldBe(Names(model, "up", "same", "down", "same"));
    }

    [Fact]
    public void A_model_of_other_features_is_refused() =>
        Should.Throw<InvalidDataException>(() => ChainModelFile.Read(ChainModelFile.Write(Train()), "levels-2")).Message.ShouldContain("levels-1");

    [Fact]
    public void A_model_cut_at_any_byte_is_refused()
    {
        byte[] whole = ChainModelFile.Write(Train());
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            Should.Throw<InvalidDataException>(() => ChainModelFile.Read(part, "levels-1"));
        }
    }

    [Fact]
    public void An_empty_sequence_has_no_labels() => Train().Predict(new FeatureSequence()).Labels.ShouldBeEmpty();

    [Fact]
    public void A_long_sequence_neither_overflows_nor_vanishes()
    {
        ChainPrediction prediction = Train().Predict(Sequence([.. Enumerable.Repeat("up", 5000)]));
        prediction.ConfidenceAt(4999).ShouldBeInRange(0.9, 1);
    }

    private static ChainModel Train() => ChainTrainer.Train("levels-1", Labels,
    [
        Example([("up", 0, 1), ("same", 0, 1), ("down", 0, 0), ("same", 0, 0)]),
        Example([("down", 0, 0), ("same", 0, 0), ("same", 0, 0), ("up", 0, 1), ("same", 0, 1), ("same", 0, 1)]),
        Example([("up", 0, 1), ("same", 0, 1), ("same", 0, 1), ("down", 0, 0), ("same", 0, 0), ("same", 0, 0)]),
    ], Options);

    private static string[] Names(ChainModel model, params string[] features) =>
        [.. model.Decode(Sequence(features)).Select(l => model.Labels[l])];

    private static FeatureSequence Sequence(params string[] features) => FeatureSequence.Of(features.Select(f => new[] { f }));

    private static LabelledSequence Example((string Feature, byte Edge, int Label)[] items)
    {
        var sequence = new FeatureSequence();
        foreach ((string feature, byte edge, _) in items)
        {
            sequence.NextItem(edge);
            sequence.Add(feature);
        }
        return new(sequence, [.. items.Select(i => i.Label)]);
    }
}
