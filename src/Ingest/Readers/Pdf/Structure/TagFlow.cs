using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Turns the tag tree into empty nodes in logical order, and notes for each piece of marked content which node it fills.
/// Trees nested deeper than <see cref="MaximumDepth"/> are cut there: real ones stay below 40.
/// </summary>
internal sealed class TagFlow
{
    private const int MaximumDepth = 200;

    private readonly List<TextNode> _blocks = [];
    private List<Node> _flow = [];
    private TextNode? _open;
    private bool _openIsFreshItem;
    private int _openBlock;
    private int _listDepth = -1;
    private int _label;
    private TableNode? _table;
    private RowNode? _row;
    private bool _inHead;
    private string? _actual;
    private int _contents;
    private int _frame;
    private int _frames;

    public OwnerMap Owners { get; } = new();

    public IReadOnlyList<TextNode> Blocks => _blocks;

    public List<Node> Flow => _flow;

    public static TagFlow Of(PdfTag root)
    {
        TagFlow flow = new();
        flow.Walk(root, 0);
        return flow;
    }

    private void Walk(PdfTag tag, int depth)
    {
        if (depth > MaximumDepth) return;
        bool contents = tag.Role is "TOC" or "TOCI";
        if (contents) _contents++;
        WalkRole(tag, depth);
        if (contents) _contents--;
    }

    private void WalkRole(PdfTag tag, int depth)
    {
        switch (TagRoles.Of(tag.Role))
        {
            case TagRole.Paragraph or TagRole.Heading when _contents > 0:
            case TagRole.Paragraph:
                BeginText(TextKind.Paragraph, 0);
                Children(tag, depth);
                Close();
                break;
            case TagRole.Heading when _contents == 0:
                BeginText(TextKind.Heading, TagRoles.HeadingLevel(tag.Role));
                Children(tag, depth);
                Close();
                break;
            case TagRole.List:
                Close();
                _listDepth++;
                Children(tag, depth);
                _listDepth--;
                Close();
                break;
            case TagRole.ListItem:
                Close();
                Open(new TextNode(TextKind.ListItem) { Level = Math.Max(0, _listDepth), Frame = _frame });
                _openIsFreshItem = true;
                Children(tag, depth);
                Close();
                break;
            case TagRole.Label:
                _label++;
                Children(tag, depth);
                _label--;
                break;
            case TagRole.Table:
                Table(tag, depth);
                break;
            case TagRole.Row when _table is not null:
                RowNode? outerRow = _row;
                _row = new RowNode { InHead = _inHead };
                _table.Rows.Add(_row);
                Children(tag, depth);
                _row = outerRow;
                break;
            case TagRole.HeaderCell or TagRole.DataCell when _row is not null:
                Cell(tag, depth);
                break;
            case TagRole.TableHead:
                bool outer = _inHead;
                _inHead = true;
                Children(tag, depth);
                _inHead = outer;
                break;
            case TagRole.Artifact:
                Artifacts(tag, depth);
                break;
            case TagRole.Inline or TagRole.ListBody or TagRole.TablePart:
                Children(tag, depth);
                break;
            default:
                if (!_openIsFreshItem) Close();
                Children(tag, depth);
                if (!_openIsFreshItem) Close();
                break;
        }
    }

    private void Children(PdfTag tag, int depth)
    {
        string? outer = _actual;
        if (tag.ActualText is not null) _actual ??= tag.ActualText;
        foreach (PdfTagChild child in tag.Children)
        {
            if (child.Tag is not null) Walk(child.Tag, depth + 1);
            else Content(child.Page, child.MarkedContentId);
        }
        _actual = outer;
    }

    private void Content(int page, int id)
    {
        if (_open is null) Open(new TextNode(TextKind.Paragraph) { Frame = _frame });
        if (_actual is not null)
        {
            Owners.Replace(page, id, _actual);
            _actual = "";
        }
        Owners.Add(page, id, _openBlock, _label > 0);
        if (_label == 0) _openIsFreshItem = false;
    }

    private void BeginText(TextKind kind, int level)
    {
        if (_openIsFreshItem && _open is not null)
        {
            if (kind == TextKind.Heading) (_open.Kind, _open.Level, _open.Tagged) = (kind, level, true);
            return;
        }
        Close();
        Open(new TextNode(kind) { Level = level, Tagged = kind == TextKind.Heading, Frame = _frame });
    }

    private void Open(TextNode node)
    {
        node.IsContents = _contents > 0;
        _open = node;
        _openBlock = _blocks.Count;
        _openIsFreshItem = false;
        _blocks.Add(node);
        // A caption, or headings that the producer hung into the table before its rows, stand above it.
        bool caption = _table is { Rows.Count: 0 } && _flow.Count > 0 && ReferenceEquals(_flow[^1], _table);
        _flow.Insert(caption ? _flow.Count - 1 : _flow.Count, node);
    }

    private void Close()
    {
        _open = null;
        _openIsFreshItem = false;
    }

    private void Table(PdfTag tag, int depth)
    {
        Close();
        (TableNode? table, RowNode? row, bool inHead, List<Node> flow, int listDepth) outer = (_table, _row, _inHead, _flow, _listDepth);
        _table = new TableNode();
        _row = null;
        _inHead = false;
        _listDepth = -1;
        _flow.Add(_table);
        Children(tag, depth);
        (_table, _row, _inHead, _flow, _listDepth) = outer;
        Close();
    }

    private void Cell(PdfTag tag, int depth)
    {
        Close();
        CellNode cell = new(tag.Role == "TH", tag.RowSpan, tag.ColumnSpan);
        _row!.Cells.Add(cell);
        (List<Node> flow, int frame, int label) outer = (_flow, _frame, _label);
        _flow = cell.Content;
        _frame = ++_frames;
        _label = 0;
        Children(tag, depth);
        (_flow, _frame, _label) = outer;
        Close();
    }

    private void Artifacts(PdfTag tag, int depth)
    {
        if (depth > MaximumDepth) return;
        foreach (PdfTagChild child in tag.Children)
        {
            if (child.Tag is not null) Artifacts(child.Tag, depth + 1);
            else Owners.AddArtifact(child.Page, child.MarkedContentId);
        }
    }
}
