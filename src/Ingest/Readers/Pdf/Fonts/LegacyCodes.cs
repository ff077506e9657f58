using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Predefined CMaps whose codes are an older East Asian character set (ISO 32000-2, table 116): the framework's own code pages read them,
/// which spares tables of CIDs.
/// </summary>
internal static class LegacyCodes
{
    private static readonly (string Part, int CodePage)[] Pages =
    [
        ("RKSJ", 932), ("EUC-H", 51932), ("EUC-V", 51932), ("GBK2K", 54936), ("GBK", 936), ("GBpc", 936), ("GB-EUC", 936), ("B5pc", 950), ("ETen", 950), ("ETenms", 950),
        ("HKscs", 950), ("KSCms", 949), ("KSCpc", 949), ("KSC-EUC", 949),
    ];

    static LegacyCodes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a CMap's codes, null where it is none of these.</summary>
    public static Encoding? Of(string? name)
    {
        if (name is null) return null;
        foreach ((string part, int page) in Pages)
        {
            // "EUC-H" alone is Japanese; with a prefix it is another set, which stands further on.
            bool found = part.StartsWith("EUC", StringComparison.Ordinal) ? name == part : name.Contains(part, StringComparison.Ordinal);
            if (found) return Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        return null;
    }

    /// <summary>A map of the code lengths of such an encoding: one byte, or two from 0x81 on (four in GB 18030 are left out).</summary>
    public static CharacterMap Codes(int codePage, bool vertical)
    {
        var map = new CharacterMap { Vertical = vertical };
        map.AddCodes(0x00, 0x80, 1);
        // Shift-JIS has half-width katakana in the middle of its lead bytes.
        if (codePage == 932)
        {
            map.AddCodes(0xA0, 0xDF, 1);
            map.AddCodes(0x8140, 0x9FFC, 2);
            map.AddCodes(0xE040, 0xFCFC, 2);
        }
        else
        {
            map.AddCodes(0x8140, 0xFEFE, 2);
        }
        return map;
    }

    public static string? Text(Encoding encoding, uint code)
    {
        ReadOnlySpan<byte> bytes = code > 0xFF ? [(byte)(code >> 8), (byte)code] : [(byte)code];
        string text = encoding.GetString(bytes);
        return text.Contains('\uFFFD') ? null : text;
    }
}
