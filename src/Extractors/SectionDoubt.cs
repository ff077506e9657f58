using System.Collections.Immutable;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors;

/// <summary>
/// Positions and codes are read by the kind of their section. Where that kind is a guess, they are right only if it is: their confidence
/// becomes the product of both probabilities.
/// </summary>
public static class SectionDoubt
{
    /// <summary>Calibrated probability of a section's kind below which it is a guess: on payers that the model has not seen, such kinds are wrong one time in three.</summary>
    public const double Threshold = 0.7;

    /// <summary>The facts with the doubt of their sections; those of sure sections, and those outside any, stay as they are.</summary>
    public static PolicyFacts Carry(SectionedPolicy policy, PolicyFacts facts)
    {
        double[] sure = [.. policy.Sections.Select(s => s.Confidence < Threshold ? s.Confidence : 1)];
        if (Array.TrueForAll(sure, s => s == 1)) return facts;
        return facts with
        {
            Positions = [.. facts.Positions.Select(p => p with { Confidence = Lessen(p.Confidence, p.Section) })],
            Codes = [.. facts.Codes.Select(c => c with { Confidence = Lessen(c.Confidence, c.Section) })],
        };

        double Lessen(double confidence, int? section) => section is { } at && sure[at] < 1 ? Math.Round(confidence * sure[at], 2) : confidence;
    }
}
