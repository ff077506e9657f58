namespace Ingest.Store.Versions;

/// <summary>Where a new version stands among those of its policy.</summary>
internal static class VersionOrder
{
    /// <summary>Index at which <paramref name="incoming"/> goes into <paramref name="versions"/> (oldest first).</summary>
    public static int Place(IReadOnlyList<StoredVersion> versions, StoredVersion incoming)
    {
        int place = versions.Count;
        while (place > 0 && IsNewer(versions[place - 1], incoming)) place--;
        return place;
    }

    /// <summary>
    /// What one source showed in a later run has replaced what it showed before, whatever the dates say. Between sources the dates decide;
    /// without them, or when they are equal, the order in which the versions came.
    /// </summary>
    private static bool IsNewer(StoredVersion left, StoredVersion right)
    {
        if (left.Source == right.Source && left.RunId != right.RunId) return left.RunId > right.RunId;
        int order = left.SortDate is null || right.SortDate is null ? 0 : string.CompareOrdinal(left.SortDate, right.SortDate);
        if (order == 0 && left.SortDateMinor is not null && right.SortDateMinor is not null) order = string.CompareOrdinal(left.SortDateMinor, right.SortDateMinor);
        return order != 0 ? order > 0 : left.VersionId > right.VersionId;
    }
}
