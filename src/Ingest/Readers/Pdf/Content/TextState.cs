using Ingest.Readers.Pdf.Fonts;

namespace Ingest.Readers.Pdf.Content;

/// <summary>The text object (ISO 32000-2, 9.4): keeps the two text matrices and turns shown strings into glyphs on the page.</summary>
internal sealed class TextState(PageRecorder page, Area pageBox)
{
    /// <summary>A base line counts as level while it rises less than this share of its run (about 1.5 degrees).</summary>
    private const double Level = 0.026;

    private const float LargestCoordinate = 1e6f;

    private Transform _line = Transform.Identity;
    private Transform _text = Transform.Identity;
    private PdfFont? _styleFont;
    private double _styleSize;
    private int _styleColor;
    private ushort _style;

    public void Begin() => _line = _text = Transform.Identity;

    public void ForgetStyle() => _styleFont = null;

    public void Set(in Transform matrix) => _line = _text = matrix;

    public void Move(double x, double y) => _line = _text = _line.Moved(x, y);

    /// <summary>Moves back by thousandths of the font size (the numbers of TJ).</summary>
    public void Adjust(double thousandths, ref GraphicsState state)
    {
        double shift = -thousandths / 1000 * state.FontSize;
        _text = state.Font?.Vertical == true ? _text.Moved(0, shift) : _text.Moved(shift * state.Scaling, 0);
    }

    public void Show(ReadOnlySpan<byte> bytes, ref GraphicsState state, PdfFont font, int markedContent)
    {
        Transform m = _text.Then(state.ToPage);
        double size = state.FontSize, scaling = state.Scaling;
        double height = size * Math.Sqrt(m.C * m.C + m.D * m.D);
        double run = Math.Sign(size) * Math.Sign(scaling) * m.A;
        bool rotated = font.Vertical || run <= 0 || Math.Abs(m.B) > Level * Math.Abs(m.A);
        ushort style = StyleOf(font, Math.Abs(height), state.Fill);
        GlyphFlags common = (rotated ? GlyphFlags.Rotated : GlyphFlags.None) | (state.RenderMode is 3 or 7 ? GlyphFlags.Invisible : GlyphFlags.None);
        double ascent = font.Traits.Ascent * size + state.Rise, descent = font.Traits.Descent * size + state.Rise;
        double x = 0, y = 0;
        while (!bytes.IsEmpty)
        {
            int length = font.ReadCode(bytes, out uint code);
            bytes = bytes[length..];
            FontGlyph glyph = font[code];
            double space = state.CharSpacing + (length == 1 && code == ' ' ? state.WordSpacing : 0);
            if (font.Vertical)
            {
                Add(glyph, common, style, markedContent, m, ref state, x - size / 2, x + size / 2, y - glyph.Width * size, y, y);
                y -= glyph.Width * size - space;
            }
            else
            {
                double width = glyph.Width * size * scaling;
                Add(glyph, common, style, markedContent, m, ref state, x, x + width, descent, ascent, state.Rise);
                x += width + space * scaling;
            }
            if (page.Full) break;
        }
        _text = _text.Moved(x, y);
    }

    private ushort StyleOf(PdfFont font, double size, int color)
    {
        if (ReferenceEquals(font, _styleFont) && size == _styleSize && color == _styleColor) return _style;
        (_styleFont, _styleSize, _styleColor) = (font, size, color);
        return _style = page.Style(font, size, color);
    }

    private void Add(in FontGlyph glyph, GlyphFlags flags, ushort style, int marked, in Transform m, ref GraphicsState state, double left, double right, double bottom, double top, double baseLine)
    {
        if (glyph.Text.Length == 0) return;
        double x0, y0, x1, y1;
        (double baseX, double baseY) = m.Apply(left, baseLine);
        if ((flags & GlyphFlags.Rotated) == GlyphFlags.None)
        {
            double endX = m.A * right + m.C * baseLine + m.E;
            double topY = m.D * top + m.B * left + m.F, bottomY = m.D * bottom + m.B * left + m.F;
            (x0, x1) = baseX <= endX ? (baseX, endX) : (endX, baseX);
            (y0, y1) = topY <= bottomY ? (topY, bottomY) : (bottomY, topY);
        }
        else
        {
            Area box = m.Bounds(left, bottom, right, top);
            (x0, y0, x1, y1) = (box.X0, box.Y0, box.X1, box.Y1);
        }
        // Also refuses coordinates that are not numbers.
        if (!(Math.Abs(x0) < LargestCoordinate && Math.Abs(y0) < LargestCoordinate && Math.Abs(x1) < LargestCoordinate && Math.Abs(y1) < LargestCoordinate)) return;
        double middleX = (x0 + x1) / 2, middleY = (y0 + y1) / 2;
        if (!glyph.Mapped) flags |= GlyphFlags.Unmapped;
        if (glyph.Space) flags |= GlyphFlags.Space;
        if (!pageBox.Holds(middleX, middleY)) flags |= GlyphFlags.OffPage;
        else if (!state.Clip.Holds(middleX, middleY)) flags |= GlyphFlags.Invisible;
        page.AddGlyph(glyph.Text, flags, style, marked, (float)x0, (float)y0, (float)x1, (float)y1, (float)baseY);
    }
}
