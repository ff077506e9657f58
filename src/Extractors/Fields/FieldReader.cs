using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Fields;

public enum FieldName { Number, Title, Payer, Category, LinesOfBusiness, States, Other }

/// <summary>A label and what stands beside it: the rest of its line, the cell to the right or below, or the next line. The value may be empty.</summary>
public readonly record struct Field(FieldName Name, SourceSpan Label, SourceSpan Value, FieldLine Line, FieldLine? Source);

/// <summary>
/// Reads the labelled fields of a document's header: "Policy Number: …", "Subject: …", "Line(s) of Business: …", in lines, header grids
/// (label to the left or above), dotted leaders and furniture.
/// </summary>
public static partial class FieldReader
{
    public static ImmutableArray<Field> Read(string text, ImmutableArray<FieldLine> lines)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        for (int i = 0; i < lines.Length; i++)
        {
            FieldLine line = lines[i];
            if (line.Zone is LineZone.Foreign or LineZone.History || (line.Zone == LineZone.Body && line.Table is not null)) continue;
            List<(FieldName Name, SourceSpan Span)> labels = LabelsIn(text, line);
            for (int k = 0; k < labels.Count; k++)
            {
                int end = k + 1 < labels.Count ? labels[k + 1].Span.Start : line.Span.End;
                SourceSpan value = TrimValue(text, new(labels[k].Span.End, end));
                if (!value.IsEmpty || labels[k].Name == FieldName.Other) fields.Add(new(labels[k].Name, labels[k].Span, value, line, line));
                else if (end == line.Span.End) fields.Add(Beside(text, lines, i, labels[k].Name, labels[k].Span));
            }
        }
        return fields.ToImmutable();
    }

    /// <summary>Whether the line is, or begins with, a label.</summary>
    public static bool BeginsWithLabel(string text, FieldLine line) =>
        LabelsIn(text, line) is [var first, ..] && text.AsSpan(line.Span.Start, first.Span.Start - line.Span.Start).Trim(" *_#[(•").IsEmpty;

    private static List<(FieldName Name, SourceSpan Span)> LabelsIn(string text, FieldLine line)
    {
        var found = new List<(FieldName, SourceSpan)>();
        for (Match match = Labels().Match(text, line.Span.Start, line.Span.Length); match.Success; match = match.NextMatch())
        {
            bool whole = match.Index + match.Length >= line.Span.End && match.Index - line.Span.Start <= 2;
            // "POLICY TITLE  GENETIC TESTING": a label of two words that ends in title or name needs no colon at the start of a header line.
            bool spoken = match.Index == line.Span.Start && line.Zone is LineZone.Front or LineZone.Furniture && TitleWords().IsMatch(match.Value);
            // Such words head a field in a grid; a line of its own they head a section.
            if (match.Groups["cell"].Success && line.Cell is null) continue;
            if (!match.Groups["closed"].Success && !whole && !spoken && !match.Groups[nameof(FieldName.Other)].Success) continue;
            foreach (FieldName name in Enum.GetValues<FieldName>())
            {
                if (!match.Groups[name.ToString()].Success) continue;
                // A single word is a label only where a line begins with it or a field has just ended.
                bool begins = text.AsSpan(line.Span.Start, match.Index - line.Span.Start).Trim(" *_#[(•").IsEmpty;
                if (name != FieldName.Other && !begins && !match.ValueSpan.Trim().Contains(' ') && found.Count == 0) break;
                found.Add((name, new(match.Index, match.Index + match.Length)));
                break;
            }
        }
        return found;
    }

    /// <summary>The value of a label that stands alone: right cell, cell below, or next line; the one that is no label itself.</summary>
    private static Field Beside(string text, ImmutableArray<FieldLine> lines, int at, FieldName name, SourceSpan label)
    {
        FieldLine line = lines[at];
        if (line is { Table: { } table, Cell: { } cell })
        {
            if (at + 1 < lines.Length && lines[at + 1].Cell == cell && !BeginsWithLabel(text, lines[at + 1])) return new(name, label, lines[at + 1].Span, line, lines[at + 1]);
            foreach (TableCell? beside in new[] { table.RightOf(cell), table.Below(cell) })
            {
                FieldLine? value = beside is null ? null : lines.FirstOrDefault(l => l.Cell == beside && l.Table == table);
                if (value is not null && !BeginsWithLabel(text, value)) return new(name, label, beside!.Span.Trim(text), line, value);
            }
            return new(name, label, new(line.Span.End, line.Span.End), line, null);
        }
        FieldLine? next = at + 1 < lines.Length ? lines[at + 1] : null;
        bool usable = next is not null && next.Zone == line.Zone && next.Table is null && !BeginsWithLabel(text, next);
        return usable ? new(name, label, next!.Span, line, next) : new(name, label, new(line.Span.End, line.Span.End), line, null);
    }

    private static SourceSpan TrimValue(string text, SourceSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':' or '.' or '…' or '*' or '_' or '|')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '*' or '_' or '|' or '•')) end--;
        return new(start, Math.Max(start, end));
    }

    [GeneratedRegex(@"^(?:\w+\s){1,3}(?:title|name)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleWords();

    // "closed": a colon, a sign for "number" or a leader parts the label from its value; without it the label has to be the whole line.
    [GeneratedRegex(
        """
        (?<![\w#-])(?<!bcbsa\s)(?<!prior\s)(?<!former\s)(?<!previous\s)(?<!see\s)(?<!\bto\s)(?<!\bin\s)
        (?:
          (?<Number>
              (?:(?:medical|clinical|coverage|payment|reimbursement|pharmacy|drug|corporate|benefit|utilization|management|um|health)\s+){0,3}
              (?:policy|guideline|document|doc|bulletin|cpb|criteria|protocol|mp|mcg)(?:\s*/\s*guideline)?\s*(?:(?:reference\s)?number(?:\(s\))?|num\.?|no\.|no(?=\s*:)|id(?:entification)?(?:\s(?:number|no\.?))?(?!\w)|\#|nbr\.?)
            | reference\snumber | (?:number|document)(?=\s*:\s*[A-Z]{0,6}[-.]?\d) | number(?=\s*:) | policy\s*/\s*procedure\s(?:number|\#) | \bmedical\spolicy(?=:?\s*[A-Z]{0,4}[-.]?\d) | (?<cell>medical\spolicy)(?=\s*$) | coverage\spolicy(?=$|\t|\s*:\s*[A-Z]{0,4}[-.]?\d|\s+[A-Z]{2,12}\s?\d{1,4}[A-Z]?\s*$)
          )
        | (?<Title>
              (?:(?:medical|clinical|coverage|drug|pharmacy|payment|reimbursement|corporate)\s+){0,3}(?:policy|guideline|document|bulletin|criteria|protocol)\s+(?:title|name|subject)
            | (?:name|title)\sof\s(?:\w+\s){0,3}(?:policy|guideline) | title | subject | topic | (?:clinical\s)?policy(?=\s*:)
          )
        | (?<Payer> health\splan(?:\sname)? | plan(?:\sname)?(?=\s*:) | enterprise | payer | payor | insurer | company(?=\s*:) )
        | (?<Category> (?:(?:medical\s)?policy\s)?category | section(?=\s*:\s*[A-Za-z]) )
        | (?<LinesOfBusiness> line\(?s?\)?\sof\sbusiness | lob\(?s?\)? | product\slines?(?:\(s\))?(?=\s*:|$) | business\ssegments? | products?\saffected | applicable\s(?:products?|lines?\sof\sbusiness|plans?) | applies\sto(?=\s*:) | product\(?s?\)?(?=\s*:) | (?:plan|product)\stypes?(?=\s*:) | plan\(s\)(?=\s*:)
            | (?<cell>product\(?s?\)?|applies\sto|(?:plan|product)\stypes?|plan\(s\))(?=\s*$) )
        | (?<States> (?:applicable\s)?state\(s\) | (?:applicable\s)?states?(?=\s*:) )
        | (?<Other>
              status(?=\s*:) | version(?=\s*:|\s\d) | department | dept\(?s?\)? | precertification | prior\spolicy(?:\s(?:name|number|and|\#))* | (?:developed|prepared|approved)\sby(?=\s*:) | author\(?s?\)? | page(?=\s\d) | scope(?=\s*:) | policy\stype | type\sof\s\w+ | instructions\sfor\suse | clinical\sbenefit
            | procedure\scodes?(?=:) | pre-?authorization(?=\s*:) | related\spolic(?:y|ies)(?=\s*:)
            | (?:(?:original|initial|current|last|latest|recent|next|annual|scheduled|policy|medical|new|most|publish|plan|coverage|criteria|medica)\s+){0,4}
              (?:effective|review(?:ed)?|revis(?:ion|ed)|approval|approved|publish(?:ed)?|publication|issued?|origination|implementation|submission|archived?)(?:\s+dates?)?(?:\(s\))?(?=\s*(?::|\.{3}|…|\d{1,2}/|$)|\s+date)
          )
        )
        (?<closed>\s*(?::|\.{2,}|…+|(?<=\#)|(?<=\b[nN][oO]\.)|(?<=[nN]umber|NUMBER|ID|Policy|POLICY|policy)(?=\s+[A-Z]{0,12}[-.\s–]{0,3}\d))[\s.…:]*)?
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Labels();
}
