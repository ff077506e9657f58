using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Name and look of a font. Ascent and descent in ems, descent negative.</summary>
internal sealed record FontTraits(string Name, int Weight, bool Italic, bool Symbolic, bool FixedPitch, float Ascent, float Descent)
{
    private const int FixedPitchFlag = 1;
    private const int SymbolicFlag = 1 << 2;
    private const int ItalicFlag = 1 << 6;
    private const int ForceBoldFlag = 1 << 18;

    // Stems of text faces are 70 to 100 thousandths of an em wide when regular and from 130 on when bold (Arial 88 and 138, Times 84 and 136).
    private const double BoldStem = 130;

    private const float UsualAscent = 0.9f;
    private const float UsualDescent = -0.22f;

    private static readonly string[] BoldWords = ["bold", "black", "heavy", "demi"];
    private static readonly string[] ItalicWords = ["italic", "oblique"];

    public static FontTraits Of(PdfDictionary font, PdfDictionary? descriptor)
    {
        string name = WithoutSubset(font.Get("BaseFont").Name ?? descriptor?.Get("FontName").Name ?? font.Get("Name").Name ?? "");
        int flags = descriptor?.Get("Flags").Int() ?? 0;
        bool bold = (flags & ForceBoldFlag) != 0 || (descriptor?.Get("FontWeight").Number() ?? 0) >= 600
            || (descriptor?.Get("StemV").Number() ?? 0) >= BoldStem || Array.Exists(BoldWords, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
        bool italic = (flags & ItalicFlag) != 0 || (descriptor?.Get("ItalicAngle").Number() ?? 0) != 0
            || Array.Exists(ItalicWords, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
        float ascent = (float)(descriptor?.Get("Ascent").Number() ?? 0) / 1000;
        float descent = (float)(descriptor?.Get("Descent").Number() ?? 0) / 1000;
        // Some writers give the descent without its sign, or nothing, or the extent of the tallest glyph.
        if (descent > 0) descent = -descent;
        return new(
            name, bold ? 700 : 400, italic, (flags & SymbolicFlag) != 0, (flags & FixedPitchFlag) != 0,
            ascent is >= 0.5f and <= 1.1f ? ascent : UsualAscent, descent is >= -0.45f and <= -0.1f ? descent : UsualDescent);
    }

    /// <summary>"ABCDEF+Name" is a subset of Name (9.9.2).</summary>
    private static string WithoutSubset(string name) => name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).ContainsAnyExceptInRange('A', 'Z') is false ? name[7..] : name;
}
