using System.Buffers;
using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Readers.Pdf.Content;
using Ingest.Readers.Pdf.Fonts;
using Ingest.Readers.Pdf.Navigation;
using Ingest.Readers.Pdf.Objects;
using Ingest.Readers.Pdf.Tags;

namespace Ingest.Readers.Pdf;

/// <summary>An opened file. Pages are read one at a time into buffers that the next page uses again; not for use by several threads at once.</summary>
internal sealed class PdfFile : IPdfFile
{
    private const int MostContentStreams = 10_000;

    private readonly ObjectStore _store;
    private readonly PdfDictionary _catalog;
    private readonly List<PageNode> _pages;
    private readonly Dictionary<int, int> _pageNumbers = [];
    private readonly FontLibrary _fonts;
    private readonly FormCache _forms;
    private readonly OptionalContent _optional;
    private readonly Destinations _destinations;
    private readonly PageRecorder _content = new();
    private readonly ContentBudget _budget = new();
    private readonly Lazy<PdfTag?> _structure;
    private readonly Lazy<ImmutableArray<PdfOutlineItem>> _outline;

    public PdfFile(ObjectStore store, PdfDictionary catalog, List<PageNode> pages)
    {
        (_store, _catalog, _pages) = (store, catalog, pages);
        for (int i = 0; i < pages.Count; i++)
        {
            if (pages[i].Number > 0) _pageNumbers.TryAdd(pages[i].Number, i + 1);
        }
        _fonts = new FontLibrary(store);
        _forms = new FormCache(store);
        _optional = new OptionalContent(catalog);
        _destinations = new Destinations(catalog, _pageNumbers);
        _structure = new(() => TagTree.Read(_catalog, _pageNumbers));
        _outline = new(() => OutlineReader.Read(_catalog, _destinations, _store));
        Metadata = ReadMetadata();
    }

    public int PageCount => _pages.Count;

    public DocumentMetadata Metadata { get; }

    public PdfTag? Structure => _structure.Value;

    public ImmutableArray<PdfOutlineItem> Outline => _outline.Value;

    public ImmutableArray<Diagnostic> Diagnostics => _store.Recovered
        ? [new Diagnostic("damaged-pdf", Severity.Warning, "The file's cross-reference table is missing or wrong; its objects were found by scanning.")]
        : [];

    public PdfPage ReadPage(int number, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, _pages.Count);
        cancellation.ThrowIfCancellationRequested();
        PageNode page = _pages[number - 1];
        _content.Reset();
        _budget.BeginPage();
        var toPage = Transform.ToPage(page.Box, page.Rotation);
        bool turned = page.Rotation is 90 or 270;
        (double width, double height) = turned ? (page.Box.Height, page.Box.Width) : (page.Box.Width, page.Box.Height);
        var interpreter = new ContentInterpreter(_store, _fonts, _forms, _content, _budget, _optional, cancellation);
        byte[] room = ReadContent(page, out int length);
        interpreter.RunPage(room.AsSpan(0, length), page.Resources, toPage, new Area(0, 0, width, height));
        ArrayPool<byte>.Shared.Return(room);
        if (page.Dictionary.Get("Annots").Array is { } annotations) Appearances.Run(annotations, interpreter, toPage);
        if (_budget.Exhausted || _content.Full)
            _content.Diagnostics.Add(new("page-too-large", Severity.Warning, "The page's content is too large to be read whole; the rest of it was left out.", Page: number));
        if (_store.Expansion.Exceeded)
            _content.Diagnostics.Add(new("expansion-limit", Severity.Warning, "Compressed data of the file expands beyond all measure and was cut off.", Page: number));
        return _content.ToPage(number, width, height, ReadLinks(page, toPage));
    }

    /// <summary>The page's content streams one after the other, with white space between (7.8.2), in a pooled array.</summary>
    private byte[] ReadContent(PageNode page, out int length)
    {
        PdfValue contents = page.Dictionary.Get("Contents");
        var parts = new List<ReadOnlyMemory<byte>>();
        if (contents.Stream is { } single) parts.Add(_store.Decode(single));
        for (int i = 0; i < Math.Min(contents.Array?.Count ?? 0, MostContentStreams); i++)
        {
            if (contents.Array!.Get(i).Stream is { } part) parts.Add(_store.Decode(part));
        }
        byte[] room = ArrayPool<byte>.Shared.Rent((int)Math.Min(parts.Sum(p => (long)p.Length + 1), Array.MaxLength));
        length = 0;
        foreach (ReadOnlyMemory<byte> part in parts)
        {
            if (length + part.Length + 1 > room.Length) break;
            part.Span.CopyTo(room.AsSpan(length));
            length += part.Length;
            room[length++] = (byte)'\n';
        }
        return room;
    }

    private ImmutableArray<PdfLink> ReadLinks(PageNode page, in Transform toPage)
    {
        if (page.Dictionary.Get("Annots").Array is not { } annotations) return [];
        var links = ImmutableArray.CreateBuilder<PdfLink>();
        for (int i = 0; i < Math.Min(annotations.Count, 10_000); i++)
        {
            if (annotations.Get(i).Dictionary is not { } annotation || annotation.Get("Subtype").Name != "Link") continue;
            if (Rectangle.Of(annotation.Get("Rect").Array) is not { } box || _destinations.Target(annotation) is not { Length: > 0 } target) continue;
            Area area = toPage.Bounds(box.Left, box.Bottom, box.Right, box.Top);
            links.Add(new(new Box(area.X0, area.Y0, area.X1, area.Y1), target));
        }
        return links.ToImmutable();
    }

    private DocumentMetadata ReadMetadata()
    {
        PdfDictionary? info = _store.Trailer.Get("Info").Dictionary;
        return new DocumentMetadata(
            Text(info, "Title"), Text(info, "Author"), Text(info, "Subject"), Text(info, "Keywords"), Text(info, "Producer"), Text(_catalog, "Lang"));
    }

    private static string? Text(PdfDictionary? dictionary, string key) => dictionary?.Get(key).Text() is { Length: > 0 } text ? text : null;
}
