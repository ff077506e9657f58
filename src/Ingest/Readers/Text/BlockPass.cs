using System.Text;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>
/// Lines to drafts of blocks, for Markdown and plain text alike: real documents mix both, and converters leave tab-separated tables in
/// either. What differs is given in: how inline text is read, and whether marks count.
/// </summary>
internal sealed class BlockPass
{
    /// <summary>In text that is not wrapped, a line shorter than the one over a line longer than the other stands apart as its title.</summary>
    private const int LongestTitle = 60, LeastParagraph = 80;

    private const int LongestInSeries = 90;

    private readonly IReadOnlyList<SourceLine> _lines;
    private readonly FurnitureKind?[] _furniture;
    private readonly bool _markdown;
    private readonly Func<string, Inline> _inline;
    private readonly int _width;
    private readonly bool _marked;
    private readonly TableLines _tables;
    private readonly List<Draft> _drafts = [];
    private readonly ListNesting _nesting = new();
    private readonly StringBuilder _open = new();
    private (ListLabel Label, int Depth)? _item;
    private string _lastLine = "";
    private bool _afterBlank = true;
    private bool _afterPage;
    private bool _afterHeading;

    /// <summary>The number of the last numbered heading.</summary>
    private ListLabel[] _headed = [];

    private BlockPass(IReadOnlyList<SourceLine> lines, bool markdown, Func<string, Inline> inline)
    {
        _lines = lines;
        _markdown = markdown;
        _inline = inline;
        _furniture = PageFurniture.Find(lines);
        _tables = new(lines, _furniture, inline);
        _width = WrapWidth.Of(lines);
        _marked = markdown && lines.Count(l => LineForms.MarkedHeading().IsMatch(l.Text)) >= 3;
    }

    public static List<Draft> Run(IReadOnlyList<SourceLine> lines, bool markdown, Func<string, Inline> inline, CancellationToken cancellation)
    {
        var pass = new BlockPass(lines, markdown, inline);
        for (int i = 0; i < lines.Count; i++)
        {
            if ((i & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            i = pass.Line(i);
        }
        pass.Close();
        HeadingLevels.Assign(pass._drafts);
        return pass._drafts;
    }

    /// <summary>Takes the line at <paramref name="i"/> and returns the index of the last line taken.</summary>
    private int Line(int i)
    {
        SourceLine line = _lines[i];
        if (_furniture[i] is { } kind)
        {
            _drafts.Add(new FurnitureDraft(_inline(Unmarked(line.Text)), kind));
            _afterBlank = _afterPage = true;
            return i;
        }
        if (line.IsBlank || (LineForms.Rule().IsMatch(line.Text) && !_tables.IsRuleOf(i)))
        {
            if (!line.IsBlank) Close();
            _afterBlank = true;
            return i;
        }
        string text = line.Text;
        int last = i;
        if (_markdown && LineForms.MarkedHeading().Match(text) is { Success: true } marked) Heading(marked);
        else if (TableEnd(i) is var end and >= 0) last = Table(i, end);
        else if (_open.Length > 0 && LineForms.Superscript().IsMatch(text) && IsGlued(i)) AppendRaised(text);
        else if (Pseudo(i) is { } heading) Add(heading);
        else if (Label(i) is { Length: > 0 } labels) Item(labels, line);
        else if (Continues(i)) Append(text);
        else Paragraph(text);
        _lastLine = _lines[last].Text;
        _afterBlank = _afterPage = false;
        _afterHeading = _open.Length == 0 && _drafts.Count > 0 && _drafts[^1] is HeadingDraft;
        return last;
    }

    private void Heading(Match marked)
    {
        Inline text = _inline(marked.Groups["text"].Value);
        if (text.IsEmpty) return;
        Add(new HeadingDraft(text, marked.Groups["marks"].Length, HeadingStyle.Marked));
    }

    private void Add(Draft draft)
    {
        Close();
        _drafts.Add(draft);
        if (draft is not HeadingDraft heading) return;
        _nesting.Clear();
        if (ListLabels.Of(heading.Text.Text, markdown: false) is { Length: > 0 } number && number[0].Kind != LabelKind.Bullet) _headed = number;
    }

    private string Unmarked(string line) => _markdown && LineForms.MarkedHeading().Match(line) is { Success: true } marked ? marked.Groups["text"].Value : line;

    /// <summary>A line that only its look makes a heading: bold as a whole in Markdown; case, colon and vocabulary in plain text.</summary>
    private HeadingDraft? Pseudo(int i)
    {
        string text = _lines[i].Text;
        bool blank = i + 1 >= _lines.Count || _lines[i + 1].IsBlank || _furniture[i + 1] is not null;
        bool after = blank || StandsShort(i);
        bool known = !blank && _markdown && HeadingVocabulary.WholeHeading(text) is not (null or SectionKind.Identity);
        if (_markdown && _afterBlank && (blank || known) && text.Length <= 160 && text.StartsWith("**", StringComparison.Ordinal))
        {
            Inline inline = _inline(text);
            if (inline.IsAll(TextStyle.Bold) && inline.Text.Any(char.IsLetter) && !IsField(inline.Text, i))
            {
                HeadingStyle? style = HeadingLines.StyleOf(inline.Text, before: true, after: true, opens: true);
                bool sentence = inline.Text[^1] is '.' or ';' or ',' || LineForms.Caption().IsMatch(inline.Text);
                if (style is null && !sentence) style = inline.Text[^1] == ':' ? HeadingStyle.TitleColon : HeadingStyle.Title;
                return style is { } bold ? new(inline, 0, bold) : null;
            }
        }
        bool opens = !_marked && Opens(i);
        if (!blank && char.IsLower(_lines[i + 1].Text[0])) return null;
        if (HeadingLines.StyleOf(text, _afterBlank || _afterHeading || Ended() || (blank && _lastLine.Length < _width * 6 / 10), after, opens) is not { } plain || IsField(text, i)) return NextInSeries(i);
        return _markdown && plain >= HeadingStyle.TitleColon && !(_afterBlank && after) ? null : new(_inline(text), 0, plain);
    }

    /// <summary>"III. Conditions for which …" after the headings "I." and "II.", where no list is open that it could be an item of.</summary>
    private HeadingDraft? NextInSeries(int i)
    {
        string text = _lines[i].Text;
        if (_marked || text.Length > LongestInSeries || HeadingLines.HasSentence(text) || text[^1] is '.' or ';' or ',' || text.Contains('\t', StringComparison.Ordinal)) return null;
        ListLabel[] labels = ListLabels.Of(text, _markdown);
        bool follows = labels.Length > 0 && Array.Exists(labels, l => Array.Exists(_headed, l.Follows)) && !Array.Exists(labels, _nesting.Continues);
        return follows && (_afterBlank || Ended() || _lastLine.Length < text.Length) && Opens(i) ? new(_inline(text), 0, text[^1] == ':' ? HeadingStyle.TitleColon : HeadingStyle.Title) : null;
    }

    /// <summary>A line that leaves room for the next line's first words and yet ends, before one that fills the width: not wrapped, but set apart.</summary>
    private bool StandsShort(int i) =>
        char.IsUpper(_lines[i + 1].Text[0]) && (_width > 0
            ? _lines[i].Text.Length < _width * 7 / 10 && _lines[i + 1].Text.Length >= _width * 8 / 10
            : _lines[i].Text.Length < LongestTitle && _lines[i + 1].Text.Length > LeastParagraph);

    private int Next(int i)
    {
        do i++;
        while (i < _lines.Count && (_lines[i].IsBlank || _furniture[i] is not null));
        return i;
    }

    /// <summary>Whether what follows the line can be a section's body.</summary>
    private bool Opens(int i)
    {
        int next = Next(i);
        if (next >= _lines.Count) return false;
        string text = _lines[next].Text;
        return text.Length >= 60 || text[^1] is '.' or ':' || ListLabels.Of(text, _markdown).Length > 0 || text.Contains('\t', StringComparison.Ordinal);
    }

    /// <summary>A label without its value in a list of fields: a colon at the end, and the next line is "label: value" too.</summary>
    private bool IsField(string text, int i)
    {
        int next = Next(i);
        return text.TrimEnd('*', ' ')[^1] == ':' && next < _lines.Count && LineForms.Field().IsMatch(_lines[next].Text) && HeadingVocabulary.WholeHeading(text) is null or SectionKind.Identity;
    }

    private ListLabel[] Label(int i)
    {
        string text = _lines[i].Text;
        ListLabel[] labels = ListLabels.Of(text, _markdown);
        if (labels.Length == 1 && labels[0].Printed is null)
        {
            string inner = text[labels[0].Length..].TrimStart();
            ListLabel[] nested = BoldLabels.Of(inner, _markdown);
            if (nested.Length > 0) return [.. nested.Select(n => n with { Length = text.Length - inner.Length + n.Length })];
        }
        if (labels.Length == 0) labels = BoldLabels.Of(text, _markdown);
        if (labels.Length == 0) labels = ListLabels.OfDashed(text, _nesting.IsDashed);
        if (labels.Length == 0 || labels[0].Kind == LabelKind.Bullet) return labels;
        bool begins = _afterBlank || _open.Length == 0 || Ended() || _lastLine.Length < _width * 6 / 10;
        return begins || Array.Exists(labels, l => _nesting.Continues(l) || _item is not null && _nesting.Deepens(l, _lines[i].Indent)) ? labels : [];
    }

    private void Item(ListLabel[] labels, SourceLine line)
    {
        Close();
        _item = _nesting.Place(labels, line.Indent);
        _open.Append(line.Text[Math.Min(line.Text.Length, _item.Value.Label.Length)..].TrimStart());
    }

    /// <summary>Whether the line goes on with the open piece: hard-wrapped, or broken over a page.</summary>
    private bool Continues(int i)
    {
        if (_open.Length == 0) return _item is not null && !_afterBlank;
        string text = _lines[i].Text;
        bool small = char.IsLower(text[0]) || text[0] is ')' or ',' or ';' || InAddress(text);
        if (LineForms.Identifier().IsMatch(text)) return true;
        if (LineForms.NamesCodes().IsMatch(text) && Row(_lines, i + 1)) return false;
        if (_afterPage && !Ended() && _width > 0 && _lastLine.Length >= _width * 7 / 10 && _open.Length > _lastLine.Length) return true;
        if (_afterBlank) return small && !Ended() && (_open.Length > 40 || _item is not null) && !(_lastLine.Length > 0 && _lastLine[^1] == ':');
        if (LineForms.RowStart().IsMatch(text) && (Ended() || LineForms.Columns().IsMatch(_lastLine) || LineForms.RowStart().IsMatch(_lastLine) || _lastLine.Length < _width * 8 / 10)) return false;
        if (_width == 0) return _markdown || small;
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        int first = space < 0 ? text.Length : space;
        bool full = _lastLine.Length + first + 1 >= _width * 85 / 100;
        // A title is broken where its words are, not where the page ends.
        if (_open.Length <= LineForms.LongestTitleField && !Ended() && LineForms.TitleField().IsMatch(_open.ToString())) return true;
        return small || full || (!Ended() && _lastLine.Length >= _width / 2);
    }

    private static bool Row(IReadOnlyList<SourceLine> lines, int i) => i < lines.Count && LineForms.RowStart().IsMatch(lines[i].Text);

    private bool InAddress(string text)
    {
        int space = _open.Length;
        while (space > 0 && !char.IsWhiteSpace(_open[space - 1])) space--;
        string word = _open.ToString(space, _open.Length - space);
        return word.Contains("://", StringComparison.Ordinal) && word[^1] is '-' or '/' or '=' or '&' or '_' or '?' or '%'
            && !text.StartsWith("http", StringComparison.Ordinal) && !text.AsSpan(0, Math.Min(text.Length, 12)).Contains(' ');
    }

    private bool Ended()
    {
        string line = _lastLine.TrimEnd('*', '_', ' ', '”', '"', ')', '\\');
        return line.Length == 0 || line[^1] is '.' or ':' or '?' or '!' or ';' || line[^1] > '\u3000';
    }

    private void Append(string text)
    {
        if (_open.Length > 0) LineJoin.Join(_open, text, InAddress(text));
        else _open.Append(text);
    }

    private void Paragraph(string text)
    {
        Close();
        if (_afterBlank) _nesting.Interrupt();
        _open.Append(text);
    }

    private void Close()
    {
        string raw = _open.ToString();
        _open.Clear();
        (ListLabel Label, int Depth)? item = _item;
        _item = null;
        Inline text = _inline(raw);
        if (item is { } open)
        {
            if (!text.IsEmpty || open.Label.Printed is not null) _drafts.Add(new ItemDraft(open.Depth, open.Label.Printed, text));
        }
        else if (RunInHeading.Length(text.Text) is var length and > 0)
        {
            Inline heading = text.To(length);
            bool colon = heading.Text[^1] == ':', capitals = !heading.Text.Any(char.IsLower);
            HeadingStyle style = (capitals, colon) switch
            {
                (true, true) => HeadingStyle.CapitalsColon,
                (true, false) => HeadingStyle.Capitals,
                (false, true) => HeadingStyle.TitleColon,
                _ => HeadingStyle.Title,
            };
            _drafts.Add(new HeadingDraft(heading, 0, style));
            _drafts.Add(new ParagraphDraft(text.From(length)));
            _nesting.Clear();
        }
        else if (!text.IsEmpty)
        {
            _drafts.Add(new ParagraphDraft(text));
        }
    }

    private void AppendRaised(string text)
    {
        int start = _open.Length;
        _open.Append(text);
        RaisedDigits.Raise(_open, start);
    }

    /// <summary>A number alone between two lines of a paragraph is a raised reference mark that extraction put on a line of its own.</summary>
    private bool IsGlued(int i) => !_afterBlank && i + 1 < _lines.Count && !_lines[i + 1].IsBlank;

    /// <summary>Index after the last line of a table that starts at <paramref name="i"/>, -1 where none does.</summary>
    private int TableEnd(int i) => !_tables.IsRow(i) || Label(i).Length > 0 && !(_tables.IsRow(i + 1) && Label(i + 1).Length == 0) ? -1 : _tables.End(i);

    private int Table(int from, int end)
    {
        Close();
        _tables.Add(_drafts, from, end);
        return end - 1;
    }
}
