using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests;

public sealed class SectionDoubtTests
{
    private sealed class Surely(double confidence) : ISectionClassifier
    {
        public string Fingerprint => "test";

        public ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections) =>
            [.. sections.Select(s => s with { Kind = SectionKind.Coverage, Confidence = confidence })];
    }

    private static PolicyFacts Extract(double confidence)
    {
        const string heading = "Widgets", text = "Widget therapy (CPT 64999) is considered investigational for all indications.";
        var document = new PolicyDocument
        {
            Text = $"{heading}\n\n{text}",
            Blocks = [new HeadingBlock(new(0, heading.Length), 1), new ParagraphBlock(new(heading.Length + 2, heading.Length + 2 + text.Length))],
            Source = "test",
            MediaType = "text/plain",
        };
        return new PolicyExtractor(new Surely(confidence), PayerDirectory.Empty).Extract(document).Facts;
    }

    [Fact]
    public void PositionsAndCodesCarryTheDoubtOfTheirSection()
    {
        PolicyFacts sure = Extract(0.9), doubtful = Extract(0.5);
        doubtful.Positions.ShouldHaveSingleItem().Confidence.ShouldBe(sure.Positions.ShouldHaveSingleItem().Confidence / 2, 0.011);
        doubtful.Codes.ShouldHaveSingleItem().Confidence.ShouldBe(sure.Codes.ShouldHaveSingleItem().Confidence / 2, 0.011);
    }

    [Fact]
    public void SureSectionsLeaveTheirFactsAlone() =>
        Extract(0.7).Positions[0].Confidence.ShouldBe(Extract(0.99).Positions[0].Confidence);
}
