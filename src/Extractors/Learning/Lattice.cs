namespace Ingest.Extractors.Learning;

/// <summary>
/// Forward and backward sums over all label sequences of one item sequence, in scaled (not logarithmic) form: every forward column sums to 1
/// and its scale is kept, which stays in range for any length and needs no logarithm inside the loops.
/// </summary>
internal sealed class Lattice(int labels)
{
    private double[] _node = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scale = [];
    private readonly double[] _carry = new double[labels];

    /// <summary>Log of the sum over all label sequences of the exponentials of their scores.</summary>
    public double LogPartition { get; private set; }

    /// <param name="scores">Node scores, <c>labels</c> to an item; the first item's hold the start weights, the last one's the end weights.</param>
    /// <param name="steps">exp of the transition weights: by edge, from, to.</param>
    public void Run(ReadOnlySpan<double> scores, FeatureSequence sequence, ReadOnlySpan<double> steps)
    {
        int count = sequence.Count;
        Reserve(count);
        double log = 0;
        for (int t = 0; t < count; t++)
        {
            ReadOnlySpan<double> from = scores.Slice(t * labels, labels);
            double top = double.NegativeInfinity;
            foreach (double s in from) top = Math.Max(top, s);
            for (int y = 0; y < labels; y++) _node[t * labels + y] = Math.Exp(from[y] - top);
            log += top;
        }
        for (int t = 0; t < count; t++)
        {
            Span<double> now = _forward.AsSpan(t * labels, labels);
            if (t == 0) _node.AsSpan(0, labels).CopyTo(now);
            else
            {
                now.Clear();
                ReadOnlySpan<double> table = steps.Slice(sequence.EdgeInto(t) * labels * labels, labels * labels);
                for (int i = 0; i < labels; i++)
                {
                    Columns.AddScaled(now, table.Slice(i * labels, labels), _forward[(t - 1) * labels + i]);
                }
                for (int j = 0; j < labels; j++) now[j] *= _node[t * labels + j];
            }
            double sum = 0;
            foreach (double a in now) sum += a;
            _scale[t] = sum;
            for (int j = 0; j < labels; j++) now[j] /= sum;
            log += Math.Log(sum);
        }
        LogPartition = log;
        _backward.AsSpan((count - 1) * labels, labels).Fill(1);
        for (int t = count - 2; t >= 0; t--)
        {
            Ahead(t + 1);
            ReadOnlySpan<double> table = steps.Slice(sequence.EdgeInto(t + 1) * labels * labels, labels * labels);
            for (int i = 0; i < labels; i++)
            {
                ReadOnlySpan<double> row = table.Slice(i * labels, labels);
                double sum = 0;
                for (int j = 0; j < labels; j++) sum += row[j] * _carry[j];
                _backward[t * labels + i] = sum;
            }
        }
    }

    public double Marginal(int item, int label) => _forward[item * labels + label] * _backward[item * labels + label];

    /// <summary>Adds to <paramref name="sums"/> (edge, from, to) the probability of each step, over all steps of the sequence.</summary>
    public void AddSteps(FeatureSequence sequence, ReadOnlySpan<double> steps, Span<double> sums)
    {
        for (int t = 1; t < sequence.Count; t++)
        {
            Ahead(t);
            int edge = sequence.EdgeInto(t) * labels * labels;
            for (int i = 0; i < labels; i++)
            {
                double before = _forward[(t - 1) * labels + i];
                Columns.AddProduct(sums.Slice(edge + i * labels, labels), steps.Slice(edge + i * labels, labels), _carry, before);
            }
        }
    }

    private void Ahead(int t)
    {
        for (int j = 0; j < labels; j++) _carry[j] = _node[t * labels + j] * _backward[t * labels + j] / _scale[t];
    }

    private void Reserve(int count)
    {
        if (_scale.Length >= count) return;
        int size = Math.Max(64, count * 2);
        _node = new double[size * labels];
        _forward = new double[size * labels];
        _backward = new double[size * labels];
        _scale = new double[size];
    }
}
