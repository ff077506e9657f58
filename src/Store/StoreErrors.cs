using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>SQLite's result codes as sentences with a way out.</summary>
internal static class StoreErrors
{
    // Primary result codes, https://sqlite.org/rescode.html
    private const int Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Runs <paramref name="action"/>; what SQLite refuses becomes a <see cref="StoreException"/>.</summary>
    public static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw Explain(path, error);
        }
    }

    public static StoreException Explain(string path, SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            Busy or Locked => $"{path} is locked by another process; wait until it is done, or end it.",
            Perm or ReadOnly => $"{path} may not be written; check its permissions, or give another --db.",
            Corrupt => $"{path} is damaged ({error.Message}); restore a copy, or load the sources into a new --db.",
            NotADatabase => $"{path} is not an Ingest store (not a SQLite database); give another --db.",
            Full => $"No space left to write {path}.",
            CannotOpen => $"{path} cannot be opened; check that its folder exists and may be written.",
            IoError => $"Reading or writing {path} failed ({error.Message}).",
            _ => $"{path}: {error.Message}",
        },
        error);
}
