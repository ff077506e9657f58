using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;

namespace Ingest.Extractors.History;

/// <summary>
/// Reads entries from lines: date first ("06/13/2007 Medical Director review", "2023: September"), actor or act first ("Medical Policy Group, May 2022:
/// …"), a label over a list of dates ("Revised Dates:"), and many dates under one label ("Committee: 05/23/2006, 01/28/2015 (updated template)").
/// </summary>
/// <param name="columns">Of the section before, whose table goes on under a heading inside it.</param>
public sealed partial class HistoryLines(string text, SourceSpan? heading = null, UnruledHistory? columns = null)
{
    /// <summary>Longest text that can stand before a date and still name an actor or act.</summary>
    private const int LongestActor = 80;

    private readonly List<HistoryRow> _rows = [];
    private readonly UnruledHistory _columns = columns ?? new();
    private SourceSpan? _label = heading;

    public List<HistoryRow> Rows => _rows;

    /// <summary>The columns of a table without ruling, to go on with in the next section.</summary>
    public UnruledHistory Columns => _columns;

    public void Add(FieldLine line, bool firstOfBlock)
    {
        SourceSpan content = Content(line.Span);
        if (content.IsEmpty || _columns.Take(text, content, _rows)) return;
        if (RunOn().IsMatch(text, content.Start))
        {
            int from = content.Start;
            foreach (Match next in NextEntry().EnumerateSlice(text, content))
            {
                Entry(line, new SourceSpan(from, next.Index).Trim(text), firstOfBlock || from > content.Start);
                from = next.Index;
            }
            Entry(line, new SourceSpan(from, content.End).Trim(text), firstOfBlock || from > content.Start);
            return;
        }
        Entry(line, content, firstOfBlock);
    }

    private void Entry(FieldLine line, SourceSpan content, bool firstOfBlock)
    {
        IReadOnlyList<DateMention> dates = DateScanner.Find(text, content, bareYears: YearFirst().IsMatch(content.Slice(text)));
        if (BeginsRecord(text, content)) dates = DateScanner.Find(text, content, shortMonths: true);
        if (ShortMonthFirst().Match(text, content.Start, content.Length) is { Success: true } month) dates = [.. DateScanner.Find(text, new(month.Index, month.Index + month.Length), shortMonths: true), .. dates];
        if (dates.Count == 0)
        {
            Continue(line, content, firstOfBlock);
            return;
        }
        DateMention first = dates[0];
        SourceSpan before = new SourceSpan(content.Start, first.Span.Start).Trim(text);
        if (before.IsEmpty)
        {
            StartWithDate(content, dates, line);
            return;
        }
        // A date that stands alone is waiting for its note, whatever dates that tells of.
        bool field = DateLabel.Before(text, content.Start, first.Span.Start) is { Closed: true } closed && closed.Start == content.Start && closed.Words <= 4;
        if (!field && _rows is [.., var waiting] && (waiting.Note is null || waiting.Note == _label) && firstOfBlock && waiting.Date is not null)
        {
            Continue(line, content, firstOfBlock);
            return;
        }
        DateLabel.Reading? label = DateLabel.Before(text, content.Start, first.Span.Start);
        if (label is { Kind: PolicyDateKind.NextReview or PolicyDateKind.End } && label.Value.Start == content.Start) return;
        bool named = before.Length <= LongestActor && !Verb().IsMatch(before.Slice(text)) && (firstOfBlock || _rows.Count == 0 || text[before.End - 1] is ':' or ',');
        if (!named || Reference().IsMatch(before.Slice(text)))
        {
            Continue(line, content, firstOfBlock);
            return;
        }
        if (dates.Count > 1 && IsList(dates, content)) Spread(content, dates);
        else StartWithActor(content, before, first);
    }

    /// <summary>Whether the line is a label of what was done, a colon and dates: there 6/23 is a month.</summary>
    public static bool BeginsRecord(string text, SourceSpan line) =>
        line.In(text).Contains(':') && DateScanner.Find(text, line, shortMonths: true) is [var first, ..] && DateLabel.Before(text, line.Start, first.Span.Start) is { Closed: true, Kind: PolicyDateKind.Revised or PolicyDateKind.LastReview or PolicyDateKind.Approved or PolicyDateKind.OriginalEffective } label
        && label.Start == line.Start && text.AsSpan(label.Start, first.Span.Start - label.Start).Contains(':');

    private void StartWithDate(SourceSpan content, IReadOnlyList<DateMention> dates, FieldLine line)
    {
        int end = dates[0].Span.End;
        var together = new List<DateMention> { dates[0] };
        foreach (DateMention date in dates.Skip(1))
        {
            if (!ListJoin().IsMatch(text[end..date.Span.Start])) break;
            together.Add(date);
            end = date.Span.End;
        }
        SourceSpan note = Lead(new(end, content.End));
        // Dates side by side without words of their own are a list; with words the first dates the entry.
        if (note.IsEmpty)
        {
            // Under "Last Review" or "Next Review" stands a date of the policy, no entry.
            if (_label is { } over && DateLabel.Whole(text, over) is { Single: true }) return;
            foreach (DateMention date in together) _rows.Add(new(date.Date, _label, _label, null, date.Span));
            return;
        }
        if (together.Count > 1 && end < content.End) note = Lead(new(dates[0].Span.End, content.End));
        _rows.Add(new(dates[0].Date, note, _label, null, content));
    }

    private void StartWithActor(SourceSpan content, SourceSpan before, DateMention date)
    {
        SourceSpan after = Lead(new(date.Span.End, content.End));
        SourceSpan actor = TrimEnd(before);
        bool period = after.Length > 0 && PeriodEnd().IsMatch(after.Slice(text));
        _rows.Add(after.IsEmpty || period
            ? new(date.Date, after.IsEmpty ? actor : new(actor.Start, content.End), null, null, content)
            : new(date.Date, after, null, actor, content));
    }

    /// <summary>Every date is an entry; its note is what stands in brackets after it, else the words before the run of dates.</summary>
    private void Spread(SourceSpan content, IReadOnlyList<DateMention> dates)
    {
        int from = content.Start;
        SourceSpan? label = null;
        for (int i = 0; i < dates.Count; i++)
        {
            SourceSpan gap = new(from, dates[i].Span.Start);
            SourceSpan words = LabelOf(gap);
            if (!words.IsEmpty) label = words;
            // What is to come is no entry.
            if (label is { } coming && DateLabel.Whole(text, coming) is { Kind: PolicyDateKind.NextReview or PolicyDateKind.End })
            {
                from = dates[i].Span.End;
                continue;
            }
            int next = i + 1 < dates.Count ? dates[i + 1].Span.Start : content.End;
            Match bracket = Bracket().Match(text, dates[i].Span.End, next - dates[i].Span.End);
            SourceSpan? note = bracket.Success ? new SourceSpan(bracket.Groups["note"].Index, bracket.Groups["note"].Index + bracket.Groups["note"].Length) : label;
            from = bracket.Success ? bracket.Index + bracket.Length : dates[i].Span.End;
            // Before a remark of its own "Revised" says what was done, "Policy Committee" who did it.
            bool act = !bracket.Success || (label is { } l && DateLabel.Whole(text, l) is not null && !Decides().IsMatch(l.Slice(text)));
            _rows.Add(new(dates[i].Date, note, act ? label : null, act ? null : label, new(dates[i].Span.Start, bracket.Success ? from : dates[i].Span.End)));
        }
    }

    private void Continue(FieldLine line, SourceSpan content, bool firstOfBlock)
    {
        if (ColumnNames().IsMatch(content.Slice(text)))
        {
            _label = null;
            return;
        }
        if (IsLabel(content))
        {
            _label = TrimEnd(content);
            return;
        }
        if (_rows.Count == 0) return;
        HistoryRow last = _rows[^1];
        bool bare = last.Note is null || last.Note == _label;
        // "03-01-2025 Medical Policy Panel", and what the panel did in the paragraph below.
        if (last is { Actor: null, Note: { } body } && body != _label && firstOfBlock && line.Block is ParagraphBlock && Body().IsMatch(body.Slice(text)) && content.Start > body.End)
        {
            _rows[^1] = last with { Actor = body, Note = content, Span = SourceSpan.Cover(last.Span, content) };
            return;
        }
        bool unfinished = last.Note is { } note && text[note.End - 1] is not ('.' or '!' or '?' or '”' or '"');
        bool lower = char.IsLower(text[content.Start]);
        if (!firstOfBlock || bare || line.Block is ListItemBlock { Depth: > 0 } || (unfinished && lower)) _rows[^1] = bare ? last with { Note = content, Span = SourceSpan.Cover(last.Span, content) } : last.GoOn(content, content);
    }

    private bool IsLabel(SourceSpan content) =>
        content.Length <= 60 && (text[content.End - 1] == ':' || DateLabel.Whole(text, content) is not null) && !char.IsDigit(text[content.Start]);

    private bool IsList(IReadOnlyList<DateMention> dates, SourceSpan content)
    {
        int joined = 0;
        for (int i = 1; i < dates.Count; i++)
        {
            string gap = text[dates[i - 1].Span.End..dates[i].Span.Start];
            if (ListJoin().IsMatch(gap) || BracketJoin().IsMatch(gap) || LabelJoin().IsMatch(gap)) joined++;
        }
        return joined >= dates.Count - 1 && text.AsSpan(content.Start, dates[0].Span.Start - content.Start).IndexOfAny(":,") >= 0 | joined > 0;
    }

    private SourceSpan LabelOf(SourceSpan gap)
    {
        SourceSpan trimmed = gap;
        while (trimmed.Length > 0 && (char.IsWhiteSpace(text[trimmed.Start]) || text[trimmed.Start] is ',' or ';' or '.' or ')')) trimmed = new(trimmed.Start + 1, trimmed.End);
        return TrimEnd(trimmed) is { Length: > 2 } words && !ListJoin().IsMatch(words.Slice(text)) ? words : new(gap.Start, gap.Start);
    }

    private SourceSpan Content(SourceSpan line)
    {
        int start = line.Start;
        while (start < line.End && (char.IsWhiteSpace(text[start]) || text[start] is '•' or '▪' or '-' or '–' or '*' or '➢' or 'o' && start + 1 < line.End && text[start + 1] == ' ')) start++;
        return new(start, line.End);
    }

    private SourceSpan Lead(SourceSpan span)
    {
        int start = span.Start;
        while (start < span.End && (char.IsWhiteSpace(text[start]) || text[start] is ':' or ';' or ',' or '-' or '–' or '—' or '.' or '|' or '*' or '•' or '▪')) start++;
        return new SourceSpan(start, span.End).Trim(text);
    }

    private SourceSpan TrimEnd(SourceSpan span)
    {
        int end = span.End;
        while (end > span.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or ',' or ';' or '-' or '–' or '(' or '*')) end--;
        return new(span.Start, end);
    }

    [GeneratedRegex(@"^(?:19|20)\d\d\b(?!\s?(?:codes?|cpt|hcpcs|annual))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    /// <summary>The name of a body that decides, and nothing else.</summary>
    [GeneratedRegex(@"^(?:[A-Z&][\w&/-]*\s(?:(?:and|of|&)\s)?){0,6}(?:Committee|Panel|Board|Council|Department|Subcommittee|Group)$", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(?:committee|panel|board|council|director|group|department)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decides();

    /// <summary>"4/08 Original. 10/15 Reviewed. 10/17/23 Revised": entries one after the other in a line, each with its date and what was done.</summary>
    [GeneratedRegex(@"\G\d{1,2}/(?:\d{1,2}/)?\d{2,4}\s?[:–-]?\s+[A-Z][^.;\d]{2,80}[.;]\s+\d{1,2}/(?:\d{1,2}/)?\d{2,4}\s?[:–-]?\s+[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex RunOn();

    [GeneratedRegex(@"(?<=[.;]\s+)\d{1,2}/(?:\d{1,2}/)?\d{2,4}(?=\s?[:–-]?\s+[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex NextEntry();

    /// <summary>"1/26 Annual review": a month and a year where an entry begins.</summary>
    [GeneratedRegex(@"\G(?:0?[1-9]|1[0-2])/[0-4]\d(?=\s?[:–-]|\s+[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortMonthFirst();

    /// <summary>The head of a table whose ruling is lost.</summary>
    [GeneratedRegex(@"^(?=.*\b(?:summary|action|reason|description|comments?|changes|revisions?)\b)(?=\W*(?:\w+\s)*dates?\b)\W*(?:(?:effective|review|revision|approval|action|date|dates|version|status|summary|of|changes?|reason|reasons|description|comments?|revisions?|for|and|by|notes?)\W*){2,8}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNames();

    /// <summary>Sentences have verbs; names of actors and acts have participles at most.</summary>
    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|will|shall|may|must|should|can)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:accessed|available at|doi|pmid|retrieved|©|copyright)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[\s,;/&]*(?:and\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListJoin();

    [GeneratedRegex(@"^\s?\([^()]*(?:\([^()]*\)[^()]*)*\)?[\s,;.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketJoin();

    [GeneratedRegex(@"^[\s,;.)]*(?:\([^)]*\)[\s,;.]*)?(?:[A-Z][\w&/()-]*(?:\s[\w&/()-]+){0,5})\s*:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelJoin();

    [GeneratedRegex(@"\G\s?\((?<note>[^()]*(?:\([^()]*\)[^()]*)*)\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?:through|to|until|and)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeriodEnd();
}
