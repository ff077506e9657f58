using System.Buffers;
using System.Runtime.CompilerServices;

namespace Ingest.Readers.Pdf.Objects;

/// <summary>Character classes of PDF syntax (ISO 32000-2, 7.2.3).</summary>
internal static class Characters
{
    private const byte White = 1;
    private const byte Delimiter = 2;
    private const byte Digit = 4;

    private static readonly byte[] Classes = Build();

    /// <summary>White space and delimiters: what ends a regular token.</summary>
    public static SearchValues<byte> TokenEnds { get; } = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWhite(byte b) => (Classes[b] & White) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsRegular(byte b) => (Classes[b] & (White | Delimiter)) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(byte b) => (Classes[b] & Digit) != 0;

    /// <summary>0 to 15, or -1 where the byte is no hexadecimal digit.</summary>
    public static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static byte[] Build()
    {
        byte[] classes = new byte[256];
        foreach (byte b in "\0\t\n\f\r "u8) classes[b] = White;
        foreach (byte b in "()<>[]{}/%"u8) classes[b] = Delimiter;
        foreach (byte b in "0123456789"u8) classes[b] = Digit;
        return classes;
    }
}
