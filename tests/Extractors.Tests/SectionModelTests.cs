using System.Collections.Immutable;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Sections.Training;

namespace Ingest.Extractors.Tests;

public sealed class SectionModelTests
{
    private static SectionTraits Section(string heading, int place, int stances = 0) =>
        new(heading, 1, null, place, BodyTraits.Empty with { Blocks = 2, Paragraphs = 2, Characters = 400, Stances = stances, Words = [17, 4242] });

    private static LabelledPolicy Policy(string payer, params (string Heading, SectionKind Kind)[] sections) =>
        new(payer + "-1", payer, [.. sections.Select((s, i) => new LabelledSection(Section(s.Heading, i * 100, s.Kind == SectionKind.Coverage ? 2 : 0), s.Kind))]);

    private static ImmutableArray<LabelledPolicy> Policies { get; } =
    [
        .. Enumerable.Range(0, 4).Select(i => Policy(
            $"payer{i}", ("Background", SectionKind.Background), ("When widgets are paid", SectionKind.Coverage), ("Billing", SectionKind.Coding), ("References", SectionKind.References))),
    ];

    [Fact]
    public void TheSameLabelsGiveTheSameFile() => SectionTrainer.Train(Policies).Write().ShouldBe(SectionTrainer.Train(Policies).Write());

    [Fact]
    public void AModelReadsBackAsItWasWritten()
    {
        SectionModel model = SectionTrainer.Train(Policies);
        SectionModel.Read(model.Write()).Judge(Policies[0].Traits).Select(j => j.Kind).ShouldBe(model.Judge(Policies[0].Traits).Select(j => j.Kind));
    }

    [Fact]
    public void WhatManyPayersSayIsLearned() =>
        SectionTrainer.Train(Policies).Judge(Policy("new", ("Background", SectionKind.Background), ("When widgets are paid", SectionKind.Coverage)).Traits)[1].Kind.ShouldBe(SectionKind.Coverage);

    [Fact]
    public void BytesOfAnotherModelAreRefused()
    {
        Should.Throw<InvalidDataException>(() => SectionModel.Read([1, 2, 3]));
        byte[] model = SectionModel.Default.Write();
        model[40] ^= 0xFF;
        Should.Throw<InvalidDataException>(() => SectionModel.Read(model));
    }

    [Fact]
    public void TheShippedModelIsSureOfACommonHeading()
    {
        SectionJudgement[] judged = SectionModel.Default.Judge([Section("Background", 100), Section("References", 800)]);
        judged[1].Kind.ShouldBe(SectionKind.References);
        judged[1].Confidence.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void LabelsReadBackAsTheyWereWritten()
    {
        string text = SectionLabels.Write(Policies);
        SectionLabels.Write(SectionLabels.Parse(text)).ShouldBe(text);
    }

    [Fact]
    public void ALineThatIsNoLabelIsNamed() =>
        Should.Throw<FormatException>(() => SectionLabels.Parse("one\ttwo")).Message.ShouldContain("Line 1");

    [Fact]
    public void CalibrationBringsConfidenceToFrequency()
    {
        var answers = Enumerable.Range(0, 1000).Select(i => (0.95, i % 10 < 7)).ToList();
        Calibration.Fit(answers).Apply(0.95).ShouldBe(0.7, 0.02);
    }
}
