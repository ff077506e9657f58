using Dapper;
using Ingest.Store.Changes;
using Ingest.Store.Migrations;
using Ingest.Store.Tables;
using Ingest.Store.Versions;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>
/// The policies of one database file, with the originals beside it. Writes are one transaction a document, so that whatever ends the
/// process, each document is there whole or not at all. One thread at a time.
/// </summary>
public sealed class PolicyStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly FactWriter _facts;
    private readonly TimeProvider _clock;

    private PolicyStore(SqliteConnection connection, string path, TimeProvider clock)
    {
        (_connection, Path, _clock) = (connection, path, clock);
        _facts = new FactWriter(connection);
        Runs = new RunRecord(connection, path, clock);
        Originals = OriginalFiles.Beside(path);
    }

    public string Path { get; }

    public RunRecord Runs { get; }

    public OriginalFiles Originals { get; }

    /// <summary>Opens the store for writing, makes it if it is missing, and brings its schema up to date.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static PolicyStore Open(string path, TimeProvider? clock = null) => StoreErrors.Guard(path, () =>
    {
        SqliteConnection connection = StoreConnection.OpenForWriting(path);
        try
        {
            Migrator.Migrate(connection, path, clock ?? TimeProvider.System);
            return new PolicyStore(connection, path, clock ?? TimeProvider.System);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>What is stored: fingerprint and place of every version by the SHA-256 of its bytes.</summary>
    public IReadOnlyDictionary<string, KnownDocument> KnownDocuments() => StoreErrors.Guard(Path, () =>
        _connection.Query<KnownDocument>(
                """
                SELECT v.sha256 Sha256, v.extractor_fingerprint Fingerprint, v.policy_id PolicyId, v.version_id VersionId, v.version Version,
                  v.is_current = 1 IsCurrent, v.source Source,
                  EXISTS (SELECT 1 FROM finding f WHERE f.version_id = v.version_id AND f.severity IN ('warning', 'error')) NeedsReview
                FROM version v
                """)
            .ToDictionary(known => known.Sha256));

    /// <summary>Source and hash of every version, newest first within a policy; or of the current versions only.</summary>
    public IReadOnlyList<(string Source, string Sha256)> Stored(bool currentOnly) => StoreErrors.Guard(Path, () =>
        _connection.Query<(string, string)>(
            "SELECT source, sha256 FROM version WHERE is_current = 1 OR NOT @currentOnly ORDER BY policy_id, version DESC", new { currentOnly }).AsList());

    /// <summary>
    /// Stores a document: nothing where its bytes are known and were read by the same extractors; its facts anew where they were read by
    /// others; else a new version of the policy that its facts name, or a new policy.
    /// </summary>
    public SaveResult Save(IncomingVersion incoming) => StoreErrors.Guard(Path, () =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        SaveResult result = VersionTable.BySha256(_connection, transaction, incoming.Sha256) is { } known
            ? SaveKnown(transaction, known, incoming)
            : SaveNew(transaction, incoming);
        transaction.Commit();
        return result;
    });

    public void Dispose()
    {
        _facts.Dispose();
        _connection.Dispose();
    }

    private SaveResult SaveNew(SqliteTransaction transaction, IncomingVersion incoming)
    {
        string now = Timestamp.Now(_clock), key = PolicyKey.Of(incoming.Facts.Identity, incoming.Source);
        long? found = VersionTable.FindPolicy(_connection, transaction, key) ?? FindBySource(transaction, key, incoming);
        long policy = found ?? VersionTable.AddPolicy(_connection, transaction, key, incoming.Facts.Identity, now);
        long version = VersionTable.Add(_connection, transaction, policy, incoming, now);
        NameSource(transaction, version, incoming.Source);
        _facts.Write(transaction, version, incoming.Policy, incoming.Facts);
        (int place, int count) = PutInOrder(transaction, policy, version);
        return new(
            found is null ? SaveOutcome.Added : SaveOutcome.Updated, policy, version, place, place == count, incoming.Source,
            place < count ? $"version {place} of {count}: an older document of a policy that is known in a newer version" : null);
    }

    private SaveResult SaveKnown(SqliteTransaction transaction, StoredVersion known, IncomingVersion incoming)
    {
        NameSource(transaction, known.VersionId, incoming.Source);
        if (known.Fingerprint == incoming.Fingerprint && !incoming.Again) return new(SaveOutcome.Unchanged, known.PolicyId, known.VersionId, known.Version, known.IsCurrent, known.Source);

        string now = Timestamp.Now(_clock), key = PolicyKey.Of(incoming.Facts.Identity, known.Source);
        long policy = VersionTable.FindPolicy(_connection, transaction, key) ?? NewHome(transaction, known, key, incoming, now);
        VersionTable.RemoveFacts(_connection, transaction, known.VersionId);
        VersionTable.Describe(_connection, transaction, known.VersionId, policy, incoming, now);
        _facts.Write(transaction, known.VersionId, incoming.Policy, incoming.Facts);
        if (policy != known.PolicyId) Leave(transaction, known);
        (int place, int count) = PutInOrder(transaction, policy, known.VersionId);
        return new(SaveOutcome.Updated, policy, known.VersionId, place, place == count, known.Source, "read again");
    }

    /// <summary>
    /// The policy that the same source showed before, where that one had no number to be known by: its title has changed, or its number is
    /// new. It goes on under the new name.
    /// </summary>
    private long? FindBySource(SqliteTransaction transaction, string key, IncomingVersion incoming)
    {
        if (VersionTable.FindUnnumbered(_connection, transaction, incoming.Source, PolicyKey.Payer(incoming.Facts.Identity)) is not { } policy) return null;
        VersionTable.RenamePolicy(_connection, transaction, policy, key, incoming.Facts.Identity);
        return policy;
    }

    /// <summary>A policy whose current version is now understood otherwise keeps its id under its new name; an older version leaves it.</summary>
    private long NewHome(SqliteTransaction transaction, StoredVersion known, string key, IncomingVersion incoming, string now)
    {
        if (VersionTable.Of(_connection, transaction, known.PolicyId)[^1].VersionId != known.VersionId)
            return VersionTable.AddPolicy(_connection, transaction, key, incoming.Facts.Identity, now);
        VersionTable.RenamePolicy(_connection, transaction, known.PolicyId, key, incoming.Facts.Identity);
        return known.PolicyId;
    }

    /// <summary>Closes the gap in the policy that a version has left; a policy without versions is no more.</summary>
    private void Leave(SqliteTransaction transaction, StoredVersion left)
    {
        List<StoredVersion> rest = VersionTable.Of(_connection, transaction, left.PolicyId);
        rest.RemoveAll(v => v.VersionId == left.VersionId);
        if (rest.Count > 0)
        {
            long[] order = [.. rest.Select(v => v.VersionId)];
            VersionTable.Renumber(_connection, transaction, left.PolicyId, order);
            ChangeTable.Update(_connection, transaction, order, left.VersionId);
            return;
        }
        _connection.Execute("DELETE FROM policy WHERE policy_id = @PolicyId", new { left.PolicyId }, transaction);
    }

    private (int Place, int Count) PutInOrder(SqliteTransaction transaction, long policy, long version)
    {
        List<StoredVersion> versions = VersionTable.Of(_connection, transaction, policy);
        StoredVersion moving = versions.Single(v => v.VersionId == version);
        versions.Remove(moving);
        int place = VersionOrder.Place(versions, moving);
        versions.Insert(place, moving);
        long[] order = [.. versions.Select(v => v.VersionId)];
        VersionTable.Renumber(_connection, transaction, policy, order);
        ChangeTable.Update(_connection, transaction, order, version);
        return (place + 1, versions.Count);
    }

    private void NameSource(SqliteTransaction transaction, long version, string source) => _connection.Execute(
        "INSERT OR IGNORE INTO version_source (source, version_id) VALUES (@source, @version)", new { source, version }, transaction);
}

/// <summary>A version that is stored.</summary>
public sealed record KnownDocument
{
    public required string Sha256 { get; init; }

    public required string Fingerprint { get; init; }

    public required long PolicyId { get; init; }

    public required long VersionId { get; init; }

    /// <summary>1 for the oldest version of its policy.</summary>
    public required long Version { get; init; }

    public required bool IsCurrent { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether it has findings above information.</summary>
    public required bool NeedsReview { get; init; }
}
