using Microsoft.Data.Sqlite;

namespace Ingest.Store.Tables;

/// <summary>Inserts rows into one table by a statement that is prepared once. Text without a visible character is written as NULL.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand _insert;

    public RowWriter(SqliteConnection connection, string table, params ReadOnlySpan<string> columns)
    {
        _insert = connection.CreateCommand();
        var names = new List<string>();
        foreach (string column in columns)
        {
            names.Add(column);
            _insert.Parameters.Add(new SqliteParameter("$" + column, DBNull.Value));
        }
        _insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(n => "$" + n))})";
    }

    /// <summary>Values in the order of the columns; returns the new row's id.</summary>
    public long Insert(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        _insert.Transaction = transaction;
        for (int i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                string text => Text(text) ?? (object)DBNull.Value,
                bool flag => flag ? 1 : 0,
                object other => other,
            };
        }
        _insert.ExecuteNonQuery();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(_insert.Connection!.Handle);
    }

    public void Dispose() => _insert.Dispose();

    /// <summary>A NUL would end the text early for SQLite's functions.</summary>
    private static string? Text(string text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', ' ') : text;
}
