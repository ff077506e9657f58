using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Documents;

namespace Ingest.Readers;

/// <summary>
/// Lays out the canonical text while blocks are appended in reading order: blocks are separated by a blank line, list items and table rows
/// by a line feed, cells by a tab. Furniture is kept back and written after the flow. Every reader builds its document with this.
/// </summary>
public sealed class DocumentBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<PageRegion> _regions = [];
    private readonly List<StyledRun> _styles = [];
    private readonly List<Link> _links = [];

    public int Position => _text.Length;

    /// <summary>Appends text at the end of the flow and returns where it stands. Marks (regions, styles, links) may follow on that span.</summary>
    public SourceSpan Append(ReadOnlySpan<char> text)
    {
        int start = _text.Length;
        _text.Append(text);
        return new(start, _text.Length);
    }

    /// <summary>Puts the separator before the next block: nothing at the start of the text, else as many line feeds as asked.</summary>
    public void Separate(int lineFeeds = 2)
    {
        if (_text.Length > 0) _text.Append('\n', lineFeeds);
    }

    public void Add(Block block) => _blocks.Add(block);

    public void MarkRegion(SourceSpan span, int page, Box box)
    {
        if (!span.IsEmpty) _regions.Add(new(span, page, box));
    }

    public void MarkStyle(SourceSpan span, TextStyle style)
    {
        if (!span.IsEmpty && style != TextStyle.None) _styles.Add(new(span, style));
    }

    public void MarkLink(SourceSpan span, string target)
    {
        if (!span.IsEmpty && target.Length > 0) _links.Add(new(span, target));
    }

    public PolicyDocument Build(
        string source, string mediaType, ImmutableArray<PageSize> pages = default, ImmutableArray<Diagnostic> diagnostics = default,
        DocumentMetadata? metadata = null) => new()
        {
            Text = _text.ToString(),
            Blocks = _blocks.ToImmutable(),
            Source = source,
            MediaType = mediaType,
            Regions = [.. _regions.OrderBy(r => r.Span.Start)],
            Styles = [.. _styles.OrderBy(s => s.Span.Start)],
            Links = [.. _links.OrderBy(l => l.Span.Start)],
            Pages = pages.IsDefault ? [] : pages,
            Diagnostics = diagnostics.IsDefault ? [] : diagnostics,
            Metadata = metadata ?? DocumentMetadata.None,
        };
}
