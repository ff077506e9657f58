namespace Ingest.Readers.Pdf.Fonts;

/// <summary>An embedded font program, asked only where the file itself says nothing of Unicode.</summary>
internal abstract class FontProgram
{
    /// <summary>Text of a code by the program's built-in encoding or cmap; null where unknown.</summary>
    public abstract string? TextOfCode(uint code);

    /// <summary>Text of a glyph by its name in the program; null where unknown.</summary>
    public virtual string? TextOfGlyph(string name) => null;

    /// <summary>Text of a glyph by its index (TrueType) or CID (CFF); null where unknown.</summary>
    public abstract string? TextOfGlyph(uint glyph);
}
