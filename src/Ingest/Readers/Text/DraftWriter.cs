using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>Lays drafts into the canonical text, furniture after the flow.</summary>
internal sealed class DraftWriter
{
    private readonly DocumentBuilder _builder = new();

    public static DocumentBuilder Write(IReadOnlyList<Draft> drafts)
    {
        var writer = new DraftWriter();
        Draft? before = null;
        foreach (Draft draft in drafts.Where(d => d is not FurnitureDraft))
        {
            writer._builder.Separate(draft is ItemDraft && before is ItemDraft ? 1 : 2);
            writer.Add(draft);
            before = draft;
        }
        foreach (FurnitureDraft furniture in drafts.OfType<FurnitureDraft>())
        {
            writer._builder.Separate();
            writer._builder.Add(new FurnitureBlock(writer.Append(furniture.Text), furniture.Kind));
        }
        return writer._builder;
    }

    private void Add(Draft draft)
    {
        switch (draft)
        {
            case HeadingDraft heading:
                _builder.Add(new HeadingBlock(Append(heading.Text), Math.Clamp(heading.Level, 1, 6)));
                break;
            case ItemDraft item:
                _builder.Add(Item(item));
                break;
            case TableDraft table:
                _builder.Add(Table(table));
                break;
            case ParagraphDraft paragraph:
                _builder.Add(new ParagraphBlock(Append(paragraph.Text)));
                break;
        }
    }

    private ListItemBlock Item(ItemDraft item)
    {
        int start = _builder.Position;
        SourceSpan? label = null;
        if (item.Label is { } printed)
        {
            label = _builder.Append(printed);
            if (!item.Text.IsEmpty) _builder.Append(" ");
        }
        SourceSpan content = Append(item.Text);
        return new(new(start, content.End), item.Depth, label, content);
    }

    private TableBlock Table(TableDraft table)
    {
        int start = _builder.Position, columns = 0;
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var taken = new HashSet<(int Row, int Column)>();
        for (int row = 0; row < table.Rows.Length; row++)
        {
            if (row > 0) _builder.Append("\n");
            int column = 0;
            bool first = true;
            foreach (CellDraft cell in table.Rows[row])
            {
                while (taken.Contains((row, column))) column++;
                if (!first) _builder.Append("\t");
                first = false;
                for (int r = row; r < row + cell.RowSpan; r++)
                {
                    for (int c = column; c < column + cell.ColumnSpan; c++) taken.Add((r, c));
                }
                (SourceSpan span, ImmutableArray<Block> content) = Cell(cell);
                cells.Add(new(span, row, column, cell.RowSpan, cell.ColumnSpan, cell.IsHeader, content));
                column += cell.ColumnSpan;
                columns = Math.Max(columns, column);
            }
        }
        return new(new(start, _builder.Position), table.Rows.Length, columns, cells.ToImmutable());
    }

    private (SourceSpan Span, ImmutableArray<Block> Content) Cell(CellDraft cell)
    {
        if (cell.Content.Length < 2) return (Append(cell.Text), []);
        int start = _builder.Position;
        var content = ImmutableArray.CreateBuilder<Block>();
        foreach (Draft draft in cell.Content)
        {
            if (content.Count > 0) _builder.Append("\n");
            if (draft is ItemDraft item) content.Add(Item(item));
            else if (draft is ParagraphDraft paragraph) content.Add(new ParagraphBlock(Append(paragraph.Text)));
            else if (draft is HeadingDraft heading) content.Add(new ParagraphBlock(Append(heading.Text)));
        }
        return (new(start, _builder.Position), content.ToImmutable());
    }

    private SourceSpan Append(Inline inline)
    {
        SourceSpan span = _builder.Append(inline.Text);
        int styled = span.Start;
        foreach (InlineMark mark in inline.Marks.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            var place = new SourceSpan(span.Start + mark.Start, Math.Min(span.End, span.Start + mark.End));
            if (mark.Target is { } target) _builder.MarkLink(place, target);
            if (mark.Style == TextStyle.None || place.End <= styled) continue;
            _builder.MarkStyle(place with { Start = Math.Max(place.Start, styled) }, mark.Style);
            styled = place.End;
        }
        return span;
    }
}
