namespace Ingest.Readers.Pdf.Layout;

/// <summary>One character of a PDF's text to what a person reads: ligatures in letters, private-use bullets as bullets, odd spaces as spaces.</summary>
internal static class Characters
{
    public const char SoftHyphen = '\u00AD';

    public static bool IsIgnorable(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0';

    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' or (>= '\t' and <= '\r');

    /// <summary>The letters of a Latin ligature (U+FB00 to U+FB06); null for any other character.</summary>
    public static string? Ligature(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' => "st",
        '\uFB06' => "st",
        _ => null,
    };

    /// <summary>
    /// Symbol and Wingdings fonts put their codes at U+F000 + code. The common bullets, and the signs of the Symbol encoding
    /// (ISO 32000-2, Annex D.5) that policies print; any other comes back as it is.
    /// </summary>
    public static char Standard(char c) => c switch
    {
        '\uF0B7' => '•',
        '\uF0A7' => '▪',
        '\uF06E' => '■',
        '\uF071' or '\uF0A8' or '\uF06F' => '☐',
        '\uF0FC' or '\uF050' => '✓',
        '\uF0FE' or '\uF052' => '☑',
        '\uF0D8' => '➢',
        '\uF0E0' or '\uF0AE' => '→',
        '\uF075' or '\uF076' => '◆',
        '\uF0B3' => '≥',
        '\uF0A3' => '≤',
        '\uF0B1' => '±',
        '\uF0B0' => '°',
        '\uF0B4' => '×',
        '\uF06D' => 'μ',
        '\uF061' => 'α',
        '\uF062' => 'β',
        '\uF067' => 'γ',
        '\uF064' => 'δ',
        '\uF02D' => '-',
        '\uF0D2' => '®',
        '\uF0D4' => '™',
        '\u2010' or '\u2011' => '-',
        _ => c,
    };

    /// <summary>A code of a font's own, of which the file does not say what it draws.</summary>
    public static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    /// <summary>Characters that stand alone before a list item. A lone "o" is one too, but only where the next word is set apart.</summary>
    public static bool IsBullet(char c) => IsPrivate(c) || c is '•' or '·' or '▪' or '■' or '□' or '●' or '○' or '◦' or '‣' or '⁃' or '∙' or '➢' or '►' or '▶' or '◆' or '❖'
        or '✓' or '✔' or '☐' or '☑' or '→' or '*' or '–' or '-' or '—' or '§' or '¨' or 'Ø' or '⮚' or '◊' or '▫' or '»';
}
