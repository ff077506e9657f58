namespace Ingest.Readers.Pdf.Fonts;

/// <summary>What a font says of one code. Width in units of the font size (1 is an em).</summary>
/// <param name="Text">Text that the glyph stands for, ligatures taken apart; U+FFFD where nothing is known.</param>
internal readonly record struct FontGlyph(string Text, float Width, bool Mapped, bool Space);

/// <summary>A font as far as reading text needs it. Glyphs are worked out when a code first occurs and kept.</summary>
internal abstract class PdfFont(FontTraits traits)
{
    private readonly FontGlyph[]?[] _pages = new FontGlyph[]?[256];
    private Dictionary<uint, FontGlyph>? _beyond;

    public FontTraits Traits => traits;

    /// <summary>Text runs downward (9.7.4.3).</summary>
    public virtual bool Vertical => false;

    /// <summary>Takes the next code off a non-empty string; returns its length in bytes.</summary>
    public abstract int ReadCode(ReadOnlySpan<byte> bytes, out uint code);

    public FontGlyph this[uint code]
    {
        get
        {
            if (code > 0xFFFF) return Beyond(code);
            FontGlyph[] page = _pages[code >> 8] ??= new FontGlyph[256];
            ref FontGlyph glyph = ref page[code & 0xFF];
            if (glyph.Text is null) glyph = Make(code);
            return glyph;
        }
    }

    /// <summary>The text by the font's own means, null where it has none.</summary>
    protected abstract string? TextOf(uint code);

    protected abstract float WidthOf(uint code);

    /// <summary>What to show for a code of which nothing is known.</summary>
    protected virtual string Guess(uint code) => "\uFFFD";

    private FontGlyph Beyond(uint code)
    {
        _beyond ??= [];
        if (_beyond.TryGetValue(code, out FontGlyph glyph)) return glyph;
        return _beyond[code] = Make(code);
    }

    private FontGlyph Make(uint code)
    {
        string? text = TextOf(code);
        string shown = PlainText.Of(text ?? Guess(code));
        return new(shown, WidthOf(code), text is not null, shown.Length > 0 && string.IsNullOrWhiteSpace(shown));
    }
}
