namespace Ingest.Extractors.Sections.Training;

/// <summary>What was said of one section of a payer that the model had not seen.</summary>
/// <param name="Kind">What a person says.</param>
/// <param name="RawConfidence">The chain's own probability of <paramref name="Model"/>; <paramref name="Confidence"/> is the calibrated one.</param>
/// <param name="RawRulesConfidence">The chain's own probability of <paramref name="Rules"/>; <paramref name="RulesConfidence"/> is the calibrated one.</param>
public sealed record SectionAnswer(
    string Payer, string Document, string Heading, SectionKind Kind, SectionKind Model, SectionKind Rules, double RawConfidence, double RawRulesConfidence)
{
    public double Confidence { get; init; } = RawConfidence;

    public double RulesConfidence { get; init; } = RawRulesConfidence;
}
