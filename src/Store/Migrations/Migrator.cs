using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Migrations;

/// <summary>
/// Brings a database to this build's schema. The scripts embedded beside this file run in order of name, each in its own transaction
/// together with its record in <c>migration</c>, so that a killed process leaves whole steps only.
/// </summary>
internal static class Migrator
{
    private const string ResourcePrefix = "Ingest.Store.Migrations.";

    public static IReadOnlyList<(string Name, string Sql)> Scripts { get; } = Load();

    /// <exception cref="StoreException">The database is of a newer build, or is no store.</exception>
    public static void Migrate(SqliteConnection connection, string path, TimeProvider clock)
    {
        HashSet<string> applied = Applied(connection, path);
        if (Scripts.All(script => applied.Contains(script.Name))) return;
        connection.Run("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) WITHOUT ROWID");
        foreach ((string name, string sql) in Scripts)
        {
            // Immediate: of two processes that open a new file together one waits, and then finds the step done.
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM migration WHERE name = @name", new { name }, transaction) > 0) continue;
            connection.Execute(sql, transaction: transaction);
            connection.Execute("INSERT INTO migration VALUES (@name, @at)", new { name, at = Timestamp.Now(clock) }, transaction);
            transaction.Commit();
        }
    }

    /// <summary>Refuses what this build cannot read; for connections that may not migrate.</summary>
    public static void Check(SqliteConnection connection, string path)
    {
        HashSet<string> applied = Applied(connection, path);
        if (Scripts.FirstOrDefault(script => !applied.Contains(script.Name)).Name is { } missing)
            throw new StoreException($"{path} lacks the schema step {missing}; run a command that writes (ingest load) once to bring it up to date.");
    }

    private static HashSet<string> Applied(SqliteConnection connection, string path)
    {
        string[] tables = [.. connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'")];
        if (!tables.Contains("migration"))
        {
            return tables.Length == 0 ? [] : throw new StoreException($"{path} is a database of something else, not an Ingest store; give another --db.");
        }
        HashSet<string> applied = [.. connection.Query<string>("SELECT name FROM migration")];
        string? unknown = applied.FirstOrDefault(name => Scripts.All(script => script.Name != name));
        return unknown is null
            ? applied
            : throw new StoreException($"{path} was written by a newer ingest (schema step {unknown}); update this one, or give another --db.");
    }

    private static List<(string Name, string Sql)> Load()
    {
        Assembly assembly = typeof(Migrator).Assembly;
        var scripts = new List<(string, string)>();
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            scripts.Add((resource[ResourcePrefix.Length..^".sql".Length], reader.ReadToEnd()));
        }
        return scripts;
    }
}
