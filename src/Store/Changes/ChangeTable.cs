using Dapper;
using Ingest.Extractors;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Changes;

/// <summary>Keeps the rows of <c>change</c> true to the order of a policy's versions.</summary>
internal static class ChangeTable
{
    /// <summary>
    /// Compares every version with the one before it where that is not done yet, or where <paramref name="touched"/> is one of the two.
    /// What was computed between versions that no longer stand next to each other is removed.
    /// </summary>
    /// <param name="order">Versions of the policy, oldest first.</param>
    public static void Update(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<long> order, long touched)
    {
        var kept = new HashSet<(long?, long)>();
        for (int i = 0; i < order.Count; i++) kept.Add((i == 0 ? null : order[i - 1], order[i]));
        var present = connection.Query<Edge>(
                """
                SELECT DISTINCT from_version_id "From", to_version_id "To" FROM change
                WHERE to_version_id IN @order OR from_version_id IN @order OR to_version_id = @touched OR from_version_id = @touched
                """,
                new { order, touched }, transaction)
            .Select(e => (e.From, e.To)).ToHashSet();
        foreach ((long? from, long to) in present.Where(e => !kept.Contains(e) || e.From == touched || e.To == touched).ToList())
        {
            connection.Execute("DELETE FROM change WHERE from_version_id IS @from AND to_version_id = @to", new { from, to }, transaction);
            present.Remove((from, to));
        }
        foreach ((long? from, long to) in kept.Where(e => !present.Contains(e)).OrderBy(e => e.Item1 ?? 0)) Add(connection, transaction, from, to);
    }

    private static void Add(SqliteConnection connection, SqliteTransaction transaction, long? from, long to)
    {
        VersionFacts after = VersionFacts.Read(connection, transaction, to);
        IReadOnlyList<PolicyChange> changes = from is { } before
            ? ChangeFinder.Between(VersionFacts.Read(connection, transaction, before), after)
            : ChangeFinder.Created(after);
        // The day on which both were there to be compared; derived, so that computing again gives the same.
        string detected = connection.ExecuteScalar<string>(
            "SELECT max(ingested_at) FROM version WHERE version_id IN (@from, @to)", new { from, to }, transaction)!;
        connection.Execute(
            "INSERT INTO change (from_version_id, to_version_id, kind, subject, before, after, detected_at) VALUES (@from, @to, @kind, @Subject, @Before, @After, @detected)",
            changes.Select(c => new { from, to, kind = ContractName.Of(c.Kind), Subject = Blank(c.Subject), Before = Blank(c.Before), After = Blank(c.After), detected }), transaction);
        static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private sealed record Edge
    {
        public long? From { get; init; }

        public long To { get; init; }
    }
}
