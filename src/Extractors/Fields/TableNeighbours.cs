using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Fields;

/// <summary>Cells beside a cell: where the label of a value, or the value of a label, stands in a grid.</summary>
public static class TableNeighbours
{
    /// <summary>Nearest cell with text to the left in the same row, null where there is none.</summary>
    public static TableCell? LeftOf(this TableBlock table, TableCell cell) =>
        table.Cells.LastOrDefault(c => SameRow(c, cell) && c.Column + c.ColumnSpan <= cell.Column && !c.Span.IsEmpty);

    /// <summary>Nearest cell with text to the right in the same row.</summary>
    public static TableCell? RightOf(this TableBlock table, TableCell cell) =>
        table.Cells.FirstOrDefault(c => SameRow(c, cell) && c.Column >= cell.Column + cell.ColumnSpan && !c.Span.IsEmpty);

    public static TableCell? Above(this TableBlock table, TableCell cell) =>
        table.Cells.LastOrDefault(c => c.Row + c.RowSpan <= cell.Row && SameColumn(c, cell) && !c.Span.IsEmpty);

    public static TableCell? Below(this TableBlock table, TableCell cell) =>
        table.Cells.FirstOrDefault(c => c.Row >= cell.Row + cell.RowSpan && SameColumn(c, cell) && !c.Span.IsEmpty);

    private static bool SameRow(TableCell a, TableCell b) => a.Row < b.Row + b.RowSpan && b.Row < a.Row + a.RowSpan;

    private static bool SameColumn(TableCell a, TableCell b) => a.Column < b.Column + b.ColumnSpan && b.Column < a.Column + a.ColumnSpan;
}
