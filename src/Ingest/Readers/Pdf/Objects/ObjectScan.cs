namespace Ingest.Readers.Pdf.Objects;

/// <summary>
/// Finds objects without a cross-reference table, by looking for "n g obj" over the whole file: what readers do when the table lies.
/// The last object of a number counts, as an update stands behind what it replaces.
/// </summary>
internal static class ObjectScan
{
    public static void Scan(ReadOnlySpan<byte> data, Dictionary<int, ObjectPlace> places)
    {
        int position = 0;
        while (true)
        {
            int found = data[position..].IndexOf("obj"u8);
            if (found < 0) return;
            int at = position + found;
            position = at + 3;
            if (at > 0 && TryHeader(data, at, out int number, out int generation, out int start)) places[number] = new(0, start, generation);
        }
    }

    /// <summary>Every dictionary that follows a "trailer" keyword, in file order.</summary>
    public static List<PdfDictionary> Trailers(ObjectStore store)
    {
        var found = new List<PdfDictionary>();
        int position = 0;
        while (found.Count < 256)
        {
            int at = store.Data[position..].IndexOf("trailer"u8);
            if (at < 0) break;
            position += at + "trailer".Length;
            var parser = new ObjectParser(store.Data, position, store.Names, store);
            if (parser.Read().Dictionary is { } dictionary) found.Add(dictionary);
        }
        return found;
    }

    /// <summary>Reads "n g " backwards from the keyword at <paramref name="at"/>.</summary>
    private static bool TryHeader(ReadOnlySpan<byte> data, int at, out int number, out int generation, out int start)
    {
        number = generation = start = 0;
        int p = at - 1;
        if (!BackOverWhite(data, ref p) && !Characters.IsDigit(data[Math.Max(p, 0)])) return false;
        if (!BackOverNumber(data, ref p, out generation)) return false;
        if (!BackOverWhite(data, ref p) || !BackOverNumber(data, ref p, out number)) return false;
        start = p + 1;
        return true;
    }

    private static bool BackOverWhite(ReadOnlySpan<byte> data, ref int p)
    {
        int from = p;
        while (p >= 0 && Characters.IsWhite(data[p])) p--;
        return p < from;
    }

    private static bool BackOverNumber(ReadOnlySpan<byte> data, ref int p, out int value)
    {
        value = 0;
        int scale = 1, from = p;
        while (p >= 0 && from - p < 8 && Characters.IsDigit(data[p]))
        {
            value += (data[p--] - '0') * scale;
            scale *= 10;
        }
        return p < from;
    }
}
