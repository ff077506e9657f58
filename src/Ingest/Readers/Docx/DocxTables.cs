using System.Collections.Immutable;
using DocumentFormat.OpenXml.Wordprocessing;
using Ingest.Readers.Text;

namespace Ingest.Readers.Docx;

/// <summary>Tables with merged cells (ISO/IEC 29500-1, 17.4). A table of one cell only frames what stands in it.</summary>
internal static class DocxTables
{
    private const int Widest = 200;

    /// <param name="read">Drafts the content of a cell.</param>
    /// <returns>The table; of a frame, its content; nothing for a table without text.</returns>
    public static IReadOnlyList<Draft> Read(Table table, Func<TableCell, List<Draft>> read)
    {
        var grid = new List<List<Slot>>();
        foreach (TableRow row in table.Descendants<TableRow>().Where(r => r.Ancestors<Table>().First() == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            bool header = row.TableRowProperties?.GetFirstChild<TableHeader>() is { } h && (h.Val is null || h.Val.Value == OnOffOnlyValues.On);
            var slots = new List<Slot>();
            int column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            foreach (TableCell cell in row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row))
            {
                int span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, Widest);
                VerticalMerge? merge = cell.TableCellProperties?.VerticalMerge;
                bool goesOn = merge is not null && merge.Val?.Value != MergedCellValues.Restart;
                slots.Add(new(column, span, goesOn, header, goesOn ? [] : read(cell)));
                column += span;
            }
            if (slots.Count > 0) grid.Add(slots);
        }
        if (grid.TrueForAll(r => r.TrueForAll(s => s.Content.Count == 0))) return [];
        if (grid is [[var frame]]) return frame.Content;
        return [new TableDraft([.. grid.Select((slots, row) => slots.Where(s => !s.GoesOn || row == 0).Select(s => Cell(s, grid, row)).ToImmutableArray())])];
    }

    private static CellDraft Cell(Slot slot, List<List<Slot>> grid, int row)
    {
        int rows = 1;
        while (row + rows < grid.Count && grid[row + rows].Any(s => s.GoesOn && s.Column == slot.Column && s.Span == slot.Span)) rows++;
        return new(Draft.WordsOf(slot.Content), rows, slot.Span, slot.IsHeader) { Content = slot.Content.Count > 1 ? [.. slot.Content] : [] };
    }

    private sealed record Slot(int Column, int Span, bool GoesOn, bool IsHeader, List<Draft> Content);
}
