namespace Ingest.Readers.Pdf.Objects;

/// <summary>Numbers (ISO 32000-2, 7.3.3), with the slips that real files have: doubled signs, a sign in the middle, two points.</summary>
internal static class NumberSyntax
{
    private static readonly double[] Tenths = [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15];

    /// <summary>Reads the token at <paramref name="position"/>, which moves past it by at least one byte.</summary>
    public static double Read(ReadOnlySpan<byte> data, ref int position, out bool integer)
    {
        int p = position;
        bool negative = false;
        while (p < data.Length && data[p] is (byte)'+' or (byte)'-') negative |= data[p++] == '-';
        double value = 0;
        while (p < data.Length && Characters.IsDigit(data[p])) value = value * 10 + (data[p++] - '0');
        integer = true;
        if (p < data.Length && data[p] == '.')
        {
            integer = false;
            p++;
            int places = 0;
            long fraction = 0;
            while (p < data.Length && (Characters.IsDigit(data[p]) || data[p] == '-'))
            {
                if (data[p] == '-') { p = SkipRest(data, p); break; }
                if (places < Tenths.Length - 1) { fraction = fraction * 10 + (data[p] - '0'); places++; }
                p++;
            }
            value += fraction * Tenths[places];
        }
        if (p < data.Length && data[p] is (byte)'-' or (byte)'.') p = SkipRest(data, p);
        if (p == position) p++;
        position = p;
        return negative ? -value : value;
    }

    private static int SkipRest(ReadOnlySpan<byte> data, int p)
    {
        while (p < data.Length && (Characters.IsDigit(data[p]) || data[p] is (byte)'-' or (byte)'.')) p++;
        return p;
    }
}
