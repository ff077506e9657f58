using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Tests;

/// <summary>A store in a folder of its own, gone after the test; with a plain connection to look into it.</summary>
public sealed class TemporaryStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-store-").FullName;
    private PolicyStore? _store;

    public string Path => System.IO.Path.Combine(_folder, "policies.db");

    public ManualClock Clock { get; } = new();

    public PolicyStore Store => _store ??= PolicyStore.Open(Path, Clock);

    public void Close()
    {
        _store?.Dispose();
        _store = null;
    }

    public IReadOnlyList<dynamic> Query(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection.Query(sql, parameters).AsList();
    }

    public T Value<T>(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection.ExecuteScalar<T>(sql, parameters)!;
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    /// <summary>Rows of every table.</summary>
    public string Counts() => string.Join(
        '\n',
        Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'section_search%' ORDER BY name")
            .Select(t => $"{t.name} {Value<long>($"SELECT count(*) FROM {t.name}")}"));

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that moves a second at every look.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
}
