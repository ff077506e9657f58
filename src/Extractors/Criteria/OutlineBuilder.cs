using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Criteria;

/// <summary>
/// Hangs list items under each other and under their lead-ins. A counter that goes on with a sequence decides where an item stands,
/// whatever its indentation; bullets go by indentation, then by glyph.
/// </summary>
internal sealed class OutlineBuilder(string text, Func<SourceSpan, bool> takesPosition)
{
    private readonly List<OutlineNode> _roots = [];

    /// <summary>From outermost to the last item: the items that the next one may follow or hang under. Lead-ins have no label.</summary>
    private readonly List<OutlineNode> _open = [];

    /// <summary>Longer paragraphs are sentences of their own. In UTF-16 units.</summary>
    private const int LongestName = 100;

    /// <summary>Letters; shorter lines are remnants of a drawing.</summary>
    private const int LeastName = 3;

    /// <summary>A lead-in that waits for its first item.</summary>
    private OutlineNode? _lead;

    /// <summary>A lead-in right under which other lead-ins stand, each over its list: "… in members with:", "Gout:", "Fever:".</summary>
    private OutlineNode? _group;

    /// <summary>The trees. A single name without a colon under a lead-in is a line that strayed between it and its list.</summary>
    public IReadOnlyList<OutlineNode> Roots()
    {
        foreach (OutlineNode root in _roots)
        {
            if (root.Children is [{ Label: null } only] && !only.Words.EndsWith(':')) root.Dissolve(only);
        }
        return _roots;
    }

    public void Heading(SourceSpan span) => Lead(span);

    public void Add(Block block)
    {
        switch (block)
        {
            case ListItemBlock item:
                Item(item);
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph.Span);
                break;
            default:
                _open.Clear();
                _lead = _group = null;
                // Where a reader ends a table at a list in one of its cells, the last cell leads the list.
                if (block is TableBlock { Cells: [.., { Content.Length: <= 1 } last] } && Wording.Plain(last.Span.Slice(text)).EndsWith(':')) Lead(last.Span);
                break;
        }
    }

    private void Paragraph(SourceSpan span)
    {
        string words = Wording.PlainLead(span.Slice(text));
        if (words.Length == 0) return;
        OutlineNode? last = _open.Count > 0 ? _open[^1] : null;
        if (OperatorWords.IsConnective(words) && last is not null)
            last.Connective = OperatorWords.AtEnd(words);
        else if (last is not null && _lead is null && GoesOn(last.Words, words))
            last.Extend(span, words);
        else if (_lead is not null && GoesOn(_lead.Words, words))
            _lead.Extend(span, words);
        else if (takesPosition(span))
            Lead(span);
        else if (IsNameInGroup(words))
            _lead = new(span, words, null, -1);
        else if (IsLead(words))
            Lead(span);
        else if (words.Length > LongestName)
            _group = null;
    }

    /// <summary>Whether a paragraph names one of several lists that stand under one lead-in: short, and right after the lead-in or a list of it.</summary>
    private bool IsNameInGroup(string words)
    {
        bool name = words.EndsWith(':') || char.IsLetter(words[^1]) && words.Count(char.IsLetter) > LeastName && !Clauses.HasVerb(words);
        if (words.Length > LongestName || !name) return false;
        if (_lead is { Children.Count: 0, Words: var above } && _roots.Contains(_lead) && above.EndsWith(':') && !IsNote(words) && char.IsUpper(words[0])) _group = _lead;
        return _group is not null;
    }

    private void Lead(SourceSpan span)
    {
        _group = null;
        _lead = new(span, Wording.Plain(span.Slice(text)), null, -1);
        _roots.Add(_lead);
    }

    private void Item(ListItemBlock item)
    {
        string words = Wording.PlainLead(item.Content.Slice(text));
        OutlineNode? last = _open.Count > 0 ? _open[^1] : null;
        if (words.Length == 0 || IsNote(words)) return;
        if (OperatorWords.IsConnective(words))
        {
            if (last is not null) last.Connective = OperatorWords.AtEnd(words);
            return;
        }
        ListLabel label = ListLabel.Parse(item.Label is { } printed ? printed.In(text) : "");
        var node = new OutlineNode(item.Content, words, label, item.Depth);
        int level = LevelOf(label, item.Depth);
        if (_lead is not null && level < 0)
        {
            if (_group is not null && !_roots.Contains(_lead)) _group.Add(_lead);
            _open.Add(_lead);
            level = _open.Count;
        }
        _lead = null;
        if (level < 0) level = 0;
        _open.RemoveRange(level, _open.Count - level);
        if (level > 0) _open[level - 1].Add(node);
        else _roots.Add(node);
        _open.Add(node);
    }

    /// <summary>Index in <see cref="_open"/> that the item takes, its elder sibling's; -1 where it starts under the waiting lead-in.</summary>
    private int LevelOf(ListLabel label, int depth)
    {
        if (_open.Count == 0) return -1;
        bool mayStart = label.CanBeFirst;
        if (!label.IsBullet)
        {
            for (int i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Label is not { } open) { if (mayStart) break; else continue; }
                if (label.Follows(open)) return i;
            }
        }
        if (_lead is not null) return -1;
        return label.IsBullet ? BulletLevel(label, depth) : CounterLevel(label, depth, mayStart);
    }

    private int CounterLevel(ListLabel label, int depth, bool mayStart)
    {
        int same = _open.FindLastIndex(o => o.Label is { IsBullet: false } l && l.Mark == label.Mark && l.Class == label.Class);
        OutlineNode last = _open[^1];
        if (mayStart && (same < 0 || depth > last.Depth || IsLead(last.Words))) return _open.Count;
        return same >= 0 ? same : ByDepth(depth);
    }

    private int BulletLevel(ListLabel label, int depth)
    {
        for (int i = _open.Count - 1; i >= 0 && _open[i].Label is { } open; i--)
        {
            if (open == label && _open[i].Depth == depth) return i;
        }
        OutlineNode last = _open[^1];
        if (depth > last.Depth) return _open.Count;
        if (depth < last.Depth) return ByDepth(depth);
        // The same indentation under another mark: a glyph seen before closes what is under it, a new one opens a level.
        int seen = _open.FindLastIndex(o => o.Label == label);
        return seen >= 0 ? seen : IsLead(last.Words) || last.Label is { IsBullet: true } ? _open.Count : ByDepth(depth);
    }

    private int ByDepth(int depth)
    {
        int level = _open.Count;
        while (level > 0 && _open[level - 1].Label is not null && _open[level - 1].Depth >= depth) level--;
        return level;
    }

    private static bool IsLead(string words) => words.EndsWith(':') || OperatorWords.OfLead(words) is { Explicit: true };

    private static bool IsNote(string words) =>
        words.StartsWith("note:", StringComparison.OrdinalIgnoreCase) || words.StartsWith("back to top", StringComparison.OrdinalIgnoreCase);

    private static bool GoesOn(string before, string words) =>
        char.IsLower(words[0]) && before.Length > 0 && (char.IsLetterOrDigit(before[^1]) || before[^1] is ',' or '-' or '/');
}
