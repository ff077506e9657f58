using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Checks;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests;

public sealed class RuleSectionClassifierTests
{
    /// <summary>A document of headings ("## Text" by level) and paragraphs.</summary>
    private static SectionedPolicy Classified(params string[] lines)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (string line in lines)
        {
            if (text.Length > 0) text.Append("\n\n");
            int level = line.TakeWhile(c => c == '#').Count();
            var span = new SourceSpan(text.Length, text.Length + line[level..].Trim().Length);
            text.Append(line[level..].Trim());
            blocks.Add(level > 0 ? new HeadingBlock(span, level) : new ParagraphBlock(span));
        }
        var document = new PolicyDocument { Text = text.ToString(), Blocks = blocks.ToImmutable(), Source = "test", MediaType = "text/plain" };
        return new(document, new RuleSectionClassifier().Classify(document, SectionSplitter.Split(document)));
    }

    private static SectionKind KindOf(SectionedPolicy policy, string heading) => policy.Sections.First(s => policy.HeadingOf(s) == heading).Kind;

    [Theory]
    [InlineData("Coverage Rationale", SectionKind.Coverage)]
    [InlineData("III. DESCRIPTION OF SERVICE(S):", SectionKind.Background)]
    [InlineData("Applicable Codes", SectionKind.Coding)]
    [InlineData("Policy History/Revision Information", SectionKind.History)]
    [InlineData("Notice of Nondiscrimination", SectionKind.Notice)]
    public void KnownHeadingsHaveTheirKind(string heading, SectionKind kind) =>
        Classified("# " + heading, "Body text.").Sections[0].Kind.ShouldBe(kind);

    [Fact]
    public void HeadingsWithoutVocabularyTakeTheKindOfTheirParent()
    {
        SectionedPolicy policy = Classified("# Coverage Criteria", "## Left Knee", "Text.", "# Background", "## Left Knee Anatomy", "Text.");
        KindOf(policy, "Left Knee").ShouldBe(SectionKind.Coverage);
        KindOf(policy, "Left Knee Anatomy").ShouldBe(SectionKind.Background);
    }

    [Fact]
    public void StancesThatHeadCodeListsAreCoding()
    {
        SectionedPolicy policy = Classified("# Coding", "## Not Medically Necessary", "12345 Thing");
        KindOf(policy, "Not Medically Necessary").ShouldBe(SectionKind.Coding);
    }

    [Fact]
    public void WhatAQuotedMedicareDeterminationSaysIsMedicares()
    {
        SectionedPolicy policy = Classified(
            "# Policy Statement", "Widget therapy is investigational.", "# Rationale", "Studies were small.", "# Government Regulations", "## National", "See below.",
            "## Item/Service Description", "Widgets.", "## B. Nationally Covered Indications", "Widgets are covered when ordered.", "## Criteria for Coverage", "Two of these.",
            "## Summary of Evidence", "Trials.", "# References", "1. One.");
        KindOf(policy, "B. Nationally Covered Indications").ShouldBe(SectionKind.Medicare);
        KindOf(policy, "Criteria for Coverage").ShouldBe(SectionKind.Medicare);
        KindOf(policy, "Summary of Evidence").ShouldBe(SectionKind.Medicare);
        KindOf(policy, "Policy Statement").ShouldBe(SectionKind.Coverage);
        KindOf(policy, "References").ShouldBe(SectionKind.References);
    }

    [Fact]
    public void CriteriaThatFollowMedicaresInsideThePolicysOwnStayThePolicys()
    {
        SectionedPolicy policy = Classified(
            "# Policy", "Some rules follow.", "## Medicare Advantage", "An NCD applies.", "## Nationally Covered Indications", "Widgets.", "## Exclusions", "Gadgets are not covered.");
        KindOf(policy, "Exclusions").ShouldBe(SectionKind.Coverage);
    }

    [Fact]
    public void AStudyUnderItsAuthorsNamesIsEvidence()
    {
        SectionedPolicy policy = Classified("# Practice Guidelines", "Text.", "## Tanaka et al, 2021", "A cohort of 40.");
        KindOf(policy, "Tanaka et al, 2021").ShouldBe(SectionKind.Evidence);
    }

    [Fact]
    public void AnErrorPageIsNoPolicy() =>
        PolicyLikeness.WhyNot(Classified("# 404", "Page not found.", "The address may have changed.")).ShouldNotBeNull();

    [Fact]
    public void AShortPolicyIsAPolicy() =>
        PolicyLikeness.WhyNot(Classified("Widget therapy is considered investigational.")).ShouldBeNull();
}
