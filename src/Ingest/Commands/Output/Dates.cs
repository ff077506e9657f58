using Ingest.Extractors.Dates;

namespace Ingest.Commands;

/// <summary>Dates as options take them.</summary>
internal static class Dates
{
    /// <summary>The date when it is one in ISO 8601 (2024, 2024-05 or 2024-05-01); null for null.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string? Checked(string? date) =>
        date is null || PartialDate.ParseIso(date) is not null ? date : throw new UsageException($"{date} is not a date; write it as 2024-05-01, 2024-05 or 2024");
}
