using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>Undoes the predictors of Flate and LZW (ISO 32000-2, 7.4.4.4): TIFF (2) and the PNG rows (10 to 15).</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int Png = 10;
    private const int WidestRow = 1 << 24;

    public static byte[] Undo(byte[] data, PdfDictionary? parameters)
    {
        int predictor = parameters?.Get("Predictor").Int(1) ?? 1;
        if (predictor < Tiff || parameters is null) return data;
        int colors = Math.Clamp(parameters.Get("Colors").Int(1), 1, 32);
        int bits = Math.Clamp(parameters.Get("BitsPerComponent").Int(8), 1, 16);
        int columns = Math.Clamp(parameters.Get("Columns").Int(1), 1, WidestRow);
        int pixel = Math.Max(1, colors * bits / 8);
        int row = (int)Math.Min(((long)colors * bits * columns + 7) / 8, WidestRow);
        if (predictor >= Png) return UndoPng(data, row, pixel);
        if (bits == 8) UndoTiff(data, row, pixel);
        return data;
    }

    private static byte[] UndoPng(byte[] data, int row, int pixel)
    {
        int rows = (data.Length + row) / (row + 1);
        byte[] result = new byte[Math.Max(0, data.Length - rows)];
        ReadOnlySpan<byte> above = new byte[row];
        for (int read = 0, write = 0; read < data.Length;)
        {
            int method = data[read++];
            int length = Math.Min(row, data.Length - read);
            Span<byte> current = result.AsSpan(write, length);
            data.AsSpan(read, length).CopyTo(current);
            UndoRow(method, current, above, pixel);
            if (length == row) above = current;
            read += length;
            write += length;
        }
        return result;
    }

    private static void UndoRow(int method, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        switch (method)
        {
            case 1:
                for (int i = pixel; i < row.Length; i++) row[i] += row[i - pixel];
                break;
            case 2:
                for (int i = 0; i < row.Length; i++) row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < row.Length; i++) row[i] += (byte)(((i >= pixel ? row[i - pixel] : 0) + above[i]) / 2);
                break;
            case 4:
                for (int i = 0; i < row.Length; i++) row[i] += Paeth(i >= pixel ? row[i - pixel] : 0, above[i], i >= pixel ? above[i - pixel] : 0);
                break;
        }
    }

    private static byte Paeth(int left, int up, int corner)
    {
        int byLeft = Math.Abs(up - corner), byUp = Math.Abs(left - corner), byCorner = Math.Abs(left + up - 2 * corner);
        if (byLeft <= byUp && byLeft <= byCorner) return (byte)left;
        return (byte)(byUp <= byCorner ? up : corner);
    }

    private static void UndoTiff(byte[] data, int row, int pixel)
    {
        for (int start = 0; start < data.Length; start += row)
        {
            int end = Math.Min(start + row, data.Length);
            for (int i = start + pixel; i < end; i++) data[i] += data[i - pixel];
        }
    }
}
