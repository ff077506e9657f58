using System.Text;
using Ingest.Extractors.Documents;
using Ingest.Readers;

namespace Ingest.Tests;

public sealed class PlainTextReaderTests
{
    private static PolicyDocument Read(string text) =>
        DocumentReaders.Default.Read(new SourceFile("policy.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None)
            .ShouldBeOfType<ReadResult.Read>().Document;

    [Fact]
    public void MarkdownMarksAreNotText()
    {
        PolicyDocument document = Read("## **POLICY:**\n\nThe plan covers **widgets** per [the list](https://example.org/a\\_b).\n\nLOB: <input checked=\"\" type=\"checkbox\"/> Commercial &amp; more\\*\n");
        document.Text.ShouldBe("POLICY:\n\nThe plan covers widgets per the list.\n\nLOB: ☒ Commercial & more*");
        document.Links.Single().Target.ShouldBe("https://example.org/a_b");
        document.StyleAt(document.Text.IndexOf("widgets", StringComparison.Ordinal)).ShouldBe(TextStyle.Bold);
    }

    [Fact]
    public void AParagraphOfManyLinesCostsMemoryInProportionToThem()
    {
        const int Lines = 4000, MostPerCharacter = 400;
        var random = new Random(7);
        string[] words = ["widgets", "of", "the", "elbow", "were", "studied", "in", "adults", "with", "made-up", "conditions"];
        string text = "BACKGROUND\n\nThe " + string.Join('\n', Enumerable.Range(0, Lines).Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => words[random.Next(words.Length)])))) + ".\n";
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(text).Blocks.Length.ShouldBe(2);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((long)text.Length * MostPerCharacter);
    }

    [Fact]
    public void HardWrappedLinesAreOneParagraph()
    {
        PolicyDocument document = Read(
            "DESCRIPTION\n\nA long device is described in this paragraph which the tool has broken\nat a fixed width so that it stands on several lines of nearly the same\nlength, none of which means anything to the\nreader of the policy.\n");
        document.Blocks.Length.ShouldBe(2);
        document.Text.ShouldContain("which the tool has broken at a fixed width");
    }

    private const string Wrapped = "DESCRIPTION\n\nA long device is described in this paragraph which the tool has broken\nat a fixed width so that it stands on several lines of nearly the same\nlength, none of which means anything to the\nreader of the policy.\n\n";

    [Fact]
    public void PoliciesThatEachBeginWithTheirNumberAreLinesOfTheirOwn() =>
        Read(Wrapped + "RELATED POLICIES\n7.01.12 Imaging of the Bones of the Hand\n7.01.99 Imaging of the Foot\nCG-RAD-07 Films\n").Blocks.OfType<ParagraphBlock>().Count().ShouldBe(4);

    [Fact]
    public void ALabelOfCodesEndsTheDescriptionAbove() =>
        Read(Wrapped + "CODING:\n  27280  Arthrodesis, open\n  ICD-10-CM: M53.3, M46.1\n").Text.ShouldNotContain("open ICD");

    [Fact]
    public void RowsOfColumnsSetApartByBlanksStandAlone() =>
        Read(Wrapped + "REVISION HISTORY\nDate         Revision                                 By\n01/01/2022   New policy                               AB\n").Blocks.OfType<ParagraphBlock>().Count().ShouldBe(3);

    [Fact]
    public void SeveralCodesMayBeginARow() =>
        Read(Wrapped + "CODES\n64553   Implantation of an array; cranial nerve\n64568, 64569   Open implantation\nL8680, L8685   Components\n").Blocks.OfType<ParagraphBlock>().Count().ShouldBe(4);

    [Fact]
    public void AKnownHeadingInBoldNeedsNoBlankLineBelow() =>
        Read("# Widgets\n\n**Description**\nWidgets are described here.\n\n**Coding Implications**\nCodes are listed here.\n\n**Widgets**\nare not a heading.\n").Blocks.OfType<HeadingBlock>().Count().ShouldBe(3);

    [Fact]
    public void ALabelledTitleGoesOnToTheNextBlankLine() =>
        Read(Wrapped + "Title: Imaging of the Bones of the Hand with Plain Films\nand Ultrasound, for the\nEvaluation of Pain and/or Swelling\n\nDescription\n\nWords about it.\n").Text.ShouldContain("Ultrasound, for the Evaluation of Pain and/or Swelling");

    [Fact]
    public void DatesThatAHistoryTellsOfBeginNoEntry()
    {
        string filler = string.Concat(Enumerable.Repeat("Imaging shows the bones of members who have pain in them. ", 120));
        Read($"Bone Imaging Policy Statement {filler} Document History Status Date Action Reviewed 02/20/2025 Committee review. 10/01/2024 Updated Coding section with 10/02/2024 changes. Revised 01/02/2023 Committee review.")
            .Text.ShouldContain("section with 10/02/2024 changes");
    }

    [Fact]
    public void AReferenceOfTitleCaseIsNoHeading() =>
        Read("REFERENCES\n\n1. Example Report. Whole Widget Sequencing for Many Indications. Town, PA:\nExample, Inc. July 22, 2013, last updated July 1, 2014.\n2. Example Shield Association. Widget Panels Using Next\nGeneration Ways. Manual of Example Policy 10:2017, last updated November 2024, with more words.\n")
            .Blocks.OfType<HeadingBlock>().Count().ShouldBe(1);

    [Fact]
    public void ALabelWithAMonthIsNoHeading() =>
        Read("NEXT REVIEW DATE: 10/25\n\nPOLICY:\nWidgets are covered for adults.\n").Blocks.OfType<HeadingBlock>().Count().ShouldBe(1);

    [Fact]
    public void ACodeSetThatIsNamedInALineIsNoPartOfTheDescriptionAbove() =>
        Read(Wrapped + "CODES\nCPT\n31297 Dilation of the sphenoid sinus\nICD-10\nJ32.0 Chronic sinusitis\n").Text.ShouldNotContain("sinus ICD-10");

    [Theory]
    [InlineData("Approval And Revision History")]
    [InlineData("VII. Annual Review History")]
    [InlineData("Reference List")]
    [InlineData("When Widgets for Adults Are Not Covered")]
    [InlineData("CPT and HCPCS Procedure Codes")]
    public void HeadingsMayBePutTogetherFromTheWordsOfTheirKind(string heading) =>
        Read($"COVERAGE\n\nWidgets are covered for adults who need them.\n\n{heading}\nJune 2012 - Widgets came up.\nMay 2013 - Widgets again.\n").Blocks.OfType<HeadingBlock>().Count().ShouldBe(2);

    [Fact]
    public void NumbersWithADashAreLabelsAndSoAreTheOutlineNumbersUnderThem() =>
        Read("Approval Criteria\n1 - Diagnosis of swelling\nAND\n2 - One of the following:\n2.1 Trial of stockings\nOR\n2.2 Contraindication to stockings\n")
            .Blocks.OfType<ListItemBlock>().Select(i => i.Depth).ShouldBe([0, 0, 1, 1]);

    [Fact]
    public void AFirstLabelFurtherInBeginsAListUnderAnItemWithoutAStop() =>
        Read("Policy\n\nI. Pumps are covered.\nII. Pumps for other uses\n   A. Pumps for convenience.\n   B. Duplicate pumps.\n").Blocks.OfType<ListItemBlock>().Select(i => i.Depth).ShouldBe([0, 0, 1, 1]);

    [Fact]
    public void ANumberedLineAfterNumberedHeadingsIsTheNext() =>
        Read("I. Background\nA pump moves water out of a limb.\n\nII. Coverage\nPumps are covered.\nA. One pump a year\n\nIII. Conditions for which pumps are never covered at all:\nA. Travel\n")
            .Blocks.OfType<HeadingBlock>().Count().ShouldBe(3);

    [Fact]
    public void InTextThatIsNotWrappedAShortLineOverALongOneIsItsTitle() =>
        Read("Overview\nA pump moves water.\n\nPump Review Guidance\nThe Plan may authorize coverage of a pump when all of the following clinical criteria are met by the member:\n1. Swelling\n")
            .Blocks.OfType<HeadingBlock>().Count().ShouldBe(2);

    [Fact]
    public void AQuantityAtTheStartOfALineIsNoLabel() =>
        Read("Policy\n\nPumps are covered for members with a limb of\n2.1 Feet or more.\n").Blocks.OfType<ListItemBlock>().ShouldBeEmpty();

    [Fact]
    public void PageFurnitureDoesNotCutAParagraph()
    {
        const string foot = "\n\n© 2024 Example Health Plan\n\nWidget Policy\n\n";
        PolicyDocument document = Read(
            "COVERAGE\n\nThe first paragraph of the policy stops where the page stops and goes" + foot + "on upon the next page.\n\nSecond paragraph."
            + foot + "Third paragraph." + foot + "Fourth paragraph." + foot);
        document.Text.ShouldContain("stops and goes on upon the next page.");
        document.Blocks.OfType<FurnitureBlock>().Count().ShouldBeGreaterThan(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void NothingToReadIsAFailure(string text) =>
        DocumentReaders.Default.Read(new SourceFile("empty.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None).ShouldBeOfType<ReadResult.Failed>();
}
