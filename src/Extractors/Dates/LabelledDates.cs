using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Dates;

/// <summary>A date with the label that says what of the policy it dates.</summary>
public readonly record struct LabelledDate(PolicyDateKind Kind, DateMention Mention, LineZone Zone, double Confidence);

/// <summary>Pairs dates with their labels: before the date in its line, in the cell to the left or above, or in the line above.</summary>
public static partial class LabelledDates
{
    /// <summary>Longest line of body text that is still a field and no sentence.</summary>
    private const int FieldLength = 90;

    /// <summary>Lines after its title in which a coverage determination gives its dates.</summary>
    private const int LinesOfDetermination = 3;

    public static IEnumerable<LabelledDate> In(SectionedPolicy policy, ImmutableArray<FieldLine> lines, IReadOnlySet<string> payerWords)
    {
        DateLabel.Reading? carried = null;
        FieldLine? carrier = null;
        int others = -1;
        foreach (FieldLine line in lines)
        {
            // Under the name of another authority's determination stand its dates, not the policy's.
            if (line.Zone is LineZone.Body && Determination().IsMatch(line.Span.Slice(policy.Text))) others = line.Ordinal + LinesOfDetermination;
            if (line.Zone is LineZone.Body && line.Ordinal <= others)
            {
                carried = null;
                continue;
            }
            IReadOnlyList<DateMention> dates = line.Zone == LineZone.Foreign ? [] : DateScanner.Find(policy.Text, line.Span, bareYears: true, shortMonths: true);
            if (line.Zone == LineZone.Foreign || (line.Zone == LineZone.Body && line.Table is not null && !IsField(policy.Text, line, dates, payerWords)))
            {
                carried = null;
                continue;
            }
            if (dates.Count == 0)
            {
                carried = DateLabel.Whole(policy.Text, line.Span, payerWords);
                carrier = carried is null ? null : line;
                continue;
            }
            DateLabel.Reading? outer = LabelOf(policy.Text, line, dates[0], carried, carrier, payerWords);
            foreach (LabelledDate dated in InLine(policy.Text, line, dates, outer, payerWords)) yield return dated;
            // A label over a list dates every item that is a date and no more.
            if (line.Block is not ListItemBlock || carrier is null) carried = null;
        }
    }

    private static IEnumerable<LabelledDate> InLine(
        string text, FieldLine line, IReadOnlyList<DateMention> dates, DateLabel.Reading? outer, IReadOnlySet<string> payerWords)
    {
        DateLabel.Reading? label = outer;
        bool record = IsRecord(text, line, dates, payerWords);
        // A long list of dates in the record of changes is history, whatever its label.
        if (line.Zone == LineZone.History && dates.Count > 1) yield break;
        int from = line.Span.Start;
        foreach (DateMention date in dates)
        {
            bool follows = label is not null && OnlyJoins(text.AsSpan(from, date.Span.Start - from));
            if (!follows)
            {
                label = DateLabel.Before(text, from, date.Span.Start, payerWords) is { } own && (record || Stands(text, line, from, own, date, dates)) ? own : null;
            }
            from = date.Span.End;
            if (label is not { } l) continue;
            // "3/24" is a month only right after a label that ends, or after another date of the list.
            if (IsShortMonth(text, date) && !follows && !l.Closed && line.Cell is null) continue;
            if (date.Date.Precision == DatePrecision.Year && !EndsField(text, line, date)) continue;
            yield return new(l.Kind, date, line.Zone, Confidence(line, l));
        }
    }

    /// <summary>
    /// Whether the words are a label and no part of a sentence: they begin the line (or follow another date or a sign that parts fields),
    /// or they are closed by a colon and written like a label.
    /// </summary>
    private static bool Stands(string text, FieldLine line, int from, DateLabel.Reading label, DateMention date, IReadOnlyList<DateMention> dates)
    {
        ReadOnlySpan<char> gap = text.AsSpan(from, label.Start - from).Trim(" \t*•▪–-#_[(,;|.➢☐☒®");
        bool begins = gap.IsEmpty || (label.Start >= 2 && text[label.Start - 1] is ';' or '|' or '\t') || (label.Start > from + 1 && text[label.Start - 2] is ';' or '|');
        // "Concert Effective Date" is a date of Concert: in mid-line a bare label needs a field or figure before it.
        ReadOnlySpan<char> ahead = text.AsSpan(from, label.Start - from).TrimEnd();
        bool parted = label.Single || text.AsSpan(label.Start).StartsWith("Date ", StringComparison.OrdinalIgnoreCase) || ahead.IsEmpty || !char.IsLetter(ahead[^1]) || ahead.Contains(':');
        bool written = label.Closed && char.IsUpper(text[label.Start]) && parted;
        if (line.Zone is LineZone.Front or LineZone.Furniture or LineZone.Administrative) return begins ? begins && (label.Closed || line.Span.Length <= 2 * FieldLength || dates.Count > 1) : written;
        bool field = label.Closed && (line.Span.Length <= FieldLength || dates.Count > 1);
        return begins && (field || (line.Zone != LineZone.History && line.Span.Length - (date.Span.End - label.Start) <= 4));
    }

    private static DateLabel.Reading? LabelOf(
        string text, FieldLine line, DateMention first, DateLabel.Reading? carried, FieldLine? carrier, IReadOnlySet<string> payerWords)
    {
        if (!text.AsSpan(line.Span.Start, first.Span.Start - line.Span.Start).Trim(" *•–-").IsEmpty) return null;
        if (line is { Table: { } table, Cell: { } cell })
        {
            TableCell? left = table.LeftOf(cell), above = table.Above(cell);
            DateLabel.Reading? beside = left is null ? null : DateLabel.Whole(text, left.Span, payerWords);
            if (beside is { } b && (b.Closed || line.Zone != LineZone.History)) return b;
            if (line.Zone == LineZone.History) return null;
            return above is not null && DateLabel.Whole(text, above.Span, payerWords) is { } over ? over : SameCell(line, carrier) ? carried : null;
        }
        if (carrier is null || carried is not { } over1) return null;
        if (line.Block is ListItemBlock && carrier.Section == line.Section && line.Zone != LineZone.History)
            return text.AsSpan(first.Span.End, line.Span.End - first.Span.End).Trim(" .;").IsEmpty ? carried : null;
        if (carrier.Ordinal != line.Ordinal - 1) return null;
        // In a record of changes a line of label words heads a list of entries, unless it can only be a field ("Last Review").
        return line.Zone != LineZone.History || (line.Block is ParagraphBlock && over1.Words > 1 && over1.Single && line.Span.Length <= first.Span.Length + 2) ? carried : null;
    }

    private static bool IsShortMonth(string text, DateMention date) => date.Date.Precision == DatePrecision.Month && date.Span.Length <= 5 && date.Span.In(text).Contains('/');

    private static bool SameCell(FieldLine line, FieldLine? carrier) => carrier?.Cell == line.Cell;

    private static bool OnlyJoins(ReadOnlySpan<char> gap)
    {
        // "6/23 (one indication added); 12/23": what is said of a date does not end the list.
        if (gap.TrimStart().StartsWith("(") && gap.IndexOf(')') is > 0 and var close) gap = gap[(close + 1)..];
        ReadOnlySpan<char> rest = gap.Trim(" \t,;/&|()");
        return rest.IsEmpty || rest is "and" or "through" or "to";
    }

    /// <summary>A bare year dates something only where it is the whole value ("Next Review: 2025").</summary>
    private static bool EndsField(string text, FieldLine line, DateMention date) =>
        date.Span.Length > 4 || text.AsSpan(date.Span.End, line.Span.End - date.Span.End).Trim(" .;)").IsEmpty;

    /// <summary>A line of a small table of labels and values, not one of codes or of changes: labelled on its own, or among closed labels.</summary>
    private static bool IsField(string text, FieldLine line, IReadOnlyList<DateMention> dates, IReadOnlySet<string> payerWords)
    {
        TableBlock table = line.Table!;
        if (table.Rows > 12 || table.Columns > 6) return false;
        if (dates is [var only] && DateLabel.Before(text, line.Span.Start, only.Span.Start, payerWords) is { Words: > 1 } label && label.Start - line.Span.Start <= 2) return true;
        return table.Cells.Any(c => DateLabel.Whole(text, c.Span) is { Closed: true });
    }

    /// <summary>Three dates and more under two labels and more: the line that lists when a policy was approved, revised and reviewed.</summary>
    private static bool IsRecord(string text, FieldLine line, IReadOnlyList<DateMention> dates, IReadOnlySet<string> payerWords)
    {
        if (dates.Count < 3 || line.Table is not null) return false;
        int from = line.Span.Start, labels = 0;
        foreach (DateMention date in dates)
        {
            if (DateLabel.Before(text, from, date.Span.Start, payerWords) is { } label && text.AsSpan(from, label.Start - from).Trim(" ;,.").IsEmpty) labels++;
            from = date.Span.End;
        }
        return labels >= 2;
    }

    [GeneratedRegex(@"\b(?:Local|National) Coverage (?:Article|Determination)|\([AL]\d{5}\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Determination();

    private static double Confidence(FieldLine line, DateLabel.Reading label) => line.Zone switch
    {
        LineZone.Front => label.Closed || line.Cell is not null ? 0.97 : 0.9,
        LineZone.Furniture => 0.93,
        LineZone.Administrative => 0.92,
        LineZone.History => 0.8,
        _ => 0.75,
    };
}
