using Ingest.Extractors.Documents;

namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>What holds of every document, whatever the layout made of it.</summary>
internal static class LayoutLaws
{
    public static void Hold(PolicyDocument document)
    {
        int end = 0;
        bool furniture = false;
        foreach (Block block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
            block.Span.IsEmpty.ShouldBeFalse();
            end = block.Span.End;
            (furniture && block is not FurnitureBlock).ShouldBeFalse("the flow goes on behind furniture");
            furniture |= block is FurnitureBlock;
            Holds(document, block);
        }
        end = 0;
        foreach (PageRegion region in document.Regions)
        {
            region.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = region.Span.End;
            region.Page.ShouldBeInRange(1, document.Pages.Length);
        }
        end.ShouldBeLessThanOrEqualTo(document.Text.Length);
        for (int i = 1; i < document.Styles.Length; i++) document.Styles[i].Span.Start.ShouldBeGreaterThanOrEqualTo(document.Styles[i - 1].Span.End);
        foreach (Link link in document.Links) link.Span.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
    }

    private static void Holds(PolicyDocument document, Block block)
    {
        if (block is ListItemBlock item)
        {
            item.Span.Contains(item.Content).ShouldBeTrue();
            if (item.Label is { } label) label.End.ShouldBeLessThanOrEqualTo(item.Content.Start);
        }
        if (block is not TableBlock table)
        {
            if (block is not FurnitureBlock) document.Slice(block.Span).ShouldNotContain('\t');
            return;
        }
        document.Slice(table.Span).Count(c => c == '\n').ShouldBe(table.Rows - 1);
        int end = table.Span.Start;
        foreach (TableCell cell in table.Cells)
        {
            table.Span.Contains(cell.Span).ShouldBeTrue();
            cell.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = cell.Span.End;
            (cell.Row + cell.RowSpan).ShouldBeLessThanOrEqualTo(table.Rows);
            (cell.Column + cell.ColumnSpan).ShouldBeLessThanOrEqualTo(table.Columns);
            foreach (Block inner in cell.Content)
            {
                cell.Span.Contains(inner.Span).ShouldBeTrue();
                Holds(document, inner);
            }
        }
    }
}
