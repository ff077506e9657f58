using Ingest.Readers.Pdf.Fonts;

namespace Ingest.Readers.Pdf.Content;

/// <summary>What q saves and Q restores (ISO 32000-2, 8.4.1 and 9.3), as far as text and rules depend on it. Copied by value.</summary>
internal struct GraphicsState
{
    public Transform ToPage;
    public Area Clip;
    public PdfFont? Font;
    public double FontSize;
    public double CharSpacing;
    public double WordSpacing;
    public double Scaling;
    public double Leading;
    public double Rise;
    public int RenderMode;
    public double LineWidth;
    public int Fill;
    public int Stroke;
    public ColorModel FillModel;
    public ColorModel StrokeModel;

    public static GraphicsState Initial(in Transform toPage, in Area clip) => new() { ToPage = toPage, Clip = clip, Scaling = 1, LineWidth = 1 };
}

/// <summary>How many numbers a colour has and what they mean. A tint is one ink, 1 for full.</summary>
internal enum ColorModel : byte { Gray, Rgb, Cmyk, Tint, Other }
