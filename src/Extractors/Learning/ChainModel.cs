using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Ingest.Extractors.Learning;

/// <summary>
/// A linear-chain conditional random field: the most probable labels of a sequence of items, and the probability of every label at every
/// item. Immutable and thread-safe. The same model and features give the same labels on every machine.
/// </summary>
public sealed class ChainModel
{
    private const int MostAtOnce = 128;

    private readonly WeightTable _table;

    /// <summary>Labels rounded up to whole vectors; what stands past the last label never wins.</summary>
    private readonly int _width;
    private readonly float[] _padded;
    private readonly float[] _paddedSteps;
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
        _width = (labels.Length + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        _padded = Padded(weights, labels.Length, _width, 0);
        _paddedSteps = Padded(steps, labels.Length, _width, float.MinValue / 4);
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
        float[] scores = ArrayPool<float>.Shared.Rent(count * _width);
        Array.Clear(scores, 0, count * _width);
        Score(sequence, scores);
        int[] from = ArrayPool<int>.Shared.Rent(count * _width);
        for (int t = 1; t < count; t++)
        {
            ReadOnlySpan<float> before = scores.AsSpan((t - 1) * _width, labels);
            ReadOnlySpan<float> table = _paddedSteps.AsSpan(sequence.EdgeInto(t) * labels * _width, labels * _width);
            for (int block = 0; block < _width; block += Vector256<float>.Count)
            {
                Vector256<float> best = Vector256.Create(float.NegativeInfinity);
                Vector256<int> back = Vector256<int>.Zero;
                for (int i = 0; i < before.Length; i++)
                {
                    Vector256<float> path = Vector256.Create(before[i]) + Vector256.Create(table.Slice(i * _width + block, Vector256<float>.Count));
                    Vector256<float> better = Vector256.GreaterThan(path, best);
                    best = Vector256.ConditionalSelect(better, path, best);
                    back = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(i), back);
                }
                Span<float> now = scores.AsSpan(t * _width + block, Vector256<float>.Count);
                (Vector256.Create((ReadOnlySpan<float>)now) + best).CopyTo(now);
                back.CopyTo(from.AsSpan(t * _width + block));
            }
        }
        var chosen = new int[count];
        ReadOnlySpan<float> last = scores.AsSpan((count - 1) * _width, labels);
        int label = 0;
        for (int y = 1; y < labels; y++) if (last[y] > last[label]) label = y;
        for (int t = count - 1; t >= 0; t--)
        {
            chosen[t] = label;
            label = from[t * _width + label];
        }
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(from);
        return chosen;
    }

    /// <summary>The most probable labels with the probability of every label at every item.</summary>
    public ChainPrediction Predict(FeatureSequence sequence)
    {
        int count = sequence.Count, labels = Labels.Length;
        if (count == 0) return new(Labels, [], new double[0, labels]);
        var scores = new float[count * _width];
        Score(sequence, scores);
        var nodes = new double[count * labels];
        for (int t = 0; t < count; t++)
        {
            for (int y = 0; y < labels; y++) nodes[t * labels + y] = scores[t * _width + y];
        }
        var lattice = new Lattice(labels);
        lattice.Run(nodes, sequence, _stepFactors);
        var marginals = new double[count, labels];
        for (int t = 0; t < count; t++)
        {
            for (int y = 0; y < labels; y++) marginals[t, y] = lattice.Marginal(t, y);
        }
        return new(Labels, [.. Decode(sequence)], marginals);
    }

    /// <summary>Adds up the weights of each item's features, and of start and end; <c>_width</c> scores an item.</summary>
    private void Score(FeatureSequence sequence, float[] scores)
    {
        Span<int> rows = stackalloc int[MostAtOnce];
        for (int t = 0; t < sequence.Count; t++)
        {
            Span<float> score = scores.AsSpan(t * _width, _width);
            int known = 0;
            foreach (ulong key in sequence[t])
            {
                int row = _table.RowOf(key);
                if (row < 0) continue;
                rows[known++] = row * _width;
                if (known < MostAtOnce) continue;
                AddRows(rows, score);
                known = 0;
            }
            AddRows(rows[..known], score);
        }
        for (int y = 0; y < Labels.Length; y++)
        {
            scores[y] += _start[y];
            scores[(sequence.Count - 1) * _width + y] += _end[y];
        }
    }

    /// <summary>Adds the weights that begin at <paramref name="rows"/>, in that order, a vector of labels at a time so that the sum stays in a register.</summary>
    private void AddRows(ReadOnlySpan<int> rows, Span<float> score)
    {
        for (int v = 0; v < score.Length; v += Vector256<float>.Count)
        {
            Vector256<float> sum = Vector256.Create((ReadOnlySpan<float>)score[v..]);
            foreach (int row in rows) sum += Vector256.Create(_padded.AsSpan(row + v, Vector256<float>.Count));
            sum.CopyTo(score[v..]);
        }
    }

    private static float[] Padded(float[] rows, int labels, int width, float pad)
    {
        var padded = new float[rows.Length / labels * width];
        Array.Fill(padded, pad);
        for (int row = 0; row < rows.Length / labels; row++) rows.AsSpan(row * labels, labels).CopyTo(padded.AsSpan(row * width));
        return padded;
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
