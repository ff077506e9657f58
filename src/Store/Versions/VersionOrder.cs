namespace Ingest.Store.Versions;

/// <summary>Where a new version stands among those of its policy.</summary>
internal static class VersionOrder
{
    /// <summary>
    /// Index at which <paramref name="incoming"/> goes into <paramref name="versions"/> (oldest first). What the current version's own
    /// source shows in a later run has replaced it, whatever its dates say. Else the dates decide; without them, or when they are equal,
    /// what comes later is newer.
    /// </summary>
    public static int Place(IReadOnlyList<StoredVersion> versions, StoredVersion incoming)
    {
        int place = versions.Count;
        if (place > 0 && versions[^1].Source == incoming.Source && versions[^1].RunId != incoming.RunId) return place;
        while (place > 0 && IsOlder(incoming, versions[place - 1])) place--;
        return place;
    }

    private static bool IsOlder(StoredVersion left, StoredVersion right)
    {
        if (left.SortDate is null || right.SortDate is null) return false;
        int order = string.CompareOrdinal(left.SortDate, right.SortDate);
        if (order != 0) return order < 0;
        return left.SortDateMinor is not null && right.SortDateMinor is not null && string.CompareOrdinal(left.SortDateMinor, right.SortDateMinor) < 0;
    }
}
