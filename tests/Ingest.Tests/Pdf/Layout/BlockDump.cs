using Ingest.Extractors.Documents;

namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>One block a line: what it is, the pages it stands on, its text; table rows with cells between bars.</summary>
internal static class BlockDump
{
    public static string Of(PolicyDocument document) => string.Join('\n', document.Blocks.Select(b => Of(document, b)));

    private static string Of(PolicyDocument document, Block block) => Pages(document, block.Span) + " " + block switch
    {
        HeadingBlock heading => $"h{heading.Level} {document.Slice(block.Span)}",
        ListItemBlock item => $"li{item.Depth} [{(item.Label is { } label ? document.Slice(label) : "")}] {document.Slice(item.Content)}",
        TableBlock table => $"table {table.Rows}x{table.Columns} {document.Slice(block.Span).Replace("\t", " | ", StringComparison.Ordinal).Replace("\n", " // ", StringComparison.Ordinal)}",
        FurnitureBlock furniture => $"{furniture.Kind.ToString().ToLowerInvariant()} {document.Slice(block.Span)}",
        _ => $"p {document.Slice(block.Span)}",
    };

    private static string Pages(PolicyDocument document, SourceSpan span)
    {
        int[] pages = [.. document.Regions.Where(r => r.Span.Overlaps(span)).Select(r => r.Page).Distinct()];
        return string.Join('-', pages);
    }
}
