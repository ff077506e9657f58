using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.History;

/// <summary>
/// The policy's own record of changes: tables, lists and lines of its history sections, and, outside them, a line that lists the dates of
/// approvals, revisions and reviews.
/// </summary>
public sealed partial class HistoryExtractor : IFactExtractor<HistoryEntry>
{
    /// <summary>UTF-16 units that one entry of running text can have.</summary>
    private const int LongestEntry = 4000;

    /// <summary>UTF-16 units of a line outside the history that lists dates.</summary>
    private const int LongestRecord = 600;

    /// <summary>Dates from which on labelled lines are a record of changes, not the header's fields said again.</summary>
    private const int FewestOfRecord = 4;

    public Extraction<HistoryEntry> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        ImmutableArray<FieldLine> lines = FieldLines.Of(policy);
        var rows = new List<HistoryRow>();
        HashSet<(PolicyDateKind, PartialDate)> header = HeaderDates(policy, lines);
        UnruledHistory? columns = null;
        foreach (Section section in policy.Sections.Where(s => IsHistory(policy, s)))
        {
            // A line that looks like a heading inside a table without ruling does not end the table.
            if (section.Parent is not { } parent || policy.Sections[parent].Kind != SectionKind.History) columns = null;
            rows.AddRange(RowsOf(policy, section, lines, header, ref columns));
        }
        if (rows.Count == 0) rows.AddRange(RecordTables(policy));
        if (rows.Count == 0) rows.AddRange(RecordLines(policy, lines));
        return rows.Select(r => Entry(policy.Text, r)).OrderBy(e => e.Span.Start).ToImmutableArray();
    }

    /// <summary>A section of that kind, or one of no kind of its own under it.</summary>
    private static bool IsHistory(SectionedPolicy policy, Section section)
    {
        if (section.Kind == SectionKind.History) return true;
        return section is { Kind: SectionKind.Other or SectionKind.Identity or SectionKind.Administrative, Parent: { } parent } && policy.Sections[parent].Kind == SectionKind.History;
    }

    private static List<HistoryRow> RowsOf(SectionedPolicy policy, Section section, ImmutableArray<FieldLine> lines, HashSet<(PolicyDateKind, PartialDate)> header, ref UnruledHistory? columns)
    {
        var rows = new List<HistoryRow>();
        // "Revised Dates" as a heading under the history's says what its entries are.
        SourceSpan? label = section.HeadingSpan is { } heading && DateLabel.Whole(policy.Text, heading) is not null && LabelHeading().IsMatch(heading.Slice(policy.Text)) ? heading : null;
        var reader = new HistoryLines(policy.Text, label, columns);
        Block? block = null;
        foreach (FieldLine line in LogicalLines(policy.Text, lines.Where(l => l.Section == section && !l.IsHeading)))
        {
            bool first = line.Block != block;
            block = line.Block;
            if (block is TableBlock table)
            {
                if (!first) continue;
                rows.AddRange(reader.Rows);
                reader = new HistoryLines(policy.Text, label);
                rows.AddRange(HistoryTable.Read(policy.Text, table));
                continue;
            }
            if (reader.Rows.Count == 0 && rows.Count > 0 && first && Finishes(policy.Text, rows[^1], line))
            {
                rows[^1] = rows[^1].GoOn(line.Span, line.Span);
                continue;
            }
            if (reader.Rows.Count > 0 || !RepeatsHeader(policy.Text, line, header)) reader.Add(line, first);
        }
        rows.AddRange(reader.Rows);
        columns = reader.Columns;
        return rows.Count <= 2 && IsFieldBox(policy.Text, section, lines, rows) ? [] : rows;
    }

    /// <summary>A line below a table that ends its last note: the page broke the sentence, and the row.</summary>
    private static bool Finishes(string text, HistoryRow last, FieldLine line) =>
        last.Note is { IsEmpty: false } note && line.Block is ParagraphBlock && char.IsLower(text[line.Span.Start]) && text[note.End - 1] is not ('.' or '!' or '?' or ':')
        && line.Span.Start > note.End && DateScanner.Find(text, line.Span).Count == 0;

    /// <summary>A box headed "Policy History" that only repeats the header's fields: labels without notes, the next review among them.</summary>
    private static bool IsFieldBox(string text, Section section, ImmutableArray<FieldLine> lines, List<HistoryRow> rows) =>
        rows.All(r => r.Note is not { } note || DateLabel.Whole(text, note) is not null)
        && lines.Any(l => l.Section == section && DateScanner.Find(text, l.Span).Any(d => DateLabel.Before(text, l.Span.Start, d.Span.Start) is { Kind: PolicyDateKind.NextReview }));

    /// <summary>A heading that says of its entries what they did, and is no name of the history itself.</summary>
    [GeneratedRegex(@"\bdates?\b|^\W*(?:reviewed|revised|approved|archived|effective|(?:last|next|annual) review)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelHeading();

    /// <summary>Tables elsewhere whose header names dates and what was done on them.</summary>
    private static IEnumerable<HistoryRow> RecordTables(SectionedPolicy policy)
    {
        foreach (TableBlock table in policy.Document.Blocks.OfType<TableBlock>().Where(t => t.Rows > 1))
        {
            string header = string.Join(' ', table.Row(0).Select(c => c.Span.Slice(policy.Text))).Trim();
            if (header.Length > 120 || !(HistoryHeader().IsMatch(header) || HistoryTitle().IsMatch(header))) continue;
            List<HistoryRow> rows = HistoryTable.Read(policy.Text, table);
            if (rows.Count == 0 || (!HistoryTitle().IsMatch(header) && rows.Count * 2 < table.Rows - 1)) continue;
            foreach (HistoryRow row in rows) yield return row;
        }
    }

    [GeneratedRegex(@"(?=.*\bdates?\b)(?=.*\b(?:history|activity|action|summary of changes|comments?|revisions?|committee)\b)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex HistoryHeader();

    [GeneratedRegex(@"^(?:(?:medical|policy|document|guideline|bcbs\w*|joint|review|the)[\s/]+){0,4}(?:revisions?|history|updates|change (?:summary|log|history)|revision (?:history|details|information|log))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HistoryTitle();

    /// <summary>Lines of paragraphs put together where one goes on in the next: inside brackets, after a comma, or in lower case without a stop before.</summary>
    private static IEnumerable<FieldLine> LogicalLines(string text, IEnumerable<FieldLine> lines)
    {
        FieldLine? open = null;
        foreach (FieldLine line in lines)
        {
            if (open is not null && line.Block is ParagraphBlock && GoesOn(text, open.Span, line.Span))
            {
                open = open with { Span = SourceSpan.Cover(open.Span, line.Span) };
                continue;
            }
            if (open is not null) yield return open;
            open = line.Block is ParagraphBlock ? line : null;
            if (open is null) yield return line;
        }
        if (open is not null) yield return open;
    }

    private static bool GoesOn(string text, SourceSpan open, SourceSpan next)
    {
        if (open.Length + next.Length > LongestEntry) return false;
        int depth = 0;
        foreach (char c in open.In(text)) depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        char last = text[open.End - 1];
        return depth > 0 || last == ',' || (last == ';' && char.IsAsciiDigit(text[next.Start])) || (char.IsLower(text[next.Start]) && last is not ('.' or '?' or '!' or ':' or ';'));
    }

    /// <summary>Lines outside a history section that hold the policy's record: two or more labels of events with their dates.</summary>
    private static List<HistoryRow> RecordLines(SectionedPolicy policy, ImmutableArray<FieldLine> lines)
    {
        var reader = new HistoryLines(policy.Text);
        FieldLine[] candidates = [.. LogicalLines(policy.Text, lines.Where(l => l.Zone is LineZone.Body or LineZone.Administrative && l.Table is null && l.Span.Length <= LongestRecord))];
        // Lines of one label each that stand together: "Created: 6/22", "Revised: 6/23, 12/23", "Reviewed: 5/24".
        var together = candidates.Where(l => l.Zone == LineZone.Administrative && HistoryLines.BeginsRecord(policy.Text, l.Span)).ToHashSet();
        bool record = together.Sum(l => DateScanner.Find(policy.Text, l.Span, shortMonths: true).Count) >= FewestOfRecord && together.Count >= 2;
        foreach (FieldLine line in candidates)
        {
            if (record && together.Contains(line))
            {
                reader.Add(line, true);
                continue;
            }
            IReadOnlyList<DateMention> dates = DateScanner.Find(policy.Text, line.Span);
            if (dates.Count < 3) continue;
            int from = line.Span.Start, events = 0;
            foreach (DateMention date in dates)
            {
                if (DateLabel.Before(policy.Text, from, date.Span.Start) is { Kind: PolicyDateKind.Revised or PolicyDateKind.LastReview or PolicyDateKind.Approved or PolicyDateKind.OriginalEffective }) events++;
                from = date.Span.End;
            }
            if (events >= 2) reader.Add(line, true);
        }
        return reader.Rows;
    }

    /// <summary>A labelled date that the header states too is the header said again, no entry.</summary>
    private static bool RepeatsHeader(string text, FieldLine line, HashSet<(PolicyDateKind, PartialDate)> header) =>
        DateScanner.Find(text, line.Span) is [var only] && DateLabel.Before(text, line.Span.Start, only.Span.Start) is { Closed: true } label
        && text.AsSpan(line.Span.Start, label.Start - line.Span.Start).Trim(" *•_").IsEmpty && header.Contains((label.Kind, only.Date));

    private static HashSet<(PolicyDateKind, PartialDate)> HeaderDates(SectionedPolicy policy, ImmutableArray<FieldLine> lines) =>
        [.. LabelledDates.In(policy, lines, new HashSet<string>()).Where(d => d.Zone is LineZone.Front or LineZone.Furniture).Select(d => (d.Kind, d.Mention.Date))];

    private static HistoryEntry Entry(string text, HistoryRow row)
    {
        string? note = Slice(text, row.Note), status = Slice(text, row.Status), actor = Slice(text, row.Actor);
        ImmutableArray<HistoryCode> codes = row.Note is { } span ? HistoryCodes.Read(text, span) : [];
        HistoryAction action = HistoryActions.Of(status == note ? null : status, note ?? status);
        // "Moved 81225 from one list to the other" names no code by that word.
        if (action == HistoryAction.Other && !codes.IsEmpty) action = HistoryAction.CodingUpdate;
        return new(row.Date, action, actor, note ?? status, codes, row.Span);
    }

    private static string? Slice(string text, SourceSpan? span) => span is { IsEmpty: false } s ? s.Slice(text).Trim().TrimEnd(':') : null;
}
