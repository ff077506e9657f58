using System.Globalization;
using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>What a glyph's name says of its text: the list, then the forms "uniXXXX" and "uXXXXX" of the Adobe glyph list specification.</summary>
internal static class GlyphNames
{
    /// <summary>Null where the name says nothing ("g23", "cid:5", ".notdef").</summary>
    public static string? ToText(string name)
    {
        if (name.Length == 0 || name == ".notdef") return null;
        if (FontData.TextOf(name) is { } listed) return listed;
        int suffix = name.IndexOf('.');
        if (suffix > 0) return ToText(name[..suffix]);
        if (name.Contains('_')) return Components(name);
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && Units(name.AsSpan(3)) is { } units) return units;
        if (name[0] == 'u' && name.Length is >= 5 and <= 7 && Scalar(name.AsSpan(1)) is { } scalar) return scalar;
        return null;
    }

    /// <summary>"f_f_i": the parts of a ligature.</summary>
    private static string? Components(string name)
    {
        var text = new StringBuilder();
        foreach (string part in name.Split('_', 9))
        {
            if (part.Contains('_') || ToText(part) is not { } known) return null;
            text.Append(known);
        }
        return text.ToString();
    }

    private static string? Units(ReadOnlySpan<char> hex)
    {
        if (hex.Length % 4 != 0 || hex.Length > 32) return null;
        var text = new StringBuilder();
        for (int i = 0; i < hex.Length; i += 4)
        {
            if (!ushort.TryParse(hex.Slice(i, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort unit) || char.IsSurrogate((char)unit)) return null;
            text.Append((char)unit);
        }
        return text.ToString();
    }

    private static string? Scalar(ReadOnlySpan<char> hex) =>
        int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int value) && Rune.IsValid(value) ? new Rune(value).ToString() : null;
}
