using System.Text;
using Ingest.Extractors.Documents;
using Ingest.Readers;

namespace Ingest.Tests;

public sealed class HtmlReaderTests
{
    private static PolicyDocument Read(string page) =>
        DocumentReaders.Default.Read(new SourceFile("page.txt", Encoding.UTF8.GetBytes(page)), CancellationToken.None)
            .ShouldBeOfType<ReadResult.Read>().Document;

    [Fact]
    public void MenusAndFootersAreFurnitureAfterTheFlow()
    {
        PolicyDocument document = Read(
            "<html><body><nav><a href='/a'>Home</a> <a href='/b'>Policies</a></nav><main><h1>Widget Policy</h1><p>Widgets are covered when needed by the member's doctor.</p></main>"
            + "<footer>© 2025 Example Health</footer></body></html>");
        document.MediaType.ShouldBe("text/html");
        document.Blocks[0].ShouldBeOfType<HeadingBlock>();
        document.Blocks.OfType<FurnitureBlock>().Select(f => document.Slice(f.Span)).ShouldBe(["Home Policies", "© 2025 Example Health"]);
    }

    [Fact]
    public void ListsKeepTheirNestingAndTheLabelsThatABrowserShows()
    {
        PolicyDocument document = Read("<div><p>All of:</p><ol type='A'><li>First<ul><li>Inner</li></ul></li><li>Second</li></ol></div>");
        ListItemBlock[] items = [.. document.Blocks.OfType<ListItemBlock>()];
        items.Select(i => i.Depth).ShouldBe([0, 1, 0]);
        document.Slice(items[2].Label!.Value).ShouldBe("B.");
        document.Slice(items[2].Content).ShouldBe("Second");
    }

    [Fact]
    public void SpannedCellsHoldTheirPlaces()
    {
        PolicyDocument document = Read("<table><tr><th rowspan='2'>Code</th><th colspan='2'>Dates</th></tr><tr><td>from</td><td>to</td></tr></table>");
        TableBlock table = document.Blocks.OfType<TableBlock>().Single();
        table.Columns.ShouldBe(3);
        table.Cells.Select(c => (c.Row, c.Column)).ShouldBe([(0, 0), (0, 1), (1, 1), (1, 2)]);
        document.Text.ShouldBe("Code\tDates\nfrom\tto");
    }

    [Fact]
    public void AccordionsAndDefinitionListsAreRead()
    {
        PolicyDocument document = Read(
            "<div><details><summary>Coding</summary><p>Codes are listed below for information only.</p></details><dl><dt>Widget</dt><dd>A small device.</dd></dl></div>");
        document.Blocks[0].ShouldBeOfType<HeadingBlock>();
        document.Blocks.OfType<TableBlock>().Single().Cells.Length.ShouldBe(2);
    }

    [Fact]
    public void RaisedDigitsAndUnderlinedInequalitiesKeepTheirMeaning() =>
        Read("<div><p>Count <u>&gt;</u> 5 x 10<sup>9</sup>/L as shown<sup>[3]</sup>, by dose 10<sup>-6</sup> and <u>&lt; 3 days</u></p></div>").Text
            .ShouldBe("Count ≥ 5 x 10⁹/L as shown[3], by dose 10⁻⁶ and < 3 days");

    [Fact]
    public void NestingWithoutEndIsRefused() =>
        DocumentReaders.Default.Read(new SourceFile("deep.html", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 50000)) + "text")), CancellationToken.None)
            .ShouldBeOfType<ReadResult.Failed>().Rule.ShouldBe("too-deeply-nested");

    [Fact]
    public void DeepNestingKeepsItsText() =>
        Read("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 400)) + "deep text</body></html>").Text.ShouldBe("deep text");
}
