using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>The lines of the blocks of a reference list, in reading order.</summary>
internal static class ReferenceLines
{
    public static IEnumerable<ReferenceLine> Of(string text, ReadOnlySpan<Block> blocks)
    {
        var lines = new List<ReferenceLine>();
        foreach (Block block in blocks) Add(text, block, lines);
        return lines;
    }

    private static void Add(string text, Block block, List<ReferenceLine> lines)
    {
        switch (block)
        {
            case ListItemBlock item:
                string? label = item.Label is { } printed ? ReferenceLabels.Named(printed.Slice(text)) : null;
                AddText(text, item.Content.Trim(text), label, own: true, lines);
                break;
            case TableBlock table:
                for (int row = 0; row < table.Rows; row++) AddRow(text, [.. table.Cells.Where(c => c.Row == row && !c.Span.Trim(text).IsEmpty)], lines);
                break;
            case FurnitureBlock:
                break;
            default:
                AddText(text, block.Span.Trim(text), null, own: false, lines);
                break;
        }
    }

    private static void AddRow(string text, TableCell[] cells, List<ReferenceLine> lines)
    {
        if (cells.Length == 0) return;
        string? label = cells.Length > 1 ? ReferenceLabels.Named(cells[0].Span.Slice(text)) : null;
        bool dated = cells.Length > 1 && ReferenceShape.IsYearAlone(cells[0].Span.Slice(text));
        TableCell[] rest = label is not null || dated ? cells[1..] : cells;
        if (rest.Length == 1 && rest[0].Content.Length > 1)
        {
            int first = lines.Count;
            foreach (Block inner in rest[0].Content) Add(text, inner, lines);
            if (label is not null && lines.Count > first && lines[first].Label is null) lines[first] = lines[first] with { Label = label, Own = true };
            return;
        }
        var span = new SourceSpan(rest[0].Span.Start, rest[^1].Span.End);
        AddText(text, span.Trim(text), label, own: true, lines);
    }

    private static void AddText(string text, SourceSpan span, string? label, bool own, List<ReferenceLine> lines)
    {
        if (span.IsEmpty) return;
        if (label is null && ReferenceLabels.Read(text, span) is { } read && !read.Content.IsEmpty) (label, span) = read;
        lines.Add(new(span, label, own));
    }
}
