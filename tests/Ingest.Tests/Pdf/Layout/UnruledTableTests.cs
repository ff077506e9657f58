using Ingest.Extractors.Documents;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class UnruledTableTests
{
    private static string? Rows(PolicyDocument document) => document.Blocks.OfType<TableBlock>().SingleOrDefault() is { } table
        ? document.Slice(table.Span).Replace("\t", " | ", StringComparison.Ordinal)
        : null;

    private static PageSketch Prose(PageSketch page) => page
        .Lines(72, 80, "The codes below apply to this document, and they are listed here for information", "only; that a code is listed does not say that it is paid for by the plan at all.");

    [Fact]
    public void Gutters_that_line_up_part_columns_and_wrapped_lines_stay_in_their_row()
    {
        PageSketch page = Prose(new PageSketch()).Text(72, 130, "Code").Text(150, 130, "Description")
            .Text(72, 145, "81220").Text(150, 145, "Gene analysis of common variants in").Text(150, 157, "the first gene")
            .Text(72, 172, "81221").Text(150, 172, "Known familial variants").Text(72, 187, "81222").Text(150, 187, "Duplications");
        Rows(new SketchFile(page).Document()).ShouldBe(
            "Code | Description\n81220 | Gene analysis of common variants in the first gene\n81221 | Known familial variants\n81222 | Duplications");
    }

    [Fact]
    public void Prose_in_two_columns_is_no_table()
    {
        PageSketch page = new();
        for (int i = 0; i < 8; i++)
        {
            page.Text(72, 100 + (12 * i), "Left column text goes on and on for its line").Text(320, 100 + (12 * i), "Right column text has a thread of its own too");
        }
        Rows(new SketchFile(page).Document()).ShouldBeNull();
    }

    [Fact]
    public void A_list_is_no_table()
    {
        PageSketch page = Prose(new PageSketch());
        for (int i = 0; i < 5; i++) page.Text(90, 130 + (12 * i), $"{i + 1}.").Text(120, 130 + (12 * i), $"Reference number {(char)('a' + i)} of the list");
        Rows(new SketchFile(page).Document()).ShouldBeNull();
    }

    [Fact]
    public void Underlines_in_a_cell_are_no_borders()
    {
        PageSketch page = Prose(new PageSketch()).Grid([72, 150, 400], [120, 160])
            .Text(80, 134, "Panels").Rule(80, 135.2, 110, 135.2).Text(80, 146, "of genes").Rule(80, 147.2, 120, 147.2).Text(160, 134, "First panel (A)");
        Rows(new SketchFile(page).Document()).ShouldBe("Panels of genes | First panel (A)");
    }
}
