using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Extractors.Documents;
using Ingest.Readers.Pdf.Fonts;

namespace Ingest.Readers.Pdf.Content;

/// <summary>What a page's content came to. One instance serves a file: its buffers are used again for the next page.</summary>
internal sealed class PageRecorder
{
    private const int MostGlyphs = 2_000_000;
    private const int MostText = 1 << 24;
    private const int MostMarkedContents = 400_000;
    private const int MostMarks = 50_000;

    private readonly List<PdfRule> _rules = [];
    private readonly List<Box> _fills = [];
    private readonly List<MarkedContent> _marked = [];
    private readonly List<GlyphStyle> _styles = [];
    private readonly Dictionary<(PdfFont, float, int), ushort> _styleIndex = [];
    private Glyph[] _glyphs = new Glyph[4096];
    private char[] _text = new char[4096];
    private int _glyphCount, _textLength;
    private double _imageArea;

    public int FilledSegments { get; set; }

    public bool Full => _glyphCount >= MostGlyphs || _textLength >= MostText;

    public List<Diagnostic> Diagnostics { get; } = [];

    public void Reset()
    {
        _rules.Clear();
        _fills.Clear();
        _marked.Clear();
        _styles.Clear();
        _styleIndex.Clear();
        Diagnostics.Clear();
        (_glyphCount, _textLength, _imageArea, FilledSegments) = (0, 0, 0, 0);
    }

    public ushort Style(PdfFont font, double size, int color)
    {
        float rounded = MathF.Round((float)size, 2);
        var key = (font, rounded, color);
        if (_styleIndex.TryGetValue(key, out ushort index)) return index;
        if (_styles.Count >= ushort.MaxValue) return 0;
        index = (ushort)_styles.Count;
        _styles.Add(new(font.Traits.Name, rounded, font.Traits.Weight, font.Traits.Italic, color));
        return _styleIndex[key] = index;
    }

    public void AddGlyph(string text, GlyphFlags flags, ushort style, int markedContent, float x0, float y0, float x1, float y1, float baseY)
    {
        if (_glyphCount == _glyphs.Length) Array.Resize(ref _glyphs, _glyphCount * 2);
        if (_textLength + text.Length > _text.Length) Array.Resize(ref _text, Math.Max(_textLength * 2, _textLength + text.Length));
        text.CopyTo(_text.AsSpan(_textLength));
        _glyphs[_glyphCount++] = new(_textLength, (byte)text.Length, flags, style, markedContent, x0, y0, x1, y1, baseY);
        _textLength += text.Length;
    }

    public int AddMarked(MarkedContent content)
    {
        if (_marked.Count < MostMarkedContents) _marked.Add(content);
        return _marked.Count - 1;
    }

    public MarkedContent MarkedAt(int index) => _marked[index];

    public void AddRule(double x0, double y0, double x1, double y1, double thickness)
    {
        if (_rules.Count < MostMarks) _rules.Add(new((float)x0, (float)y0, (float)x1, (float)y1, (float)thickness));
    }

    public void AddFill(in Area box)
    {
        if (_fills.Count < MostMarks && box.Width > 0 && box.Height > 0) _fills.Add(new(box.X0, box.Y0, box.X1, box.Y1));
    }

    public void AddImage(in Area box) => _imageArea += box.Width * box.Height;

    public PdfPage ToPage(int number, double width, double height, ImmutableArray<PdfLink> links) => new()
    {
        Number = number,
        Width = width,
        Height = height,
        Text = _text.AsMemory(0, _textLength),
        Glyphs = _glyphs.AsMemory(0, _glyphCount),
        Styles = [.. _styles],
        MarkedContents = ImmutableCollectionsMarshal.AsImmutableArray(_marked.ToArray()),
        Rules = [.. _rules],
        Fills = [.. _fills],
        Links = links,
        ImageCover = width * height > 0 ? Math.Clamp(_imageArea / (width * height), 0, 1) : 0,
        FilledSegments = FilledSegments,
        Diagnostics = [.. Diagnostics],
    };
}
