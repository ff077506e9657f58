using System.Collections.Immutable;

namespace Ingest.Extractors.Documents;

/// <summary>A piece of the document in reading order. Its span slices the canonical text to what a person reads there.</summary>
public abstract record Block(SourceSpan Span);

/// <summary>A heading; <paramref name="Level"/> is 1 (outermost) to 6, as nested in the document, never by font size alone.</summary>
public sealed record HeadingBlock(SourceSpan Span, int Level) : Block(Span);

public sealed record ParagraphBlock(SourceSpan Span) : Block(Span);

/// <summary>
/// One list item without its sub-items, which follow as items of greater <paramref name="Depth"/> (0 is outermost).
/// <paramref name="Span"/> covers label and content; <paramref name="Label"/> is the span of the label as printed
/// ("A.", "1)", "•"), null where the item has none in the text; <paramref name="Content"/> is the rest.
/// </summary>
public sealed record ListItemBlock(SourceSpan Span, int Depth, SourceSpan? Label, SourceSpan Content) : Block(Span);

/// <summary>
/// A table. In the canonical text cells of a row are separated by a tab and rows by a line feed.
/// A table that goes on over pages is one block; its repeated header rows are dropped.
/// </summary>
public sealed record TableBlock(SourceSpan Span, int Rows, int Columns, ImmutableArray<TableCell> Cells) : Block(Span)
{
    public IEnumerable<TableCell> Row(int row) => Cells.Where(c => c.Row <= row && row < c.Row + c.RowSpan);
}

/// <summary>
/// A table cell, in row-major order within <see cref="TableBlock.Cells"/>. <paramref name="Content"/> holds the cell's own
/// paragraphs and list items when it has more than one; empty when the cell is one plain paragraph (or nothing).
/// </summary>
public sealed record TableCell(
    SourceSpan Span, int Row, int Column, int RowSpan, int ColumnSpan, bool IsHeader, ImmutableArray<Block> Content);

public enum FurnitureKind { Header, Footer, Watermark, Navigation, LineNumber }

/// <summary>
/// Repeated matter of pages or sites: running titles, page numbers, print dates, menus. Furniture stands after the flow at the end
/// of the canonical text, so that it never cuts a paragraph and yet keeps a span (a policy number may be printed only there).
/// </summary>
public sealed record FurnitureBlock(SourceSpan Span, FurnitureKind Kind) : Block(Span);
