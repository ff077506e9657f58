using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>Opens connections with the settings that every part of the store relies on.</summary>
internal static class StoreConnection
{
    /// <summary>How long a statement waits for another process to finish its transaction, in seconds.</summary>
    private const int BusySeconds = 15;

    static StoreConnection() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection OpenForWriting(string path)
    {
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        connection.Run("PRAGMA journal_mode = WAL");
        // WAL with NORMAL survives a killed process whole; only a power cut may lose the last transactions, never tear one.
        connection.Run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
        return connection;
    }

    /// <summary>Cannot write, whatever the statement: read-only file mode and <c>query_only</c>.</summary>
    public static SqliteConnection OpenForReading(string path)
    {
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadOnly);
        connection.Run("PRAGMA query_only = 1");
        return connection;
    }

    public static void Run(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
