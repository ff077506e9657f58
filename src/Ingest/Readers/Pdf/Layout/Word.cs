using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

[Flags]
internal enum WordFlags : byte
{
    None = 0,

    /// <summary>White space or a gap stands before it on its line.</summary>
    SpaceBefore = 1,

    Rotated = 2,

    /// <summary>The file itself says that it is furniture (an Artifact sequence).</summary>
    Artifact = 4,

    /// <summary>Inside a Lbl element of the tag tree.</summary>
    Label = 8,

    /// <summary>Already written, or a second drawing of another word (fake bold).</summary>
    Dropped = 16,
}

/// <summary>
/// A run of glyphs without a gap, of one style, in points from the page's top left. <see cref="Start"/> and <see cref="Length"/> slice the page's text.
/// <see cref="Slot"/> is its place in the tag tree (see OwnerMap), -1 where it has none.
/// </summary>
internal struct Word
{
    public int Start;
    public int Length;
    public float X0, Y0, X1, Y1, BaseY, Size;
    public int Color;
    public int Slot;
    public TextStyle Style;
    public WordFlags Flags;

    public readonly float Top => BaseY - (0.72f * Size);

    public readonly float Bottom => BaseY + (0.22f * Size);

    public readonly bool Has(WordFlags flag) => Flags.HasFlag(flag);
}
