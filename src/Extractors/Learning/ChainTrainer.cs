using System.Collections.Immutable;

namespace Ingest.Extractors.Learning;

/// <summary>How a chain model is trained.</summary>
/// <param name="L1">Penalty on the sum of absolute weights: drives the weights of idle features to zero and keeps the model small.</param>
/// <param name="L2">Penalty on the sum of squared weights.</param>
/// <param name="MinCount">Features seen at fewer items than this are left out.</param>
/// <param name="Copies">Further copies of each sequence that lack features; the penalties are to be as many times larger.</param>
/// <param name="Dropped">Share of the features that such a copy lacks, 0 to 1.</param>
public sealed record ChainTraining(
    double L1 = 0.1, double L2 = 0.01, int MinCount = 2, int MaxIterations = 150, double Tolerance = 1e-4, int Edges = 1, int Copies = 0, double Dropped = 0);

/// <summary>
/// Maximum likelihood with an elastic net over all weights. Deterministic: it starts from zero, adds in the order of the sequences, and draws
/// no random numbers.
/// </summary>
public sealed class ChainTrainer
{
    private readonly int _labels;
    private readonly int _edges;
    private readonly ImmutableArray<ulong> _keys;
    private readonly List<int[][]> _rows = [];
    private readonly IReadOnlyList<LabelledSequence> _sequences;
    private readonly double[] _observed;
    private readonly Lattice _lattice;

    private ChainTrainer(IReadOnlyList<LabelledSequence> sequences, int labels, ChainTraining options)
    {
        (_labels, _edges, _lattice) = (labels, options.Edges, new Lattice(labels));
        var counts = new Dictionary<ulong, int>();
        foreach (LabelledSequence s in sequences)
        {
            for (int t = 0; t < s.Features.Count; t++)
            {
                foreach (ulong key in s.Features[t]) counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        _keys = [.. counts.Where(c => c.Value >= options.MinCount).Select(c => c.Key).Order()];
        var table = new WeightTable(_keys);
        _sequences = [.. sequences.SelectMany(s => Enumerable.Range(0, options.Copies + 1).Select(copy => copy == 0 ? s : FeatureDropout.Copy(s, options.Dropped, copy)))];
        _observed = new double[Size];
        foreach (LabelledSequence s in _sequences)
        {
            var rows = new int[s.Features.Count][];
            for (int t = 0; t < rows.Length; t++)
            {
                var known = new List<int>();
                foreach (ulong key in s.Features[t]) if (table.RowOf(key) is >= 0 and var row) known.Add(row);
                rows[t] = [.. known];
                foreach (int row in known) _observed[row * _labels + s.Labels[t]]++;
                if (t > 0) _observed[StepsAt + (s.Features.EdgeInto(t) * _labels + s.Labels[t - 1]) * _labels + s.Labels[t]]++;
            }
            _rows.Add(rows);
            if (rows.Length == 0) continue;
            _observed[StartAt + s.Labels[0]]++;
            _observed[EndAt + s.Labels[rows.Length - 1]]++;
        }
    }

    private int StartAt => _keys.Length * _labels;

    private int EndAt => StartAt + _labels;

    private int StepsAt => EndAt + _labels;

    private int Size => StepsAt + _edges * _labels * _labels;

    /// <param name="schema">Names the features and their version; reading the model back asks for the same name.</param>
    public static ChainModel Train(
        string schema, ImmutableArray<string> labels, IReadOnlyList<LabelledSequence> sequences, ChainTraining options, CancellationToken cancellation = default)
    {
        var trainer = new ChainTrainer(sequences, labels.Length, options);
        double[] weights = OrthantWiseLbfgs.Minimise(trainer.Size, trainer.Loss, options, cancellation);
        return trainer.Model(schema, labels, weights);
    }

    /// <summary>Negative log likelihood of the labels, and its gradient.</summary>
    private double Loss(double[] weights, double[] gradient)
    {
        for (int i = 0; i < gradient.Length; i++) gradient[i] = -_observed[i];
        double loss = 0;
        for (int i = 0; i < weights.Length; i++) loss -= weights[i] * _observed[i];
        double[] steps = weights[StepsAt..];
        for (int i = 0; i < steps.Length; i++) steps[i] = Math.Exp(steps[i]);
        double[] scores = [];
        for (int s = 0; s < _sequences.Count; s++)
        {
            FeatureSequence sequence = _sequences[s].Features;
            int count = sequence.Count;
            if (count == 0) continue;
            if (scores.Length < count * _labels) scores = new double[count * _labels];
            Array.Clear(scores);
            Score(weights, _rows[s], scores);
            _lattice.Run(scores, sequence, steps);
            loss += _lattice.LogPartition;
            _lattice.AddSteps(sequence, steps, gradient.AsSpan(StepsAt));
            for (int t = 0; t < count; t++) Spread(t, count, _rows[s][t], gradient);
        }
        return loss;
    }

    private void Score(double[] weights, int[][] rows, double[] scores)
    {
        for (int t = 0; t < rows.Length; t++)
        {
            Span<double> score = scores.AsSpan(t * _labels, _labels);
            foreach (int row in rows[t])
            {
                ReadOnlySpan<double> weight = weights.AsSpan(row * _labels, _labels);
                Columns.Add(score, weight);
            }
        }
        for (int y = 0; y < _labels; y++)
        {
            scores[y] += weights[StartAt + y];
            scores[(rows.Length - 1) * _labels + y] += weights[EndAt + y];
        }
    }

    private void Spread(int t, int count, int[] rows, double[] gradient)
    {
        Span<double> expected = stackalloc double[_labels];
        for (int y = 0; y < _labels; y++) expected[y] = _lattice.Marginal(t, y);
        foreach (int row in rows)
        {
            Columns.Add(gradient.AsSpan(row * _labels, _labels), expected);
        }
        for (int y = 0; y < _labels; y++)
        {
            if (t == 0) gradient[StartAt + y] += expected[y];
            if (t == count - 1) gradient[EndAt + y] += expected[y];
        }
    }

    private ChainModel Model(string schema, ImmutableArray<string> labels, double[] weights)
    {
        int[] used = [.. Enumerable.Range(0, _keys.Length).Where(f => weights.AsSpan(f * _labels, _labels).ContainsAnyExcept(0.0))];
        var kept = new float[used.Length * _labels];
        for (int i = 0; i < used.Length; i++)
        {
            for (int y = 0; y < _labels; y++) kept[i * _labels + y] = (float)weights[used[i] * _labels + y];
        }
        return new(schema, labels, _edges, [.. used.Select(f => _keys[f])], kept,
            Floats(weights[StartAt..EndAt]), Floats(weights[EndAt..StepsAt]), Floats(weights[StepsAt..]));
    }

    private static float[] Floats(double[] values) => Array.ConvertAll(values, v => (float)v);
}
