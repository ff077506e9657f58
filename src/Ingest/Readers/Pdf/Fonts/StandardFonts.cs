using System.Collections.Frozen;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Widths for fonts that a file names but neither embeds nor measures: the standard 14 and their usual stand-ins (ISO 32000-1, 9.6.2.2).</summary>
internal static class StandardFonts
{
    public const int CourierWidth = 600;

    public static bool IsCourier(FontTraits traits) => traits.FixedPitch || traits.Name.Contains("Courier", StringComparison.OrdinalIgnoreCase);

    public static FrozenDictionary<string, short>? Widths(FontTraits traits)
    {
        string name = traits.Name;
        if (IsCourier(traits)) return null;
        if (name.Contains("Symbol", StringComparison.OrdinalIgnoreCase)) return FontData.Widths("Symbol");
        if (name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase)) return FontData.Widths("ZapfDingbats");
        bool bold = traits.Weight > 400;
        if (name.Contains("Times", StringComparison.OrdinalIgnoreCase) || name.Contains("Serif", StringComparison.OrdinalIgnoreCase))
            return FontData.Widths((bold, traits.Italic) switch { (true, true) => "Times-BoldItalic", (true, false) => "Times-Bold", (false, true) => "Times-Italic", _ => "Times-Roman" });
        return FontData.Widths(bold ? "Helvetica-Bold" : "Helvetica");
    }
}
