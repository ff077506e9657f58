using Dapper;
using Ingest.Extractors.Documents;
using Ingest.Store.Migrations;
using Ingest.Store.Tables;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>One check of the store: what was looked at, and what is wrong.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Checked">How many things were looked at.</param>
/// <param name="Problems">Sentences, each with its place; empty where all is well.</param>
public sealed record VerifiedCheck(string Name, long Checked, IReadOnlyList<string> Problems);

/// <summary>Checks that the store is what it promises to be. Changes nothing.</summary>
public sealed class StoreVerifier : IDisposable
{
    /// <summary>Views of facts, with the column that must stand in the slice of the fact's span (null where a fact has none verbatim).</summary>
    private static readonly (string View, string Id, string? Verbatim)[] FactViews =
    [
        ("sections_all", "section_id", "heading"), ("positions_all", "position_id", "statement"), ("criteria_all", "criterion_id", null),
        ("codes_all", "code_id", "code"), ("policy_dates_all", "kind", "raw"), ("history_all", "entry_id", null),
        ("citations_all", "citation_id", "raw"), ("trials_all", "nct", "nct"), ("clearances_all", "number", null), ("guidelines_all", "organization", null),
        ("definitions_all", "term", null), ("keywords_all", "keyword", null), ("related_policies_all", "number", null),
    ];

    /// <summary>As the span law counts: this much of a long fact must be found in its slice.</summary>
    private const int VerbatimLength = 40;

    private readonly SqliteConnection _connection;
    private readonly OriginalFiles _originals;
    private readonly string _path;

    private StoreVerifier(SqliteConnection connection, string path) =>
        (_connection, _path, _originals) = (connection, path, OriginalFiles.Beside(path));

    /// <exception cref="StoreException">The store is missing or cannot be opened at all.</exception>
    public static StoreVerifier Open(string path)
    {
        if (!File.Exists(path)) throw new StoreException($"{path} does not exist.");
        try
        {
            SqliteConnection connection = StoreConnection.OpenForReading(path);
            try
            {
                Migrator.Check(connection, path);
                return new(connection, path);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(path, error);
        }
    }

    public IEnumerable<VerifiedCheck> Run(CancellationToken cancellation)
    {
        Func<CancellationToken, VerifiedCheck>[] checks = [_ => Integrity(), _ => References(), Spans, Originals, _ => Versions(), _ => SearchIndex()];
        foreach (Func<CancellationToken, VerifiedCheck> check in checks)
        {
            cancellation.ThrowIfCancellationRequested();
            VerifiedCheck done;
            try
            {
                done = check(cancellation);
            }
            catch (SqliteException error)
            {
                throw StoreErrors.Explain(_path, error);
            }
            yield return done;
        }
    }

    public void Dispose() => _connection.Dispose();

    private VerifiedCheck Integrity()
    {
        List<string> said = _connection.Query<string>("PRAGMA integrity_check").AsList();
        return new("database file", _connection.ExecuteScalar<long>("PRAGMA page_count"), said is ["ok"] ? [] : said);
    }

    private VerifiedCheck References()
    {
        var broken = new List<string>();
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) broken.Add($"{reader.GetString(0)}, row {(reader.IsDBNull(1) ? "?" : reader.GetInt64(1).ToString())}, refers to a row of {reader.GetString(2)} that is not there");
        return new("references between rows", _connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table'"), broken);
    }

    private VerifiedCheck Spans(CancellationToken cancellation)
    {
        var problems = new List<string>();
        long facts = 0;
        foreach (long version in _connection.Query<long>("SELECT version_id FROM version ORDER BY version_id").AsList())
        {
            cancellation.ThrowIfCancellationRequested();
            string? text = _connection.QuerySingleOrDefault<string>("SELECT text FROM document_text WHERE version_id = @version", new { version });
            if (text is null)
            {
                problems.Add($"version {version} has no text");
                continue;
            }
            int[] offsets = CodePoints.Offsets(text);
            foreach ((string view, string id, string? verbatim) in FactViews)
            {
                using SqliteCommand command = _connection.CreateCommand();
                command.CommandText = $"SELECT span_start, span_end, {id}, {verbatim ?? "NULL"} FROM {view} WHERE version_id = {version}";
                using SqliteDataReader reader = command.ExecuteReader();
                while (reader.Read())
                {
                    facts++;
                    long start = reader.IsDBNull(0) ? -1 : reader.GetInt64(0), end = reader.IsDBNull(1) ? -1 : reader.GetInt64(1);
                    if (start < 0 || end <= start || end >= offsets.Length) problems.Add($"version {version}, {view} {reader.GetValue(2)}: span {start}–{end} is not in the text");
                    else if (!reader.IsDBNull(3) && !StandsIn(reader.GetString(3), new SourceSpan(offsets[start], offsets[end]).In(text)))
                        problems.Add($"version {version}, {view} {reader.GetValue(2)}: the text at {start}–{end} is not that of the fact");
                }
            }
        }
        return new("spans of facts", facts, problems);
    }

    private VerifiedCheck Originals(CancellationToken cancellation)
    {
        var problems = new List<string>();
        List<string> hashes = _connection.Query<string>("SELECT sha256 FROM version").AsList();
        foreach (string sha256 in hashes)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = _originals.PathOf(sha256);
            if (_originals.Read(sha256) is not { } bytes) problems.Add($"{path} is missing; load the document again to restore it");
            else if (OriginalFiles.Hash(bytes) != sha256) problems.Add($"{path} is not the file that was stored; delete it and load the document again");
        }
        return new("original files", hashes.Count, problems);
    }

    private VerifiedCheck Versions()
    {
        List<string> problems =
        [
            .. _connection.Query<string>(
                "SELECT 'policy ' || policy_id || ' has no version' FROM policy WHERE policy_id NOT IN (SELECT policy_id FROM version)"),
            .. _connection.Query<string>(
                """
                SELECT 'policy ' || policy_id || ' has ' || sum(is_current) || ' current versions, numbered ' || min(version) || ' to ' || max(version) || ' of ' || count(*)
                FROM version GROUP BY policy_id
                HAVING sum(is_current) <> 1 OR min(version) <> 1 OR max(version) <> count(*) OR max(version * is_current) <> count(*)
                """),
        ];
        return new("versions of policies", _connection.ExecuteScalar<long>("SELECT count(*) FROM policy"), problems);
    }

    private VerifiedCheck SearchIndex()
    {
        var problems = new List<string>();
        long missing = _connection.ExecuteScalar<long>("SELECT count(*) FROM section WHERE section_id NOT IN (SELECT rowid FROM section_search)");
        long left = _connection.ExecuteScalar<long>("SELECT count(*) FROM section_search WHERE rowid NOT IN (SELECT section_id FROM section)");
        if (missing > 0) problems.Add($"{missing} section(s) cannot be found by search; run: ingest reprocess --all");
        if (left > 0) problems.Add($"{left} row(s) of the search index are of sections that are gone; run: ingest reprocess --all");
        long different = _connection.ExecuteScalar<long>(
            """
            SELECT count(*) FROM section s JOIN section_search x ON x.rowid = s.section_id JOIN document_text t USING (version_id)
            WHERE x.body <> substr(t.text, s.span_start + 1, s.span_end - s.span_start)
            """);
        if (different > 0) problems.Add($"{different} section(s) are indexed with another text than they have; run: ingest reprocess --all");
        return new("search index", _connection.ExecuteScalar<long>("SELECT count(*) FROM section_search"), problems);
    }

    private static bool StandsIn(string fact, ReadOnlySpan<char> slice)
    {
        string wanted = Changes.Wording.Fold(fact), there = Changes.Wording.Fold(slice.ToString());
        return there.Contains(wanted[..Math.Min(wanted.Length, VerbatimLength)], StringComparison.Ordinal);
    }
}
