using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>A table by row and column, spanning cells standing in every place that they cover, with its head rows told apart.</summary>
internal sealed class TableGrid
{
    private readonly TableCell?[,] _cells;
    private readonly string _text;
    private readonly string[] _heads;

    public TableGrid(string text, TableBlock table)
    {
        _text = text;
        Rows = table.Rows;
        Columns = table.Columns;
        _cells = new TableCell?[Math.Max(Rows, 1), Math.Max(Columns, 1)];
        foreach (TableCell cell in table.Cells)
        {
            for (int row = cell.Row; row < Math.Min(Rows, cell.Row + Math.Max(1, cell.RowSpan)); row++)
            {
                for (int column = cell.Column; column < Math.Min(Columns, cell.Column + Math.Max(1, cell.ColumnSpan)); column++)
                {
                    if (row >= 0 && column >= 0) _cells[row, column] = cell;
                }
            }
        }
        HeadRows = CountHeadRows();
        _heads = [.. Enumerable.Range(0, Columns).Select(HeadOf)];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>How many rows at the top hold heads; 0 where the table begins with codes.</summary>
    public int HeadRows { get; }

    public TableCell? this[int row, int column] => _cells[row, column];

    /// <summary>The words over a column, all its head rows joined; empty where it has none.</summary>
    public string Head(int column) => _heads[column];

    /// <summary>Whether a head stands right over this column, not a lone head over the whole table.</summary>
    public bool HasOwnHead(int column) => Enumerable.Range(0, HeadRows).Any(row => FilledCells(row).Count > 1 && TextOf(row, column).Length > 0);

    /// <summary>The trimmed text of a cell; empty where there is none.</summary>
    public string TextOf(int row, int column) => _cells[row, column] is { } cell ? TextOf(cell) : "";

    public string TextOf(TableCell cell) => cell.Span.Slice(_text).Trim();

    /// <summary>Whether the cell begins in this place, so that a cell over several rows or columns is met once.</summary>
    public bool StartsAt(int row, int column) => _cells[row, column] is { } cell && cell.Row == row && cell.Column == column;

    /// <summary>Texts of the filled cells of a column below the head, each once; heads repeated on later pages are no body.</summary>
    public IEnumerable<string> Body(int column)
    {
        for (int row = HeadRows; row < Rows; row++)
        {
            if (_cells[row, column] is not { ColumnSpan: <= 1 } cell || cell.Row != row) continue;
            string text = TextOf(cell);
            if (text.Length > 0 && text != _heads[column]) yield return text;
        }
    }

    /// <summary>The distinct filled cells of a row, left to right.</summary>
    public List<TableCell> FilledCells(int row)
    {
        var cells = new List<TableCell>();
        for (int column = 0; column < Columns; column++)
        {
            if (_cells[row, column] is { } cell && (cells.Count == 0 || cells[^1] != cell) && TextOf(cell).Length > 0) cells.Add(cell);
        }
        return cells;
    }

    public bool HoldsCode(int row, CodeSystem? expected = null) =>
        FilledCells(row).Any(cell => cell.Row == row && CodeScanner.Find(_text, cell.Span, expected).Count > 0);

    /// <summary>Marked heads without codes; where none is marked, the first row when it names codes and holds none.</summary>
    private int CountHeadRows()
    {
        int rows = 0;
        while (rows < Rows && rows < 4 && FilledCells(rows) is { Count: > 0 } cells && cells.All(c => c.IsHeader) && !HoldsCode(rows)) rows++;
        if (rows > 0 || Rows < 2) return rows;
        return FilledCells(0) is { Count: > 0 } first && !HoldsCode(0) && first.Any(c => CodeColumns.NamesCodes(TextOf(c))) ? 1 : 0;
    }

    private string HeadOf(int column)
    {
        var words = new List<string>();
        for (int row = 0; row < HeadRows; row++)
        {
            // A lone head stands over the whole table, though only its first place holds it.
            if (FilledCells(row) is [var lone] && CodeColumns.NamesCodes(TextOf(lone)))
            {
                words.Add(TextOf(lone));
                continue;
            }
            if (_cells[row, column] is { } cell && cell.Row == row && TextOf(cell) is { Length: > 0 } text) words.Add(text);
        }
        return string.Join(' ', words);
    }
}
