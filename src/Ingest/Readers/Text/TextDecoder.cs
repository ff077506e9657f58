using System.Buffers;
using System.Text;

namespace Ingest.Readers.Text;

/// <summary>What became of decoding: the text, or the rule and reason why the bytes are not one.</summary>
internal readonly record struct DecodedText(string? Text, string Rule, string Reason)
{
    public static DecodedText Of(string text) => new(text, "", "");

    public static DecodedText Failed(string rule, string reason) => new(null, rule, reason);
}

/// <summary>
/// Bytes as text: by byte order mark, else UTF-16/32 by where the NUL bytes stand, else UTF-8 where it is valid, else Windows-1252.
/// </summary>
internal static class TextDecoder
{
    /// <summary>No policy comes near this as text (a 500-page one is 2 MB); beyond it the input is a mistake or an attack.</summary>
    public const int MaximumBytes = 32 * 1024 * 1024;

    private const int Sample = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return DecodedText.Failed("empty-file", "The file is empty (0 bytes).");
        if (bytes.Length > MaximumBytes)
        {
            return DecodedText.Failed("too-large", $"The text is larger than {MaximumBytes / (1024 * 1024)} MB; no policy is. Give the policy alone.");
        }
        string text = Unmarked(bytes);
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        int letters = 0, odd = 0;
        foreach (char c in sample)
        {
            if (char.IsLetterOrDigit(c)) letters++;
            else if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v'))) odd++;
        }
        if (letters == 0) return DecodedText.Failed("no-usable-text", "There is no text in the file: no letter and no digit.");
        if (odd > sample.Length / 20) return DecodedText.Failed("not-text", "The content is binary data, not text.");
        return DecodedText.Of(text);
    }

    /// <summary>A line of a file without mark: UTF-8 where it is valid, else Windows-1252.</summary>
    public static string Line(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252(bytes);

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF])) return new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (WithoutMark(bytes) is { } wide) return wide.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    /// <summary>English text in a wide encoding has its NUL bytes on the same places of each unit.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..(Math.Min(bytes.Length, 4096) & ~3)];
        if (sample.Length < 8) return null;
        Span<int> nuls = stackalloc int[4];
        for (int i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0) nuls[i & 3]++;
        }
        int most = sample.Length / 4 * 9 / 10, few = sample.Length / 40;
        if (nuls[1] > most && nuls[2] > most && nuls[3] > most && nuls[0] <= few) return Encoding.UTF32;
        if (nuls[0] > most && nuls[1] > most && nuls[2] > most && nuls[3] <= few) return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        if (nuls[1] > most && nuls[3] > most && nuls[0] <= few && nuls[2] <= few) return Encoding.Unicode;
        if (nuls[0] > most && nuls[2] > most && nuls[1] <= few && nuls[3] <= few) return Encoding.BigEndianUnicode;
        return null;
    }

    /// <summary>Windows-1252 is Latin-1 but for 0x80 to 0x9F (WHATWG Encoding, index windows-1252; bytes unassigned there stay controls).</summary>
    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        const string high =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
            "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
        char[] text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            for (int i = 0; i < bytes.Length; i++) text[i] = bytes[i] is >= 0x80 and <= 0x9F ? high[bytes[i] - 0x80] : (char)bytes[i];
            return new string(text, 0, bytes.Length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
