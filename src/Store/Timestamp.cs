using System.Globalization;

namespace Ingest.Store;

/// <summary>Instants as the store writes them: ISO 8601 in UTC with milliseconds, so that text order is time order.</summary>
internal static class Timestamp
{
    public static string Now(TimeProvider clock) => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
