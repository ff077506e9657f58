using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.History;

/// <summary>
/// Reads a table of changes. Which column holds dates, notes, states and actors follows from the header's words and from what stands in the
/// columns. Of several date columns the one that tells the entries apart is taken; a row without a date goes on with the row above.
/// </summary>
public static partial class HistoryTable
{
    public static List<HistoryRow> Read(string text, TableBlock table)
    {
        var rows = new List<HistoryRow>();
        Columns columns = Columns.Of(text, table);
        if (table.Rows > 0 && DocumentList().IsMatch(RowSpan(text, table, 0).Slice(text))) return rows;
        if (columns.Dates.Count == 0 && !Enumerable.Range(0, table.Rows).Any(r => RowDates(text, table, r, columns).Count > 0)) return rows;
        SourceSpan? led = null;
        for (int r = columns.HeaderRows; r < table.Rows; r++)
        {
            SourceSpan? note = CellAt(table, r, columns.Note), status = CellAt(table, r, columns.Status), actor = CellAt(table, r, columns.Actor);
            if (status is null && note is { } cell && actor is null) (note, status, actor) = Led(text, cell, ref led);
            SourceSpan span = RowSpan(text, table, r);
            if (span.IsEmpty) continue;
            IReadOnlyList<DateMention> dates = RowDates(text, table, r, columns);
            if (dates.Count == 0)
            {
                // The row goes on from the page or line before.
                if (rows.Count > 0 && (note ?? status) is { } more) rows[^1] = rows[^1].GoOn(more, span);
                continue;
            }
            if (note is { } n && dates.Any(d => n.Contains(d.Span)) && n.Start == dates[0].Span.Start) note = new SourceSpan(dates[^1].Span.End, n.End).Trim(text);
            // A state that spans several rows stands only in the first of them.
            if (status is null && note is null && rows.Count > 0) status = rows[^1].Status;
            // Several dates in a cell stand beside as many lines of the same actor.
            if (actor is { } named && dates.Count > 1) actor = Once(text, named, dates.Count);
            foreach (DateMention date in dates) rows.Add(new(date.Date, note, status, actor, span));
        }
        return rows;
    }

    /// <summary>
    /// A cell that begins with what was done ("Revised: Policy Committee") says so for the rows below too, down to the next that does. What is left
    /// and names only a body is the actor.
    /// </summary>
    private static (SourceSpan? Note, SourceSpan? Status, SourceSpan? Actor) Led(string text, SourceSpan cell, ref SourceSpan? led)
    {
        Match label = LeadLabel().Match(text, cell.Start, cell.Length);
        if (label.Success) led = new SourceSpan(label.Groups["act"].Index, label.Groups["act"].Index + label.Groups["act"].Length);
        if (led is null) return (cell, null, null);
        SourceSpan rest = label.Success ? new SourceSpan(label.Index + label.Length, cell.End).Trim(text) : cell;
        if (rest.IsEmpty) return (null, led, null);
        return rest.Length < 90 && ActorWord().IsMatch(rest.Slice(text)) && text[rest.End - 1] != '.' ? (null, led, rest) : (rest, label.Success ? led : null, null);
    }

    [GeneratedRegex(@"\G\s*(?<act>(?:document\s|policy\s)?(?:created|revised|reviewed|approved|updated|adopted|archived))\s?:\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadLabel();

    /// <summary>Dates of the row: the column of dates that counts, another date column, else any cell but the note, else the note's beginning.</summary>
    private static IReadOnlyList<DateMention> RowDates(string text, TableBlock table, int row, Columns columns)
    {
        foreach (int column in columns.Dates)
        {
            if (CellAt(table, row, column) is { } cell && DatesOf(text, cell) is { Count: > 0 } dates) return dates;
        }
        foreach (TableCell cell in table.Row(row).Where(c => c.Row == row && c.Column != columns.Note && !c.Span.IsEmpty))
        {
            if (DateScanner.Find(text, cell.Span) is { Count: > 0 } dates) return [dates[^1]];
        }
        return CellAt(table, row, columns.Note) is { } note && DateScanner.Find(text, note) is [var first, ..] && first.Span.Start - note.Start <= 2 ? [first] : [];
    }

    /// <summary>In a cell of nothing else 03/19 is a month, and 2011 a year.</summary>
    private static IReadOnlyList<DateMention> DatesOf(string text, SourceSpan cell) =>
        DateScanner.Find(text, cell, bareYears: cell.Trim(text).Length == 4, shortMonths: cell.Trim(text).Length <= 5);

    private static SourceSpan Once(string text, SourceSpan span, int times)
    {
        string all = string.Join(' ', span.Slice(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        int length = (all.Length - times + 1) / times;
        return length > 2 && all == string.Join(' ', Enumerable.Repeat(all[..length], times)) ? new SourceSpan(span.Start, span.Start + length).Trim(text) : span;
    }

    private static SourceSpan? CellAt(TableBlock table, int row, int column)
    {
        foreach (TableCell cell in table.Row(row))
        {
            if (cell.Row == row && cell.Column <= column && column < cell.Column + cell.ColumnSpan && !cell.Span.IsEmpty) return cell.Span;
        }
        return null;
    }

    private static SourceSpan RowSpan(string text, TableBlock table, int row)
    {
        SourceSpan? all = null;
        foreach (TableCell cell in table.Row(row).Where(c => c.Row == row && !c.Span.IsEmpty)) all = all is { } s ? SourceSpan.Cover(s, cell.Span) : cell.Span;
        return all is { } span ? span.Trim(text) : default;
    }

    private sealed record Columns(int HeaderRows, List<int> Dates, int Note, int Status, int Actor)
    {
        public static Columns Of(string text, TableBlock table)
        {
            var header = new string[table.Columns];
            // A first row of one cell is the table's title.
            bool headed = table.Rows > 1 && !table.Row(0).Any(c => DateScanner.Find(text, c.Span).Count > 0) && table.Row(0).Any(c => HeaderWord().IsMatch(c.Span.Slice(text)));
            for (int c = 0; c < table.Columns; c++) header[c] = headed && CellAt(table, 0, c) is { } cell ? cell.Slice(text) : "";
            int from = headed ? 1 : 0;
            var dates = new List<(int Column, double Rank)>();
            for (int c = 0; c < table.Columns; c++)
            {
                List<PartialDate> found = [];
                int filled = 0;
                for (int r = from; r < table.Rows; r++)
                {
                    if (CellAt(table, r, c) is not { } cell) continue;
                    filled++;
                    if (DatesOf(text, cell) is [var first, ..] && first.Span.Start - cell.Start <= 3 && first.Span.Length >= cell.Length / 3) found.Add(first.Date);
                }
                if (found.Count == 0 || found.Count * 3 < filled) continue;
                dates.Add((c, found.Distinct().Count() + (EffectiveHeader().IsMatch(header[c]) ? 0.6 * found.Count : 0)));
            }
            List<int> ordered = [.. dates.OrderByDescending(d => d.Rank).Select(d => d.Column)];
            List<int> others = [.. Enumerable.Range(0, table.Columns).Where(c => !ordered.Contains(c) && Enumerable.Range(from, table.Rows - from).Any(r => CellAt(table, r, c) is not null))];
            int actor = others.FirstOrDefault(c => ActorHeader().IsMatch(header[c]) || Share(text, table, from, c, ActorWord()) > 0.6, -1);
            int note = others.LastOrDefault(c => c != actor && NoteHeader().IsMatch(header[c]), -1);
            if (note < 0) note = others.LastOrDefault(c => c != actor, actor);
            int status = others.FirstOrDefault(c => c != note && c != actor, -1);
            return new(from, ordered, note, status, actor == note ? -1 : actor);
        }

        private static double Share(string text, TableBlock table, int from, int column, Regex form)
        {
            int filled = 0, matching = 0;
            for (int r = from; r < table.Rows; r++)
            {
                if (CellAt(table, r, column) is not { } cell) continue;
                filled++;
                if (cell.Length < 90 && form.IsMatch(cell.Slice(text))) matching++;
            }
            return filled == 0 ? 0 : (double)matching / filled;
        }
    }

    /// <summary>A table that lists other documents with their numbers and titles.</summary>
    [GeneratedRegex(@"\b(?:document|policy)\s(?:number|\#)[\s\S]*\btitle\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentList();

    [GeneratedRegex(@"\b(?:date|dates|action|activity|status|comments?|summary|changes?|revisions?|description|notes?|reason|committee|history|version|details?|updates?|type)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderWord();

    [GeneratedRegex(@"\beffective\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EffectiveHeader();

    [GeneratedRegex(@"\b(?:action|activity|comments?|summary|changes?|description|notes?|reason|details?|updates?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteHeader();

    [GeneratedRegex(@"\b(?:committee|by|source|reviewer|author|approver)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActorHeader();

    [GeneratedRegex(@"\b(?:committee|panel|pharmacist|director|group|board|council|department|nurse|staff|team)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActorWord();
}

/// <summary>An entry as the table gives it; spans are of its cells.</summary>
public sealed record HistoryRow(PartialDate? Date, SourceSpan? Note, SourceSpan? Status, SourceSpan? Actor, SourceSpan Span)
{
    public HistoryRow GoOn(SourceSpan more, SourceSpan row) =>
        this with { Note = Note is { } note ? SourceSpan.Cover(note, more) : more, Span = SourceSpan.Cover(Span, row) };
}
