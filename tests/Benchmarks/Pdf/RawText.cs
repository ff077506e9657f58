using System.Text;
using Ingest.Readers.Pdf;

namespace Ingest.Benchmarks.Pdf;

/// <summary>Words in the order of the content stream, split at white space, at gaps and at changes of the base line: the engine's text without any layout.</summary>
internal static class RawText
{
    private const float Gap = 0.12f;

    public static void Append(PdfPage page, StringBuilder text)
    {
        ReadOnlySpan<Glyph> glyphs = page.Glyphs.Span;
        ReadOnlySpan<char> chars = page.Text.Span;
        for (int i = 0; i < glyphs.Length; i++)
        {
            Glyph glyph = glyphs[i];
            if ((glyph.Flags & GlyphFlags.OffPage) != GlyphFlags.None) continue;
            if (i > 0 && Breaks(glyphs[i - 1], glyph, Math.Max(page.Styles[glyph.Style].Size, page.Styles[glyphs[i - 1].Style].Size))) text.Append(' ');
            text.Append(chars.Slice(glyph.TextStart, glyph.TextLength));
        }
        text.Append('\n');
    }

    private static bool Breaks(in Glyph before, in Glyph glyph, float size)
    {
        if ((glyph.Flags & GlyphFlags.Rotated) != GlyphFlags.None) return Math.Abs(glyph.X0 - before.X0) > size && Math.Abs(glyph.Y0 - before.Y0) > size;
        return Math.Abs(glyph.BaseY - before.BaseY) > 0.5f * size || glyph.X0 - before.X1 > Gap * size || glyph.X0 < before.X0 - Gap * size;
    }
}
