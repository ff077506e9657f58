using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Documents;
using Ingest.Readers;
using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>A page drawn by hand: a glyph is half its size wide, so a line of n characters at 10 points is 5n points long.</summary>
internal sealed class PageSketch
{
    private readonly StringBuilder _text = new();
    private readonly List<Glyph> _glyphs = [];
    private readonly List<GlyphStyle> _styles = [];
    private readonly List<MarkedContent> _contents = [];
    private readonly List<PdfRule> _rules = [];
    private readonly List<PdfLink> _links = [];

    public double ImageCover { get; init; }

    public int FilledSegments { get; init; }

    public PageSketch Text(double x, double baseline, string text, double size = 10, bool bold = false, int id = -1, bool artifact = false, bool unmapped = false)
    {
        int content = -1;
        if (id >= 0 || artifact)
        {
            content = _contents.Count;
            _contents.Add(new(artifact ? "Artifact" : "P", id, artifact, artifact ? "Pagination" : null, null));
        }
        GlyphStyle style = new(bold ? "Sketch-Bold" : "Sketch", (float)size, bold ? 700 : 400, false, 0);
        int at = _styles.IndexOf(style);
        if (at < 0)
        {
            at = _styles.Count;
            _styles.Add(style);
        }
        float left = (float)x, y = (float)baseline, width = (float)size / 2;
        foreach (char c in text)
        {
            GlyphFlags flags = (c == ' ' ? GlyphFlags.Space : GlyphFlags.None) | (unmapped ? GlyphFlags.Unmapped : GlyphFlags.None);
            _glyphs.Add(new(_text.Length, 1, flags, (ushort)at, content, left, y - (0.8f * (float)size), left + width, y + (0.2f * (float)size), y));
            _text.Append(c);
            left += width;
        }
        return this;
    }

    /// <summary>Lines one below the other, 12 points apart for 10-point text.</summary>
    public PageSketch Lines(double x, double baseline, params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
        {
            Text(x, baseline, line);
            baseline += 12;
        }
        return this;
    }

    public PageSketch Rule(double x0, double y0, double x1, double y1)
    {
        _rules.Add(new((float)x0, (float)y0, (float)x1, (float)y1, 0.5f));
        return this;
    }

    /// <summary>Rules at all the given edges, over the whole grid.</summary>
    public PageSketch Grid(double[] xs, double[] ys)
    {
        foreach (double x in xs) Rule(x, ys[0], x, ys[^1]);
        foreach (double y in ys) Rule(xs[0], y, xs[^1], y);
        return this;
    }

    public PageSketch Link(Box box, string target)
    {
        _links.Add(new(box, target));
        return this;
    }

    public PdfPage Build(int number) => new()
    {
        Number = number,
        Width = 612,
        Height = 792,
        Text = _text.ToString().AsMemory(),
        Glyphs = _glyphs.ToArray(),
        Styles = [.. _styles],
        MarkedContents = [.. _contents],
        Rules = [.. _rules],
        Fills = [],
        Links = [.. _links],
        ImageCover = ImageCover,
        FilledSegments = FilledSegments,
        Diagnostics = [],
    };
}

/// <summary>A file of sketched pages behind the engine's seam.</summary>
internal sealed class SketchFile(params PageSketch[] pages) : IPdfEngine, IPdfFile
{
    public PdfTag? Structure { get; init; }

    public int PageCount => pages.Length;

    public DocumentMetadata Metadata => DocumentMetadata.None;

    public ImmutableArray<PdfOutlineItem> Outline => [];

    public ImmutableArray<Diagnostic> Diagnostics => [];

    public PdfOpenResult Open(ReadOnlyMemory<byte> file, string? password, CancellationToken cancellation) => new PdfOpenResult.Opened(this);

    public PdfPage ReadPage(int number, CancellationToken cancellation) => pages[number - 1].Build(number);

    public ReadResult Read() => new PdfReader(this).Read(new SourceFile("sketch.pdf", "%PDF-1.7"u8.ToArray()), CancellationToken.None);

    public PolicyDocument Document() => Read() is ReadResult.Read read ? read.Document : throw new InvalidOperationException(Read().ToString());

    public static PdfTag Tag(string role, params ReadOnlySpan<PdfTagChild> children) => new(role, null, null, null, 1, 1) { Children = [.. children] };

    public static PdfTagChild Child(PdfTag tag) => new(tag, 0, -1);

    /// <summary>A tag that holds one piece of marked content on one page.</summary>
    public static PdfTagChild Leaf(string role, int id, int page = 1) => Child(Tag(role, new PdfTagChild(null, page, id)));
}
