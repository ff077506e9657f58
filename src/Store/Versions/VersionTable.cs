using Dapper;
using Ingest.Extractors;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Identity;
using Ingest.Store.Tables;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Versions;

/// <summary>One row of <c>version</c>, as far as the order of versions needs it.</summary>
internal sealed record StoredVersion
{
    public required long VersionId { get; init; }

    public required long PolicyId { get; init; }

    public required int Version { get; init; }

    public required bool IsCurrent { get; init; }

    public required string Source { get; init; }

    public required string Fingerprint { get; init; }

    public long? RunId { get; init; }

    public string? SortDate { get; init; }

    public string? SortDateMinor { get; init; }
}

/// <summary>The rows of <c>policy</c> and <c>version</c>: who is a version of what, and in which order.</summary>
internal static class VersionTable
{
    private const string Columns =
        """
        version_id VersionId, policy_id PolicyId, version Version, is_current IsCurrent, source Source, extractor_fingerprint Fingerprint, run_id RunId, sort_date SortDate,
        sort_date_minor SortDateMinor
        """;

    public static StoredVersion? BySha256(SqliteConnection connection, SqliteTransaction transaction, string sha256) =>
        connection.QuerySingleOrDefault<StoredVersion>($"SELECT {Columns} FROM version WHERE sha256 = @sha256", new { sha256 }, transaction);

    /// <summary>Versions of a policy, oldest first.</summary>
    public static List<StoredVersion> Of(SqliteConnection connection, SqliteTransaction transaction, long policy) =>
        connection.Query<StoredVersion>($"SELECT {Columns} FROM version WHERE policy_id = @policy ORDER BY version", new { policy }, transaction).AsList();

    public static long? FindPolicy(SqliteConnection connection, SqliteTransaction transaction, string key) =>
        connection.QuerySingleOrDefault<long?>("SELECT policy_id FROM policy WHERE identity_key = @key", new { key }, transaction);

    /// <summary>The policy without a number whose current version came from <paramref name="source"/>, of the same payer as far as both are known.</summary>
    public static long? FindUnnumbered(SqliteConnection connection, SqliteTransaction transaction, string source, string? payer) =>
        connection.QueryFirstOrDefault<long?>(
            """
            SELECT p.policy_id FROM version_source s JOIN version v USING (version_id) JOIN policy p USING (policy_id)
            WHERE s.source = @source AND v.is_current = 1 AND p.number_key IS NULL AND (p.payer_slug IS NULL OR @payer IS NULL OR p.payer_slug = @payer)
            ORDER BY v.version_id DESC
            """,
            new { source, payer }, transaction);

    public static long AddPolicy(SqliteConnection connection, SqliteTransaction transaction, string key, PolicyIdentity identity, string now) =>
        connection.ExecuteScalar<long>(
            """
            INSERT INTO policy (identity_key, payer_slug, number_key, first_ingested_at) VALUES (@key, @payer, @number, @now);
            SELECT last_insert_rowid();
            """,
            new { key, payer = PolicyKey.Payer(identity), number = PolicyKey.Number(identity.Number?.Value), now }, transaction);

    public static void RenamePolicy(SqliteConnection connection, SqliteTransaction transaction, long policy, string key, PolicyIdentity identity) =>
        connection.Execute(
            "UPDATE policy SET identity_key = @key, payer_slug = @payer, number_key = @number WHERE policy_id = @policy",
            new { policy, key, payer = PolicyKey.Payer(identity), number = PolicyKey.Number(identity.Number?.Value) }, transaction);

    /// <summary>Adds a version that is in no order yet; <see cref="Renumber"/> gives it its place.</summary>
    public static long Add(SqliteConnection connection, SqliteTransaction transaction, long policy, IncomingVersion incoming, string now)
    {
        long id = connection.ExecuteScalar<long>(
            """
            INSERT INTO version (policy_id, version, sha256, source, media_type, run_id, ingested_at, extracted_at, extractor_fingerprint)
            VALUES (@policy, 0, @Sha256, @Source, @media, @RunId, @now, @now, @Fingerprint);
            SELECT last_insert_rowid();
            """,
            new { policy, incoming.Sha256, incoming.Source, media = incoming.Policy.Document.MediaType, incoming.RunId, now, incoming.Fingerprint }, transaction);
        Describe(connection, transaction, id, policy, incoming, now);
        return id;
    }

    /// <summary>Writes what the extractors found of the policy as a whole.</summary>
    public static void Describe(SqliteConnection connection, SqliteTransaction transaction, long version, long policy, IncomingVersion incoming, string now)
    {
        PolicyFacts facts = incoming.Facts;
        PolicyIdentity identity = facts.Identity;
        (PartialDate? major, PartialDate? minor) = PolicySummary.SortDates(facts);
        connection.Execute(
            """
            UPDATE version SET is_current = iif(policy_id = @policy, is_current, 0), policy_id = @policy, media_type = @media, pages = @pages, extracted_at = @now, extractor_fingerprint = @fingerprint,
              sort_date = @major, sort_date_minor = @minor, payer = @payer, payer_slug = @slug, policy_number = @number, title = @title,
              category = @category, lines_of_business = @lines, states = @states, stance = @stance, original_effective_date = @original,
              effective_date = @effective, last_review_date = @lastReview, next_review_date = @nextReview, archived = @archived
            WHERE version_id = @version
            """,
            new
            {
                version,
                policy,
                media = incoming.Policy.Document.MediaType,
                pages = incoming.Policy.Document.Pages.IsEmpty ? null : (int?)incoming.Policy.Document.Pages.Length,
                now,
                fingerprint = incoming.Fingerprint,
                major = major?.ToString(),
                minor = minor?.ToString(),
                payer = Text(identity.Payer),
                slug = PolicyKey.Payer(identity),
                number = Text(identity.Number),
                title = Text(identity.Title),
                category = Text(identity.Category),
                lines = FactWriter.JsonArray(identity.LinesOfBusiness.Select(l => l.Value)),
                states = FactWriter.JsonArray(identity.States.Select(s => s.Value)),
                stance = PolicySummary.Stance(facts.Positions),
                original = Date(PolicyDateKind.OriginalEffective),
                effective = Date(PolicyDateKind.Effective),
                lastReview = Date(PolicyDateKind.LastReview),
                nextReview = Date(PolicyDateKind.NextReview),
                archived = PolicySummary.Archived(facts),
            },
            transaction);

        string? Date(PolicyDateKind kind) => PolicySummary.Date(facts.Dates, kind)?.ToString();
        static string? Text(IdentityValue? value) => string.IsNullOrWhiteSpace(value?.Value) ? null : value.Value;
    }

    /// <summary>Removes all facts of a version, and leaves the version.</summary>
    public static void RemoveFacts(SqliteConnection connection, SqliteTransaction transaction, long version)
    {
        // Children before parents: section, position and criterion refer to their own kind.
        string[] tables =
        [
            "document_text", "criterion", "code", "position", "policy_date", "history_entry", "citation", "trial", "clearance", "guideline",
            "definition", "keyword", "related_policy", "finding", "absence", "section",
        ];
        foreach (string table in tables) connection.Execute($"DELETE FROM {table} WHERE version_id = @version", new { version }, transaction);
    }

    /// <summary>Numbers the versions from 1 in the given order; the last is current.</summary>
    public static void Renumber(SqliteConnection connection, SqliteTransaction transaction, long policy, IReadOnlyList<long> order)
    {
        connection.Execute("UPDATE version SET is_current = 0 WHERE policy_id = @policy AND is_current = 1", new { policy }, transaction);
        for (int i = 0; i < order.Count; i++)
        {
            connection.Execute(
                "UPDATE version SET version = @number, is_current = @current WHERE version_id = @id",
                new { id = order[i], number = i + 1, current = i == order.Count - 1 }, transaction);
        }
    }
}
