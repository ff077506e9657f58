using System.Globalization;
using Ingest.Extractors.Documents;

namespace Ingest.Commands;

/// <summary>The plain form of <c>inspect</c>: one block a line, one table row a line, so that a diff of two runs reads like a review.</summary>
internal static class InspectText
{
    public static void Write(InspectView view, TextWriter output)
    {
        PolicyDocument document = view.Document;
        output.WriteLine($"{document.Source} · {document.MediaType} · {document.Pages.Length} pages · {document.Text.Length} characters · {document.Blocks.Length} blocks");
        foreach (Diagnostic problem in document.Diagnostics) output.WriteLine($"! {problem.Rule}: {problem.Message}");
        foreach (Block block in view.Blocks)
        {
            var places = view.PlacesOf(block.Span);
            string place = places.IsEmpty ? "" : places[0].Page == places[^1].Page ? $"p{places[0].Page} " : $"p{places[0].Page}-{places[^1].Page} ";
            if (block is TableBlock table) WriteTable(document, table, place, output);
            else output.WriteLine($"{place}{Mark(block)} {document.Slice(block.Span)}");
        }
    }

    private static string Mark(Block block) => block switch
    {
        HeadingBlock heading => "h" + heading.Level.ToString(CultureInfo.InvariantCulture),
        ListItemBlock item => "li" + item.Depth.ToString(CultureInfo.InvariantCulture),
        FurnitureBlock furniture => furniture.Kind.ToString().ToLowerInvariant(),
        _ => "p",
    };

    private static void WriteTable(PolicyDocument document, TableBlock table, string place, TextWriter output)
    {
        output.WriteLine($"{place}table {table.Rows}x{table.Columns}");
        for (int row = 0; row < table.Rows; row++)
        {
            var cells = table.Cells.Where(c => c.Row == row).Select(c => Cell(document, c));
            output.WriteLine("    | " + string.Join(" | ", cells));
        }
    }

    private static string Cell(PolicyDocument document, TableCell cell)
    {
        string span = (cell.RowSpan, cell.ColumnSpan) is (1, 1) ? "" : $"[{cell.RowSpan}x{cell.ColumnSpan}]";
        string text = cell.Content.IsEmpty
            ? document.Slice(cell.Span)
            : string.Join(" / ", cell.Content.Select(b => (b is ListItemBlock i ? $"*{i.Depth} " : "") + document.Slice(b.Span)));
        return (cell.IsHeader ? "^" : "") + span + text;
    }
}
