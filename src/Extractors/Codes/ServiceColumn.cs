using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>
/// The first column of a code table where it names the service or test that a row's codes are for. Its cells are merged down over their rows;
/// where a page ends inside of one, the rows on the next page have an empty cell.
/// </summary>
internal static partial class ServiceColumn
{
    private const int LongestService = 200;

    /// <summary>The label of every row, by row; null where the first column holds anything else.</summary>
    public static string?[]? Of(TableGrid grid, ImmutableArray<CodeColumn> columns)
    {
        if (columns.Length < 2 || columns[0].Role is not (ColumnRole.Other or ColumnRole.Description) || columns[0].Stance is not null) return null;
        if (columns.Any(c => c.Role == ColumnRole.Code && c.Partner == 0) || grid.HeadRows == 0 || !Head().IsMatch(grid.Head(0))) return null;
        var labels = new string?[grid.Rows];
        string? last = null;
        for (int row = grid.HeadRows; row < grid.Rows; row++)
        {
            // A cell over most of the table heads a group of its own.
            if (grid[row, 0] is { } cell && cell.ColumnSpan * 2 > grid.Columns) last = null;
            else if (grid.TextOf(row, 0) is { Length: > 0 and <= LongestService } words && Words().IsMatch(words)) last = TableCodes.Clean(words);
            labels[row] = last;
        }
        return labels;
    }

    [GeneratedRegex(@"section|service|test|procedure|panel|drug|product|indication|condition|categor|topic|name|technology|treatment", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\p{L}{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
