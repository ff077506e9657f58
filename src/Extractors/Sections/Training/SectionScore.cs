using System.Collections.Immutable;

namespace Ingest.Extractors.Sections.Training;

/// <summary>Precision, recall and F1 (0 to 1) of one kind; <paramref name="Support"/> is how many sections people gave it.</summary>
public sealed record KindScore(SectionKind Kind, double Precision, double Recall, double F1, int Support);

/// <summary>Answers with a confidence in one tenth: how many, how sure on average, how often right.</summary>
public sealed record ReliabilityBin(int Count, double Confidence, double Accuracy);

/// <summary>How well kinds were told. Macro-F1 is the plain mean over the kinds that people gave.</summary>
public sealed record SectionScore(int Sections, double Accuracy, double MacroF1, ImmutableArray<KindScore> Kinds)
{
    public static SectionScore Of(IReadOnlyList<SectionAnswer> answers, Func<SectionAnswer, SectionKind> said)
    {
        var kinds = ImmutableArray.CreateBuilder<KindScore>();
        foreach (SectionKind kind in Enum.GetValues<SectionKind>())
        {
            int support = answers.Count(a => a.Kind == kind), answered = answers.Count(a => said(a) == kind), right = answers.Count(a => a.Kind == kind && said(a) == kind);
            if (support == 0) continue;
            double precision = answered == 0 ? 0 : right / (double)answered, recall = right / (double)support;
            kinds.Add(new(kind, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), support));
        }
        double accuracy = answers.Count == 0 ? 0 : answers.Count(a => a.Kind == said(a)) / (double)answers.Count;
        return new(answers.Count, accuracy, kinds.Count == 0 ? 0 : kinds.Average(k => k.F1), kinds.ToImmutable());
    }

    /// <summary>The kind that people gave most often, as an answer to everything.</summary>
    public static SectionScore Majority(IReadOnlyList<SectionAnswer> answers)
    {
        SectionKind most = answers.GroupBy(a => a.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();
        return Of(answers, _ => most);
    }

    /// <summary>Ten bins of equal width over the calibrated confidence.</summary>
    public static ImmutableArray<ReliabilityBin> Reliability(IReadOnlyList<SectionAnswer> answers) =>
    [
        .. Enumerable.Range(0, 10).Select(bin =>
        {
            SectionAnswer[] inside = [.. answers.Where(a => Math.Min(9, (int)(a.Confidence * 10)) == bin)];
            return inside.Length == 0 ? new ReliabilityBin(0, 0, 0) : new(inside.Length, inside.Average(a => a.Confidence), inside.Count(a => a.Kind == a.Model) / (double)inside.Length);
        }),
    ];

    /// <summary>Mean distance between confidence and accuracy over the bins, weighted by their answers.</summary>
    public static double ExpectedCalibrationError(IReadOnlyList<SectionAnswer> answers) =>
        answers.Count == 0 ? 0 : Reliability(answers).Sum(b => b.Count * Math.Abs(b.Confidence - b.Accuracy)) / answers.Count;
}
