namespace Ingest.Readers.Pdf.Content;

/// <summary>Operators that matter for text and place (ISO 32000-2, annex A), packed as <see cref="ContentLexer.Next"/> gives them.</summary>
internal static class Operators
{
    public const uint Save = 'q', Restore = 'Q', Concatenate = 'c' << 8 | 'm', LineWidth = 'w', GraphicsState = 'g' << 8 | 's', XObject = 'D' << 8 | 'o';
    public const uint BeginText = 'B' << 8 | 'T', EndText = 'E' << 8 | 'T', SetFont = 'T' << 8 | 'f', CharSpacing = 'T' << 8 | 'c', WordSpacing = 'T' << 8 | 'w';
    public const uint Scaling = 'T' << 8 | 'z', Leading = 'T' << 8 | 'L', RenderMode = 'T' << 8 | 'r', Rise = 'T' << 8 | 's';
    public const uint Move = 'T' << 8 | 'd', MoveLeading = 'T' << 8 | 'D', TextMatrix = 'T' << 8 | 'm', NextLine = 'T' << 8 | '*';
    public const uint Show = 'T' << 8 | 'j', ShowArray = 'T' << 8 | 'J', ShowNext = '\'', ShowSpaced = '"';
    public const uint MoveTo = 'm', LineTo = 'l', Curve = 'c', CurveV = 'v', CurveY = 'y', Close = 'h', Rectangle = 'r' << 8 | 'e';
    public const uint Stroke = 'S', CloseStroke = 's', Fill = 'f', FillOld = 'F', FillEvenOdd = 'f' << 8 | '*', Both = 'B', BothEvenOdd = 'B' << 8 | '*';
    public const uint CloseBoth = 'b', CloseBothEvenOdd = 'b' << 8 | '*', EndPath = 'n', Clip = 'W', ClipEvenOdd = 'W' << 8 | '*';
    public const uint Gray = 'g', Rgb = 'r' << 8 | 'g', Cmyk = 'k', StrokeGray = 'G', StrokeRgb = 'R' << 8 | 'G', StrokeCmyk = 'K';
    public const uint ColorSpace = 'c' << 8 | 's', Color = 's' << 8 | 'c', ColorN = 's' << 16 | 'c' << 8 | 'n';
    public const uint StrokeColorSpace = 'C' << 8 | 'S', StrokeColor = 'S' << 8 | 'C', StrokeColorN = 'S' << 16 | 'C' << 8 | 'N';
    public const uint BeginMarked = 'B' << 16 | 'M' << 8 | 'C', BeginMarkedWith = 'B' << 16 | 'D' << 8 | 'C', EndMarked = 'E' << 16 | 'M' << 8 | 'C';
    public const uint BeginImage = 'B' << 8 | 'I';
}
