namespace Ingest.Extractors.Learning;

/// <summary>
/// Limited-memory BFGS with the orthant-wise treatment of an L1 penalty (Andrew and Gao, "Scalable training of L1-regularized log-linear
/// models", ICML 2007); with L1 = 0 it is plain L-BFGS.
/// </summary>
internal static class OrthantWiseLbfgs
{
    private const int Memory = 8;
    private const int MostBacktracks = 30;
    private const double SufficientDecrease = 1e-4;

    /// <param name="smooth">Value and gradient (written to the second array) of the smooth part, without penalties.</param>
    public static double[] Minimise(int size, Func<double[], double[], double> smooth, ChainTraining options, CancellationToken cancellation)
    {
        double[] at = new double[size], gradient = new double[size], next = new double[size], nextGradient = new double[size];
        var pairs = new LinkedList<(double[] Step, double[] Change, double Curvature)>();
        double value = Value(at, gradient);
        for (int iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] steepest = PseudoGradient(at, gradient, options.L1);
            double[] direction = Direction(steepest, pairs);
            double slope = 0;
            for (int i = 0; i < size; i++)
            {
                // Stay in the orthant that the steepest descent chooses.
                if (direction[i] * steepest[i] >= 0) direction[i] = 0;
                slope += direction[i] * steepest[i];
            }
            if (slope >= 0) break;
            double length = pairs.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(steepest, steepest))) : 1;
            double nextValue = value;
            bool found = false;
            for (int tries = 0; tries < MostBacktracks && !found; tries++, length /= 2)
            {
                for (int i = 0; i < size; i++)
                {
                    double x = at[i] + length * direction[i];
                    double orthant = at[i] != 0 ? at[i] : -steepest[i];
                    next[i] = options.L1 > 0 && x * orthant < 0 ? 0 : x;
                }
                nextValue = Value(next, nextGradient);
                found = nextValue <= value + SufficientDecrease * length * slope;
            }
            if (!found) break;
            Remember(pairs, at, next, gradient, nextGradient);
            double gain = (value - nextValue) / Math.Max(1, Math.Abs(nextValue));
            (at, next) = (next, at);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = nextValue;
            if (gain < options.Tolerance) break;
        }
        return at;

        double Value(double[] x, double[] g)
        {
            double sum = smooth(x, g);
            for (int i = 0; i < size; i++)
            {
                sum += options.L1 * Math.Abs(x[i]) + 0.5 * options.L2 * x[i] * x[i];
                g[i] += options.L2 * x[i];
            }
            return sum;
        }
    }

    private static double[] PseudoGradient(double[] at, double[] gradient, double l1)
    {
        var pseudo = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double g = gradient[i];
            if (at[i] != 0) pseudo[i] = g + l1 * Math.Sign(at[i]);
            else if (g < -l1) pseudo[i] = g + l1;
            else if (g > l1) pseudo[i] = g - l1;
        }
        return pseudo;
    }

    private static double[] Direction(double[] gradient, LinkedList<(double[] Step, double[] Change, double Curvature)> pairs)
    {
        double[] q = Array.ConvertAll(gradient, g => -g);
        if (pairs.Last is null) return q;
        var alphas = new Stack<double>();
        for (var pair = pairs.Last; pair is not null; pair = pair.Previous)
        {
            double alpha = Dot(pair.Value.Step, q) / pair.Value.Curvature;
            alphas.Push(alpha);
            AddScaled(q, pair.Value.Change, -alpha);
        }
        (_, double[] newest, double curvature) = pairs.Last.Value;
        double scale = curvature / Dot(newest, newest);
        for (int i = 0; i < q.Length; i++) q[i] *= scale;
        for (var pair = pairs.First; pair is not null; pair = pair.Next)
        {
            double beta = Dot(pair.Value.Change, q) / pair.Value.Curvature;
            AddScaled(q, pair.Value.Step, alphas.Pop() - beta);
        }
        return q;
    }

    private static void Remember(
        LinkedList<(double[] Step, double[] Change, double Curvature)> pairs, double[] at, double[] next, double[] gradient, double[] nextGradient)
    {
        double[] step = new double[at.Length], change = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            step[i] = next[i] - at[i];
            change[i] = nextGradient[i] - gradient[i];
        }
        double curvature = Dot(step, change);
        if (curvature <= 1e-12) return;
        pairs.AddLast((step, change, curvature));
        if (pairs.Count > Memory) pairs.RemoveFirst();
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AddScaled(double[] to, double[] what, double by)
    {
        Columns.AddScaled(to, what, by);
    }
}
