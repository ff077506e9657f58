using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Writes nodes into the canonical text, and marks page, box, style and link of every run.</summary>
internal sealed class FlowWriter(DocumentBuilder builder, Vocabulary vocabulary)
{
    private char[] _line = new char[512];
    private bool _afterItem;
    private bool _first = true;

    /// <summary>Whether wide gaps are written as tabs: in furniture, where they part the fields of a header.</summary>
    private bool _tabs;

    public void Write(List<Node> flow)
    {
        foreach (Node node in flow)
        {
            if (node.IsEmpty) continue;
            bool item = node is TextNode { Kind: TextKind.ListItem };
            if (!_first) builder.Separate(item && _afterItem ? 1 : 2);
            _first = false;
            _afterItem = item;
            Add(node is TableNode table ? Table(table) : Text((TextNode)node));
        }
    }

    public void Write(List<FurnitureNode> furniture)
    {
        foreach (FurnitureNode piece in furniture)
        {
            builder.Separate(_first ? 0 : 2);
            _first = false;
            TextNode node = new(TextKind.Paragraph) { Lines = [piece.Line] };
            _tabs = true;
            Add(new FurnitureBlock(Text(node).Span, piece.Kind));
            _tabs = false;
        }
    }

    /// <summary>A block whose words are nothing but soft hyphens has no text.</summary>
    private void Add(Block block)
    {
        if (!block.Span.IsEmpty) builder.Add(block);
    }

    private Block Text(TextNode node)
    {
        int start = builder.Position;
        SourceSpan? label = null;
        StyleRuns runs = new(builder);
        LinkRuns links = new(builder);
        int labelLeft = node.Kind == TextKind.ListItem ? node.LabelWords : 0;
        for (int i = 0; i < node.Lines.Count; i++)
        {
            LineEnd end = i + 1 < node.Lines.Count ? vocabulary.EndOf(node.Lines[i], node.Lines[i + 1]) : LineEnd.Last;
            WriteLine(node.Lines[i], end, runs, links, start, ref labelLeft, ref label);
            if (end == LineEnd.Space) builder.Append(" ");
        }
        runs.Close();
        links.Close();
        SourceSpan span = new(start, builder.Position);
        return node.Kind switch
        {
            TextKind.Heading => new HeadingBlock(span, Math.Clamp(node.Level, 1, 6)),
            TextKind.ListItem => Item(node, span, label),
            _ => new ParagraphBlock(span),
        };
    }

    private static ListItemBlock Item(TextNode node, SourceSpan span, SourceSpan? label)
    {
        int content = label?.End ?? span.Start;
        if (label is not null && content < span.End) content++;
        return new(span, Math.Max(0, node.Level), label, new(Math.Min(content, span.End), span.End));
    }

    private void WriteLine(Line line, LineEnd end, StyleRuns runs, LinkRuns links, int blockStart, ref int labelLeft, ref SourceSpan? label)
    {
        PageContent page = line.Page;
        if (_line.Length < line.Length + 8) _line = new char[line.Length * 2];
        int at = builder.Position, length = 0;
        for (int w = 0; w < line.Words.Length; w++)
        {
            ref Word word = ref page.Words[line.Words[w]];
            ReadOnlySpan<char> text = page.TextOf(word);
            bool afterLabel = label is not null && at + length == label.Value.End;
            if (length > 0 && (word.Has(WordFlags.SpaceBefore) || afterLabel)) _line[length++] = _tabs && LineBuilder.IsWideGap(page.Words[line.Words[w - 1]], word) ? '\t' : ' ';
            if (w == line.Words.Length - 1)
            {
                if (end == LineEnd.DropHyphen) text = text[..^1];
            }
            int start = length;
            foreach (char c in text)
            {
                if (c != Characters.SoftHyphen) _line[length++] = c;
            }
            SourceSpan span = new(at + start, at + length);
            runs.Add(span, word.Style);
            if (!page.Links.IsEmpty) links.Add(span, page, word);
            if (labelLeft > 0 && --labelLeft == 0) label = new SourceSpan(blockStart, at + length);
        }
        builder.MarkRegion(builder.Append(_line.AsSpan(0, length)), page.Number, line.Box);
    }

    private TableBlock Table(TableNode table)
    {
        int start = builder.Position;
        ImmutableArray<TableCell>.Builder cells = ImmutableArray.CreateBuilder<TableCell>();
        for (int r = 0; r < table.Rows.Count; r++)
        {
            if (r > 0) builder.Append("\n");
            int column = 0;
            foreach (CellNode cell in table.Rows[r].Cells)
            {
                for (; column < cell.Column; column++) builder.Append("\t");
                cells.Add(Cell(cell, r));
            }
        }
        return new(new(start, builder.Position), table.Rows.Count, table.Columns, cells.ToImmutable());
    }

    private TableCell Cell(CellNode cell, int row)
    {
        int start = builder.Position;
        ImmutableArray<Block>.Builder content = ImmutableArray.CreateBuilder<Block>();
        foreach (Node node in cell.Content)
        {
            if (node.IsEmpty || node is not TextNode text) continue;
            if (content.Count > 0) builder.Append(" ");
            Block block = Text(text);
            if (!block.Span.IsEmpty) content.Add(block);
        }
        bool plain = content.Count == 0 || (content.Count == 1 && content[0] is ParagraphBlock);
        return new(
            new(start, builder.Position), row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.IsHeader, plain ? [] : content.ToImmutable());
    }
}
