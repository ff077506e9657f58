using System.Collections.Immutable;

namespace Ingest.Extractors.Learning;

/// <summary>
/// A linear-chain conditional random field: the most probable labels of a sequence of items, and the probability of every label at every
/// item. Immutable and thread-safe. The same model and features give the same labels on every machine.
/// </summary>
public sealed class ChainModel
{
    private readonly WeightTable _table;
    private readonly float[] _weights;
    private readonly float[] _start;
    private readonly float[] _end;
    private readonly float[] _steps;
    private readonly double[] _stepFactors;

    internal ChainModel(
        string schema, ImmutableArray<string> labels, int edges, ImmutableArray<ulong> keys, float[] weights, float[] start, float[] end, float[] steps)
    {
        (Schema, Labels, Edges, Keys) = (schema, labels, edges, keys);
        (_weights, _start, _end, _steps) = (weights, start, end, steps);
        _table = new(keys);
        _stepFactors = Array.ConvertAll(steps, s => Math.Exp(s));
    }

    /// <summary>Names the features and their version ("citations-1"): a model runs only with the features that it was trained on.</summary>
    public string Schema { get; }

    public ImmutableArray<string> Labels { get; }

    /// <summary>How many kinds of step between items the model tells apart; see <see cref="FeatureSequence.NextItem"/>.</summary>
    public int Edges { get; }

    public int FeatureCount => Keys.Length;

    internal ImmutableArray<ulong> Keys { get; }

    internal ReadOnlySpan<float> Weights => _weights;

    internal ReadOnlySpan<float> Start => _start;

    internal ReadOnlySpan<float> End => _end;

    internal ReadOnlySpan<float> Steps => _steps;

    /// <summary>The most probable sequence of labels (Viterbi), as indexes into <see cref="Labels"/>; ties go to the lower index.</summary>
    public int[] Decode(FeatureSequence sequence)
    {
        int count = sequence.Count, labels = Labels.Length;
        if (count == 0) return [];
        var scores = new float[count * labels];
        Score(sequence, scores);
        var from = new byte[count * labels];
        Span<float> next = stackalloc float[labels];
        for (int t = 1; t < count; t++)
        {
            Span<float> before = scores.AsSpan((t - 1) * labels, labels), now = scores.AsSpan(t * labels, labels);
            ReadOnlySpan<float> table = _steps.AsSpan(sequence.EdgeInto(t) * labels * labels, labels * labels);
            Span<byte> back = from.AsSpan(t * labels, labels);
            next.Fill(float.NegativeInfinity);
            for (int i = 0; i < labels; i++)
            {
                float reached = before[i];
                ReadOnlySpan<float> row = table.Slice(i * labels, labels);
                for (int j = 0; j < labels; j++)
                {
                    float path = reached + row[j];
                    if (path > next[j])
                    {
                        next[j] = path;
                        back[j] = (byte)i;
                    }
                }
            }
            for (int j = 0; j < labels; j++) now[j] += next[j];
        }
        var best = new int[count];
        ReadOnlySpan<float> last = scores.AsSpan((count - 1) * labels, labels);
        int label = 0;
        for (int y = 1; y < labels; y++) if (last[y] > last[label]) label = y;
        for (int t = count - 1; t >= 0; t--)
        {
            best[t] = label;
            label = from[t * labels + label];
        }
        return best;
    }

    /// <summary>The most probable labels with the probability of every label at every item.</summary>
    public ChainPrediction Predict(FeatureSequence sequence)
    {
        int count = sequence.Count, labels = Labels.Length;
        if (count == 0) return new(Labels, [], new double[0, labels]);
        var scores = new float[count * labels];
        Score(sequence, scores);
        var lattice = new Lattice(labels);
        lattice.Run(Array.ConvertAll(scores, s => (double)s), sequence, _stepFactors);
        var marginals = new double[count, labels];
        for (int t = 0; t < count; t++)
        {
            for (int y = 0; y < labels; y++) marginals[t, y] = lattice.Marginal(t, y);
        }
        return new(Labels, [.. Decode(sequence)], marginals);
    }

    private void Score(FeatureSequence sequence, float[] scores)
    {
        int labels = Labels.Length;
        for (int t = 0; t < sequence.Count; t++)
        {
            Span<float> score = scores.AsSpan(t * labels, labels);
            foreach (ulong key in sequence[t])
            {
                int row = _table.RowOf(key);
                if (row < 0) continue;
                ReadOnlySpan<float> weights = _weights.AsSpan(row * labels, labels);
                for (int y = 0; y < weights.Length; y++) score[y] += weights[y];
            }
        }
        for (int y = 0; y < labels; y++)
        {
            scores[y] += _start[y];
            scores[(sequence.Count - 1) * labels + y] += _end[y];
        }
    }
}

/// <summary>
/// Labels of a sequence, as indexes into <paramref name="Names"/>, and <paramref name="Marginals"/>: by item and label, the probability
/// (0 to 1) of that label at that item over all label sequences.
/// </summary>
public sealed record ChainPrediction(ImmutableArray<string> Names, ImmutableArray<int> Labels, double[,] Marginals)
{
    public string NameAt(int item) => Names[Labels[item]];

    /// <summary>The probability of the label that was chosen.</summary>
    public double ConfidenceAt(int item) => Marginals[item, Labels[item]];
}
