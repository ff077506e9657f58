namespace Ingest.Extractors.Sections.Training;

/// <summary>What was said of one section of a payer that the model had not seen.</summary>
/// <param name="Kind">What a person says.</param>
/// <param name="Rules">What today's rules say. They were written with the labelled documents at hand.</param>
/// <param name="FirstRules">What the rules said that were written before these documents were read; null where they were not asked.</param>
/// <param name="RawConfidence">The chain's own probability of <paramref name="Model"/>; <see cref="Confidence"/> is the calibrated one.</param>
public sealed record SectionAnswer(
    string Payer, string Document, string Heading, SectionKind Kind, SectionKind Model, SectionKind Rules, SectionKind? FirstRules, double RawConfidence)
{
    public double Confidence { get; init; } = RawConfidence;
}
