namespace Ingest.Readers.Pdf.Objects;

/// <summary>Gives one string for each name of a file, so that the same few hundred keys are not allocated a hundred thousand times.</summary>
internal sealed class NameTable
{
    private const int LongestShared = 128;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The name of raw bytes, which are taken as Latin-1 so that every byte survives; #xx escapes are undone (7.3.5).</summary>
    public string Intern(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > LongestShared) return Decode(raw, new char[raw.Length]).ToString();
        ReadOnlySpan<char> decoded = Decode(raw, stackalloc char[LongestShared]);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(decoded, out string? known)) return known;
        string added = decoded.ToString();
        _names.Add(added);
        return added;
    }

    private static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> raw, Span<char> room)
    {
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            byte b = raw[i];
            if (b == '#' && i + 2 < raw.Length && Characters.Hex(raw[i + 1]) is >= 0 and int high && Characters.Hex(raw[i + 2]) is >= 0 and int low)
            {
                room[length++] = (char)(high * 16 + low);
                i += 2;
            }
            else
            {
                room[length++] = (char)b;
            }
        }
        return room[..length];
    }
}
