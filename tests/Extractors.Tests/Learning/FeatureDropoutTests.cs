using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Tests.Learning;

public class FeatureDropoutTests
{
    /// <summary>Each label is told by a feature that is always there and by one that is there every other time.</summary>
    private static ChainModel Train(int copies) => ChainTrainer.Train("test", ["a", "b"],
    [
        .. Enumerable.Range(0, 40).Select(i => new LabelledSequence(FeatureSequence.Of(i % 2 == 0 ? [["strong-a", "weak-a"], ["strong-b", "weak-b"]] : [["strong-a"], ["strong-b"]]), [0, 1])),
    ], new(L1: 0.1 * (copies + 1), L2: 0.01 * (copies + 1), Copies: copies, Dropped: 0.4));

    [Fact]
    public void A_model_trained_with_copies_leans_less_on_one_feature()
    {
        FeatureSequence half = FeatureSequence.Of([["weak-a"], ["weak-b"]]);
        Train(copies: 3).Predict(half).ConfidenceAt(0).ShouldBeGreaterThan(Train(copies: 0).Predict(half).ConfidenceAt(0));
    }

    [Fact]
    public void Training_with_copies_gives_the_same_bytes_every_time() => ChainModelFile.Write(Train(copies: 2)).ShouldBe(ChainModelFile.Write(Train(copies: 2)));
}
