namespace Ingest.Readers.Pdf.Objects;

/// <summary>Literal and hexadecimal strings (ISO 32000-2, 7.3.4).</summary>
internal static class LiteralStrings
{
    /// <summary>Index of the parenthesis that closes the string opened at <paramref name="start"/>, or the end of the data.</summary>
    public static int End(ReadOnlySpan<byte> data, int start)
    {
        int open = 0;
        for (int i = start; i < data.Length; i++)
        {
            int next = data[i..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (next < 0) return data.Length;
            i += next;
            switch (data[i])
            {
                case (byte)'\\': i++; break;
                case (byte)'(': open++; break;
                default:
                    if (--open == 0) return i;
                    break;
            }
        }
        return data.Length;
    }

    /// <summary>Undoes escapes; the result is never longer than the source. Returns its length.</summary>
    public static int Unescape(ReadOnlySpan<byte> source, Span<byte> result)
    {
        int length = 0;
        for (int i = 0; i < source.Length; i++)
        {
            byte b = source[i];
            if (b == '\r')
            {
                if (i + 1 < source.Length && source[i + 1] == '\n') i++;
                result[length++] = (byte)'\n';
            }
            else if (b != '\\')
            {
                result[length++] = b;
            }
            else if (++i < source.Length)
            {
                Escape(source, ref i, result, ref length);
            }
        }
        return length;
    }

    /// <summary>Two digits a byte, white space and rubbish passed over, a missing last digit is 0. Returns the length of the result.</summary>
    public static int Unhex(ReadOnlySpan<byte> source, Span<byte> result)
    {
        int length = 0, high = -1;
        foreach (byte b in source)
        {
            int digit = Characters.Hex(b);
            if (digit < 0) continue;
            if (high < 0) { high = digit; continue; }
            result[length++] = (byte)(high * 16 + digit);
            high = -1;
        }
        if (high >= 0) result[length++] = (byte)(high * 16);
        return length;
    }

    private static void Escape(ReadOnlySpan<byte> source, ref int i, Span<byte> result, ref int length)
    {
        byte b = source[i];
        switch (b)
        {
            case (byte)'n': result[length++] = (byte)'\n'; break;
            case (byte)'r': result[length++] = (byte)'\r'; break;
            case (byte)'t': result[length++] = (byte)'\t'; break;
            case (byte)'b': result[length++] = (byte)'\b'; break;
            case (byte)'f': result[length++] = (byte)'\f'; break;
            case (byte)'\n': break;
            case (byte)'\r':
                if (i + 1 < source.Length && source[i + 1] == '\n') i++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                int value = b - '0';
                for (int more = 0; more < 2 && i + 1 < source.Length && source[i + 1] is >= (byte)'0' and <= (byte)'7'; more++) value = value * 8 + (source[++i] - '0');
                result[length++] = (byte)value;
                break;
            default: result[length++] = b; break;
        }
    }
}
