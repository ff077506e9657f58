using Ingest.Store.Changes;
using Ingest.Store.Migrations;
using Ingest.Store.Versions;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>Questions to the store that every command asks, over a connection that cannot write.</summary>
public sealed class PolicyReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;

    private PolicyReader(SqliteConnection connection, string path) => (_connection, _path) = (connection, path);

    /// <exception cref="StoreException">The store is missing or cannot be used.</exception>
    public static PolicyReader Open(string path)
    {
        if (!File.Exists(path)) throw new StoreException($"{path} does not exist; make it with: ingest load PATH --db {path}");
        try
        {
            SqliteConnection connection = StoreConnection.OpenForReading(path);
            var reader = new PolicyReader(connection, path);
            try
            {
                Migrator.Check(connection, path);
                return reader;
            }
            catch
            {
                reader.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(path, error);
        }
    }

    /// <summary>Rows of a query over the views. <paramref name="parameters"/> are named as in the query, without the dollar sign.</summary>
    public IReadOnlyList<StoreRow> Rows(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            using SqliteCommand command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue("$" + name, value ?? DBNull.Value);
            using SqliteDataReader reader = command.ExecuteReader();
            string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var rows = new List<StoreRow>();
            while (reader.Read())
            {
                var values = new object?[columns.Length];
                for (int i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                rows.Add(new(columns, values));
            }
            return rows;
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(_path, error);
        }
    }

    /// <summary>
    /// The policy that a person names: <c>payer-slug/number</c>, an id, or a source path; also a number, a title or a file's name where
    /// only one policy has it. A row of <c>policies</c>.
    /// </summary>
    /// <exception cref="QueryException">None, or several; the message lists them.</exception>
    public StoreRow Find(string reference)
    {
        IReadOnlyList<StoreRow> found = long.TryParse(reference, out long id) ? ById(id) : [];
        int slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (found.Count == 0 && slash > 0)
            found = ByKey("p.payer_slug = $slug AND p.number_key = $number", reference[..slash], PolicyKey.Number(reference[(slash + 1)..]));
        if (found.Count == 0)
        {
            found = Rows(
                "SELECT * FROM policies WHERE policy_id IN (SELECT v.policy_id FROM version_source s JOIN version v USING (version_id) WHERE s.source IN ($given, $full))",
                ("given", reference), ("full", Path.GetFullPath(reference)));
        }
        if (found.Count == 0) found = ByKey("p.number_key = $number", null, PolicyKey.Number(reference));
        if (found.Count == 0)
        {
            found = Rows(
                """
                SELECT * FROM policies WHERE lower(title) = lower($name) OR substr(source, -length($name) - 1) = '/' || $name
                  OR instr(source, '/' || $name || '.') > 0
                """,
                ("name", reference));
        }
        return found.Count switch
        {
            1 => found[0],
            0 => throw new QueryException($"No policy {reference} is stored; find it with: ingest search TEXT"),
            _ => throw new QueryException(
                $"{reference} names {found.Count} policies; give the id of one:" + string.Concat(found.Take(10).Select(p => $"\n  {p.Text("policy_id"),6}  {Reference(p)}  {p.Text("title")}  {p.Text("lines_of_business")}"))),
        };

        IReadOnlyList<StoreRow> ById(long policy) => Rows("SELECT * FROM policies WHERE policy_id = $id", ("id", policy));
        IReadOnlyList<StoreRow> ByKey(string condition, string? slug, string? number) =>
            Rows($"SELECT * FROM policies WHERE policy_id IN (SELECT p.policy_id FROM policy p WHERE {condition})", ("slug", slug), ("number", number));
    }

    /// <summary>How a policy is named on the command line: <c>payer-slug/number</c>, else its id.</summary>
    public static string Reference(StoreRow policy) =>
        policy.Text("payer_slug") is { } slug && policy.Text("policy_number") is { } number ? $"{slug}/{number}" : policy.Text("policy_id")!;

    /// <summary>What changed between two versions of a policy, given by number; computed now, over any distance.</summary>
    public IReadOnlyList<PolicyChange> Difference(long policy, long from, long to)
    {
        try
        {
            return ChangeFinder.Between(VersionFacts.Read(_connection, null, IdOf(from)), VersionFacts.Read(_connection, null, IdOf(to)));
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(_path, error);
        }

        long IdOf(long version) => Rows("SELECT version_id FROM versions WHERE policy_id = $policy AND version = $version", ("policy", policy), ("version", version))
            is [var row] ? row.Number("version_id")!.Value : throw new QueryException($"The policy has no version {version}.");
    }

    public void Dispose() => _connection.Dispose();
}
