using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>
/// Reads code tables: roles of columns by head and content, several column pairs side by side, grids of codes alone, rows that head a group,
/// descriptions that go on in a row of their own.
/// </summary>
internal sealed partial class TableCodes(string text, int section)
{
    /// <summary>Cells under heads of codes that hold none of a known form.</summary>
    public List<Diagnostic> Unclear { get; } = [];

    /// <summary>What the table lists; empty where no column of it holds codes.</summary>
    /// <param name="headMustName">Whether a column counts only when its head names codes: outside coding sections five digits may be anything.</param>
    public List<ListedCode> Read(TableBlock table, CodeGroup group, bool headMustName)
    {
        var listed = new List<ListedCode>();
        if (table.Rows == 0 || table.Columns == 0) return listed;
        var grid = new TableGrid(text, table);
        ImmutableArray<CodeColumn> columns = CodeColumns.Of(grid, group.System, headMustName);
        if (!columns.Any(c => c.Role == ColumnRole.Code)) return listed;

        CodeGroup outer = group, inner = HeadGroup(grid, columns, 0, grid.HeadRows, group);
        CodeSystem? rowSystem = null;
        // A lone head over the whole table heads the rows down to the next such row, not a column.
        for (int row = 0; row < grid.HeadRows; row++)
        {
            if (grid.FilledCells(row) is not [var lone] || !HeadsGroup(grid, lone)) continue;
            CodeGroup over = RowGroup(grid.TextOf(lone), inner, ref rowSystem);
            // "Procedure Codes" says less than the line above the table that takes a stance.
            if (inner.Stance is null || GroupStance.Of(grid.TextOf(lone)) is not null) inner = over;
        }
        string?[]? services = ServiceColumn.Of(grid, columns);
        bool headed = false;
        for (int row = grid.HeadRows; row < grid.Rows; row++)
        {
            rowSystem = SystemOfRow(grid, columns, row) ?? rowSystem;
            if (Head(grid, columns, row))
            {
                inner = HeadGroup(grid, columns, row, row + 1, outer);
                continue;
            }
            int before = listed.Count;
            // The table's own words for a row are nearer than any line above it.
            CodeGroup own = !headed && services?[row] is { } service ? CodeGroup.Under(inner, service) : inner;
            ReadRow(grid, columns, row, own, rowSystem, listed);
            if (listed.Count > before) continue;
            List<TableCell> cells = grid.FilledCells(row);
            if (cells.Count == 0 || cells.All(c => c.Row != row)) continue;
            if (cells.Count > 1 && cells.Where(c => c.Row == row).ToList() is [{ } wide] && wide.ColumnSpan * 2 > grid.Columns) cells = [wide];
            if (GoesOn(grid, columns, row, cells) && listed.Count > 0) Continue(listed, cells[^1]);
            else if (cells.Count == 1 && HeadsGroup(grid, cells[0])) (inner, headed) = (RowGroup(grid.TextOf(cells[0]), outer, ref rowSystem), true);
        }
        return listed;
    }

    /// <summary>Whether the table tells what was done when: a column of dates alone, beside words. Codes in it are those of the history.</summary>
    public bool IsHistory(TableBlock table)
    {
        var grid = new TableGrid(text, table);
        for (int column = 0; column < Math.Min(grid.Columns, 3); column++)
        {
            string[] cells = [.. grid.Body(column)];
            if (cells.Length > 0 && cells.Count(OnlyDate().IsMatch) * 2 >= cells.Length) return true;
        }
        return false;
    }

    private void ReadRow(TableGrid grid, ImmutableArray<CodeColumn> columns, int row, CodeGroup group, CodeSystem? rowSystem, List<ListedCode> listed)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role != ColumnRole.Code || !grid.StartsAt(row, column) || grid[row, column] is not { } cell) continue;
            CodeColumn codes = columns[column];
            bool headed = grid.HasOwnHead(column);
            IReadOnlyList<CodeMention> mentions = CodeScanner.Find(text, cell.Span, (headed ? codes.System : null) ?? rowSystem ?? codes.System ?? group.System);
            if (mentions.Count == 0)
            {
                if (AlmostCode().IsMatch(grid.TextOf(cell)))
                    Unclear.Add(new("impossible-code", Severity.Warning, $"“{grid.TextOf(cell)}” stands where a code is expected and has the form of none; look for a misprint or a letter misread.", cell.Span));
                continue;
            }
            TableCell? description = codes.Partner is { } partner ? grid[row, partner] : null;
            (string? words, CodeRemark remark) = description is null ? (null, default) : CodeRemark.Split(Clean(grid.TextOf(description)));
            remark = remark.And(Remarks(grid, columns, row, column));
            // A modifier goes with the code of its row; neither its text nor its stance is the modifier's own.
            if (codes.System == CodeSystem.Modifier) (words, remark) = (null, default);
            CodeGroup own = codes.System == CodeSystem.Modifier ? CodeGroup.None : headed && codes.Stance is { } stance ? new(grid.Head(column), stance, codes.System ?? group.System) : group;
            foreach (CodeMention mention in mentions)
            {
                bool follows = mentions.Count == 1 && description is not null && description.Span.Start >= mention.Span.End && description.RowSpan <= 1;
                SourceSpan span = follows ? SourceSpan.Cover(mention.Span, description!.Span.Trim(text)) : mention.Span;
                listed.Add(new(mention, span, words, remark, own, section, ListingPlace.CodeTable, ConfidenceOf(grid, column, words)));
            }
        }
    }

    private static double ConfidenceOf(TableGrid grid, int column, string? description) =>
        (CodeColumns.NamesCodes(grid.Head(column)) ? 0.97 : 0.9) + (description is null ? 0 : 0.02);

    /// <summary>What the columns after a code column, up to the next one, remark on the row.</summary>
    private static CodeRemark Remarks(TableGrid grid, ImmutableArray<CodeColumn> columns, int row, int code)
    {
        var remark = default(CodeRemark);
        for (int column = 0; column < columns.Length; column++)
        {
            if (column > code && columns[column].Role == ColumnRole.Code && columns[column].Partner is not null) break;
            string cell = grid.TextOf(row, column);
            if (cell.Length == 0) continue;
            switch (columns[column].Role)
            {
                case ColumnRole.StanceMark when CodeColumns.IsMark(cell):
                    remark = remark with { Stance = remark.Stance ?? columns[column].Stance };
                    break;
                case ColumnRole.Note:
                    CodeRemark note = CodeRemark.Read(cell);
                    remark = remark.And(CodeColumns.IsMark(cell) ? note with { Note = grid.Head(column), Stance = columns[column].Stance } : note);
                    break;
                case ColumnRole.Effective:
                    remark = remark with { Effective = remark.Effective ?? DateIn(cell) };
                    break;
                case ColumnRole.End:
                    remark = remark with { End = remark.End ?? DateIn(cell) };
                    break;
            }
        }
        return remark;
    }

    private static PartialDate? DateIn(string cell) =>
        DateScanner.Find(cell, new SourceSpan(0, cell.Length), bareYears: true) is [var first, ..] ? first.Date : null;

    /// <summary>A head row inside the table (a new table run on, or heads repeated on a page).</summary>
    private static bool Head(TableGrid grid, ImmutableArray<CodeColumn> columns, int row)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role != ColumnRole.Code || !grid.StartsAt(row, column)) continue;
            string cell = grid.TextOf(row, column);
            if (cell.Length is > 0 and < 60 && CodeColumns.NamesCodes(cell) && CodeColumns.SystemNamedAlone(cell) is null && grid.FilledCells(row).Count > 1) return !grid.HoldsCode(row);
        }
        return false;
    }

    /// <summary>A head takes a stance for all rows where it stands over words ("Code | Not Medically Necessary"), not over marks.</summary>
    private static CodeGroup HeadGroup(TableGrid grid, ImmutableArray<CodeColumn> columns, int from, int to, CodeGroup group)
    {
        for (int row = from; row < to; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                if (columns[column].Role is not (ColumnRole.Description or ColumnRole.Other) || !grid.StartsAt(row, column)) continue;
                string head = grid.TextOf(row, column);
                if (GroupStance.Of(head) is { } stance) return new(head, stance, CodeLabels.NamedIn(head) ?? group.System);
            }
        }
        return group;
    }

    /// <summary>A lone cell heads the rows below it where it is set over the table, or says so; a remark under such a head ("no specific code") does not.</summary>
    private static bool HeadsGroup(TableGrid grid, TableCell cell)
    {
        string words = grid.TextOf(cell);
        if (NoCode().IsMatch(words) || words.Length > 300) return false;
        if (GroupLike().IsMatch(words) || CodeLabels.NamedIn(words) is not null || GroupStance.Of(words) is not null) return true;
        return words.Length <= 120 && (cell.ColumnSpan * 2 > grid.Columns || cell.Column == 0);
    }

    private static CodeGroup RowGroup(string label, CodeGroup outer, ref CodeSystem? rowSystem)
    {
        if (CodeColumns.SystemNamedAlone(label) is { } system)
        {
            rowSystem = system;
            return outer;
        }
        CodeSystem? named = CodeLabels.NamedIn(label);
        rowSystem = named ?? rowSystem;
        // "Other CPT codes related …" stands beside a heading "CPT codes covered …", not under it.
        bool beside = named is not null && outer.Label is not null && CodeLabels.NamedIn(outer.Label) is not null;
        return CodeGroup.Under(beside ? outer with { Stance = null } : outer, label);
    }

    private static CodeSystem? SystemOfRow(TableGrid grid, ImmutableArray<CodeColumn> columns, int row)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role is ColumnRole.System or ColumnRole.Code && CodeColumns.SystemNamedAlone(grid.TextOf(row, column)) is { } system) return system;
        }
        return null;
    }

    /// <summary>A row without code whose words stand in a description column go on with the description above.</summary>
    private static bool GoesOn(TableGrid grid, ImmutableArray<CodeColumn> columns, int row, List<TableCell> cells) =>
        cells.Count == 1 && cells[0].Row == row && cells[0].ColumnSpan <= 1 && cells[0].Column > 0
        && columns.Any(c => c.Role == ColumnRole.Code && c.Partner == cells[0].Column) && !GroupLike().IsMatch(grid.TextOf(cells[0]));

    private void Continue(List<ListedCode> listed, TableCell cell)
    {
        ListedCode last = listed[^1];
        (string? words, CodeRemark remark) = CodeRemark.Split(Clean($"{last.Description} {cell.Span.Slice(text)}"));
        listed[^1] = last with { Description = words, Remark = remark.And(last.Remark), Span = last.Span.End <= cell.Span.Start ? SourceSpan.Cover(last.Span, cell.Span.Trim(text)) : last.Span };
    }

    [GeneratedRegex(@"^(?:\d{1,2}[-/.|]\d{1,2}[-/.|]\d{2,4}|\d{1,2}[-/]\d{4}|(?:19|20)\d\d(?:-\d\d){0,2}|\p{L}{3,9}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyDate();

    internal static string Clean(string words) => White().Replace(words, " ").Trim(' ', '|');

    /// <summary>A short cell with digits that is no date, share or amount.</summary>
    [GeneratedRegex(@"^(?=.*\d)(?=.*\d.*\d)[A-Za-z\d][A-Za-z\d.\s]{2,8}[*†‡]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AlmostCode();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    [GeneratedRegex(@"\bno (?:specific|unique|established|assigned)? ?codes?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoCode();

    [GeneratedRegex(@":\s*$|^(?:the )?following\b|\bcodes?\b.*\b(?:covered|necessary|investigational)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroupLike();
}
