using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

public enum ItemOutcome { Added, Updated, Unchanged, Failed, Skipped }

/// <summary>What became of one source in a run.</summary>
public sealed record RunItem(
    string Source, ItemOutcome Outcome, long? PolicyId, long? VersionId, string? Reason, bool NeedsReview, double Milliseconds);

/// <summary>The log of runs: every source that was looked at, with its outcome.</summary>
public sealed class RunRecord
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    private readonly string _path;

    internal RunRecord(SqliteConnection connection, string path, TimeProvider clock) => (_connection, _path, _clock) = (connection, path, clock);

    public long Start(string command) => StoreErrors.Guard(_path, () => _connection.ExecuteScalar<long>(
        "INSERT INTO run (command, started_at, status) VALUES (@command, @now, 'running'); SELECT last_insert_rowid();",
        new { command, now = Timestamp.Now(_clock) }));

    public void Add(long run, IReadOnlyCollection<RunItem> items) => StoreErrors.Guard(_path, () =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        _connection.Execute(
            """
            INSERT INTO run_item (run_id, source, outcome, policy_id, version_id, reason, needs_review, milliseconds)
            VALUES (@run, @Source, @outcome, @PolicyId, @VersionId, @Reason, @NeedsReview, @Milliseconds)
            """,
            items.Select(i => new
            {
                run, i.Source, outcome = Extractors.ContractName.Of(i.Outcome), i.PolicyId, i.VersionId, i.Reason, i.NeedsReview, i.Milliseconds,
            }),
            transaction);
        transaction.Commit();
        return items.Count;
    });

    /// <param name="status"><c>done</c>, <c>cancelled</c> or <c>failed</c>.</param>
    public void Finish(long run, string status) => StoreErrors.Guard(_path, () => _connection.Execute(
        "UPDATE run SET finished_at = @now, status = @status WHERE run_id = @run", new { run, status, now = Timestamp.Now(_clock) }));
}
