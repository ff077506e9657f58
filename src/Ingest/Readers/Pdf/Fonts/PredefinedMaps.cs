namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// Predefined CMaps (ISO 32000-2, 9.7.5.2) as far as their codes can be understood without the large tables of the CJK collections:
/// Identity, the maps whose codes are Unicode themselves, and those of older character sets that the framework can read.
/// </summary>
internal static class PredefinedMaps
{
    public static CharacterMap? Find(string name)
    {
        bool vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        if (name.StartsWith("Identity", StringComparison.Ordinal)) return CharacterMap.Identity(vertical);
        return CodesOf(name) switch
        {
            CodesAreText.Utf16 when name.Contains("UTF16", StringComparison.Ordinal) => Utf16(vertical),
            CodesAreText.Utf16 => CharacterMap.Identity(vertical),
            CodesAreText.Utf32 => Codes(vertical, (0u, 0x10FFFFu, 4)),
            _ => LegacyCodes.Of(name) is { } legacy ? LegacyCodes.Codes(legacy.CodePage, vertical) : null,
        };
    }

    public static CodesAreText CodesOf(string? name)
    {
        if (name is null || !name.StartsWith("Uni", StringComparison.Ordinal)) return CodesAreText.No;
        if (name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal)) return CodesAreText.Utf16;
        return name.Contains("UTF32", StringComparison.Ordinal) ? CodesAreText.Utf32 : CodesAreText.No;
    }

    private static CharacterMap Utf16(bool vertical) => Codes(vertical, (0u, 0xD7FFu, 2), (0xE000u, 0xFFFFu, 2), (0xD800DC00u, 0xDBFFDFFFu, 4));

    private static CharacterMap Codes(bool vertical, params ReadOnlySpan<(uint Low, uint High, int Length)> ranges)
    {
        var map = new CharacterMap { Vertical = vertical };
        foreach ((uint low, uint high, int length) in ranges) map.AddCodes(low, high, length);
        return map;
    }
}
