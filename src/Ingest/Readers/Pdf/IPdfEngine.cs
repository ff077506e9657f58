using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf;

/// <summary>
/// The seam behind which a PDF engine stands: bytes in; positioned glyphs, marked content, ruling lines and the tag tree out.
/// Another engine (PdfPig, say) can be put behind it; layout and structure see nothing else of PDF.
/// </summary>
public interface IPdfEngine
{
    /// <summary>Never throws on any bytes.</summary>
    PdfOpenResult Open(ReadOnlyMemory<byte> file, string? password, CancellationToken cancellation);
}

public abstract record PdfOpenResult
{
    private PdfOpenResult() { }

    public sealed record Opened(IPdfFile File) : PdfOpenResult;

    public sealed record Failed(string Rule, string Reason) : PdfOpenResult;
}

public interface IPdfFile
{
    int PageCount { get; }

    DocumentMetadata Metadata { get; }

    /// <summary>Root of the logical structure (ISO 32000-2, 14.7); null where the file is not tagged or the tree cannot be used.</summary>
    PdfTag? Structure { get; }

    /// <summary>Titles of the document outline, outermost first, in order; empty where there is none.</summary>
    ImmutableArray<PdfOutlineItem> Outline { get; }

    /// <summary>Reads one page; <paramref name="number"/> is 1-based. What fails to decode is left out and told in its diagnostics.</summary>
    PdfPage ReadPage(int number, CancellationToken cancellation);

    ImmutableArray<Diagnostic> Diagnostics { get; }
}

public sealed record PdfOutlineItem(string Title, int Level, int? Page, double? Top);

/// <summary>
/// A structure element. <see cref="Role"/> is the standard type after the role map ("P", "H1", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
/// "Link", "Figure", "Span", "TOC", …). Children in order, each an element or a piece of marked content.
/// </summary>
public sealed record PdfTag(string Role, string? ActualText, string? Alternate, string? Expansion, int RowSpan, int ColumnSpan)
{
    public ImmutableArray<PdfTagChild> Children { get; init; } = [];
}

/// <summary>Either <paramref name="Tag"/>, or marked content <paramref name="MarkedContentId"/> of <paramref name="Page"/> (1-based).</summary>
public readonly record struct PdfTagChild(PdfTag? Tag, int Page, int MarkedContentId);

/// <summary>A page, after its rotation, in points from its top left corner, y downward. Arrays may be pooled: use before the next page is read.</summary>
public sealed class PdfPage
{
    public required int Number { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>Text of all glyphs one after the other; a glyph's slice is <see cref="Glyph.TextStart"/>, <see cref="Glyph.TextLength"/>.</summary>
    public required ReadOnlyMemory<char> Text { get; init; }

    /// <summary>In the order of the content stream.</summary>
    public required ReadOnlyMemory<Glyph> Glyphs { get; init; }

    public required ImmutableArray<GlyphStyle> Styles { get; init; }

    public required ImmutableArray<MarkedContent> MarkedContents { get; init; }

    /// <summary>Straight horizontal and vertical strokes and thin filled boxes (rules of tables, underlines).</summary>
    public required ImmutableArray<PdfRule> Rules { get; init; }

    /// <summary>Filled rectangles that are not thin: shaded cells and side boxes.</summary>
    public required ImmutableArray<Box> Fills { get; init; }

    public required ImmutableArray<PdfLink> Links { get; init; }

    /// <summary>Area covered by images, as a share of the page, 0 to 1: tells a scan from a blank page.</summary>
    public required double ImageCover { get; init; }

    /// <summary>How many path segments are filled outside text: tells text drawn as outlines.</summary>
    public required int FilledSegments { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}

[Flags]
public enum GlyphFlags : byte
{
    None = 0,

    /// <summary>Text rendering mode 3, or outside every clip: not seen on paper (the text layer of a scan).</summary>
    Invisible = 1,

    /// <summary>The font says nothing of Unicode for it; the text is a guess or U+FFFD.</summary>
    Unmapped = 2,

    /// <summary>The glyph is white space.</summary>
    Space = 4,

    /// <summary>Base line not horizontal on the page as shown.</summary>
    Rotated = 8,

    /// <summary>Outside the page's crop box.</summary>
    OffPage = 16,
}

/// <summary>One shown glyph. Box in page points (y downward); <see cref="BaseY"/> is its base line.</summary>
public readonly record struct Glyph(
    int TextStart, byte TextLength, GlyphFlags Flags, ushort Style, int MarkedContent, float X0, float Y0, float X1, float Y1, float BaseY);

/// <summary>Size in points as shown on the page; weight 400 or 700 (font descriptor or name); colour is 0xRRGGBB of the fill.</summary>
public sealed record GlyphStyle(string FontName, float Size, int Weight, bool Italic, int Color);

/// <summary>A marked-content sequence (ISO 32000-2, 14.6). <see cref="Glyph.MarkedContent"/> is an index into these, -1 outside all.</summary>
/// <param name="Id">MCID, -1 where it has none (or none of its ancestors has).</param>
/// <param name="Artifact">Inside an Artifact sequence: page furniture by the file's own word.</param>
/// <param name="ArtifactType">"Pagination", "Layout", "Page", "Background", or a subtype ("Header", "Footer", "Watermark"), else null.</param>
public sealed record MarkedContent(string Tag, int Id, bool Artifact, string? ArtifactType, string? ActualText);

public readonly record struct PdfRule(float X0, float Y0, float X1, float Y1, float Thickness)
{
    public bool Horizontal => Math.Abs(Y1 - Y0) <= Math.Abs(X1 - X0);
}

/// <summary>A link annotation: its box on the page, and the address (or "#page=N" inside the file).</summary>
public readonly record struct PdfLink(Box Box, string Target);
