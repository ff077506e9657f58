namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// An underlined "&lt;" or "&gt;" is an old word-processing habit for "≤" and "≥": a short rule under the sign alone. A rule that goes on under the
/// words beside it underlines text, and the sign stays what it is.
/// </summary>
internal sealed class UnderlinedSigns
{
    /// <summary>Ends of rules that come so near are one line, in points.</summary>
    private const float Touch = 1f;

    private readonly List<PdfRule> _rules = [];
    private PdfPage? _page;

    /// <summary>The sign that a person sees at the glyph of a page, of which <paramref name="c"/> is the text.</summary>
    public char Read(PdfPage page, in Glyph glyph, char c)
    {
        if (c is not ('<' or '>') || glyph.Flags.HasFlag(GlyphFlags.Rotated)) return c;
        Load(page);
        return IsUnderlined(glyph, page.Styles[glyph.Style].Size) ? (c == '<' ? '≤' : '≥') : c;
    }

    private void Load(PdfPage page)
    {
        if (ReferenceEquals(page, _page)) return;
        _page = page;
        _rules.Clear();
        foreach (PdfRule rule in page.Rules)
        {
            if (rule.Horizontal && rule.Thickness <= 3f) _rules.Add(rule);
        }
        _rules.Sort((a, b) => Height(a).CompareTo(Height(b)));
    }

    private bool IsUnderlined(in Glyph glyph, float size)
    {
        bool covered = false;
        for (int i = FirstFrom(glyph.BaseY + (0.02f * size)); i < _rules.Count && Height(_rules[i]) < glyph.BaseY + (0.24f * size); i++)
        {
            PdfRule rule = _rules[i];
            if (rule.X1 < glyph.X0 - Touch || rule.X0 > glyph.X1 + Touch) continue;
            // The underlined run may hold the space on either side.
            if (rule.X0 < glyph.X0 - (0.35f * size) || rule.X1 > glyph.X1 + (0.35f * size)) return false;
            covered |= Math.Min(rule.X1, glyph.X1) - Math.Max(rule.X0, glyph.X0) > 0.7f * (glyph.X1 - glyph.X0);
        }
        return covered;
    }

    private int FirstFrom(float y)
    {
        int low = 0, high = _rules.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Height(_rules[middle]) <= y) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static float Height(in PdfRule rule) => (rule.Y0 + rule.Y1) / 2;
}
