using System.Text;

namespace Ingest.Readers.Pdf.Objects;

/// <summary>Text strings outside content streams (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding.</summary>
internal static class TextString
{
    // PDFDocEncoding (D.3) differs from Latin-1 at 0x18-0x1F and 0x80-0xA0 only.
    private const string Low = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string High = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 2)
        {
            if (bytes[0] == 0xFE && bytes[1] == 0xFF) return WithoutLanguage(Encoding.BigEndianUnicode.GetString(bytes[2..]));
            if (bytes[0] == 0xFF && bytes[1] == 0xFE) return WithoutLanguage(Encoding.Unicode.GetString(bytes[2..]));
            if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) return WithoutLanguage(Encoding.UTF8.GetString(bytes[3..]));
        }
        return string.Create(bytes.Length, bytes, static (chars, source) =>
        {
            for (int i = 0; i < chars.Length; i++) chars[i] = DocChar(source[i]);
        });
    }

    private static char DocChar(byte b) => b switch
    {
        >= 0x18 and <= 0x1F => Low[b - 0x18],
        >= 0x80 and <= 0xA0 => High[b - 0x80],
        _ => (char)b,
    };

    /// <summary>Language escapes stand between two U+001B (7.9.2.2.2).</summary>
    private static string WithoutLanguage(string text)
    {
        int start;
        while ((start = text.IndexOf('\u001B')) >= 0)
        {
            int end = text.IndexOf('\u001B', start + 1);
            text = end < 0 ? text.Remove(start) : text.Remove(start, end - start + 1);
        }
        return text;
    }
}
