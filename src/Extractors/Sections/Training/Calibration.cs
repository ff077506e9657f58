namespace Ingest.Extractors.Sections.Training;

/// <summary>
/// Turns a model's probability into how often it is right: a logistic curve over the log odds (Platt, "Probabilistic outputs for support
/// vector machines", 1999), fitted on answers about payers that the model had not seen.
/// </summary>
public readonly record struct Calibration(double Slope, double Offset)
{
    private const double Least = 1e-6;
    private const double Pull = 1;

    public static Calibration None { get; } = new(1, 0);

    public double Apply(double probability) => 1 / (1 + Math.Exp(-(Slope * LogOdds(probability) + Offset)));

    /// <summary>Newton's method with halved steps on the log likelihood, with a weak pull to the identity that keeps few answers from an extreme curve.</summary>
    public static Calibration Fit(IReadOnlyList<(double Probability, bool Right)> answers)
    {
        Calibration at = None;
        double loss = at.Loss(answers);
        for (int step = 0; step < 50; step++)
        {
            (double moveSlope, double moveOffset) = at.Newton(answers);
            double length = 1, next = double.PositiveInfinity;
            Calibration tried = at;
            for (int halvings = 0; halvings < 20 && next >= loss; halvings++, length /= 2)
            {
                tried = new(at.Slope - length * moveSlope, at.Offset - length * moveOffset);
                next = tried.Loss(answers);
            }
            if (next >= loss) break;
            (at, loss) = (tried, next);
        }
        return at;
    }

    private double Loss(IReadOnlyList<(double Probability, bool Right)> answers)
    {
        double loss = Pull / 2 * ((Slope - 1) * (Slope - 1) + Offset * Offset);
        foreach ((double probability, bool right) in answers) loss -= Math.Log(Math.Max(Least, right ? Apply(probability) : 1 - Apply(probability)));
        return loss;
    }

    private (double Slope, double Offset) Newton(IReadOnlyList<(double Probability, bool Right)> answers)
    {
        double gradientS = Pull * (Slope - 1), gradientO = Pull * Offset, ss = Pull, so = 0, oo = Pull;
        foreach ((double probability, bool right) in answers)
        {
            double x = LogOdds(probability), p = Apply(probability), error = p - (right ? 1 : 0), weight = p * (1 - p);
            gradientS += error * x;
            gradientO += error;
            ss += weight * x * x;
            so += weight * x;
            oo += weight;
        }
        double determinant = ss * oo - so * so;
        return ((oo * gradientS - so * gradientO) / determinant, (ss * gradientO - so * gradientS) / determinant);
    }

    private static double LogOdds(double probability)
    {
        double p = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(p / (1 - p));
    }
}
