using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Changes;

/// <summary>What comparing two versions needs of each, read back from the store, so that any two can be compared at any time.</summary>
internal sealed record VersionFacts
{
    public required long VersionId { get; init; }

    public required string Text { get; init; }

    public string? Title { get; init; }

    public string? Stance { get; init; }

    public bool Archived { get; init; }

    public string? Number { get; init; }

    public required IReadOnlyList<PositionRow> Positions { get; init; }

    public required IReadOnlyList<CriterionRow> Criteria { get; init; }

    public required IReadOnlyList<CodeRow> Codes { get; init; }

    public required IReadOnlyList<DateRow> Dates { get; init; }

    public required IReadOnlyList<HistoryRow> History { get; init; }

    public required IReadOnlyList<CitationRow> Citations { get; init; }

    public required IReadOnlyList<SectionRow> Sections { get; init; }

    public static VersionFacts Read(SqliteConnection connection, SqliteTransaction? transaction, long version)
    {
        Head head = connection.QuerySingle<Head>(
            """
            SELECT t.text Text, v.title Title, v.stance Stance, v.archived Archived, v.policy_number Number
            FROM version v JOIN document_text t USING (version_id) WHERE v.version_id = @version
            """,
            new { version }, transaction);
        List<T> Rows<T>(string columns, string table, string order = "ordinal") =>
            connection.Query<T>($"SELECT {columns} FROM {table} WHERE version_id = @version ORDER BY {order}", new { version }, transaction).AsList();
        return new()
        {
            VersionId = version,
            Text = head.Text,
            Title = head.Title,
            Stance = head.Stance,
            Archived = head.Archived,
            Number = head.Number,
            Positions = Rows<PositionRow>("stance Stance, conditional Conditional, subject Subject, line_of_business LineOfBusiness, statement Statement, span_start Start, span_end \"End\"", "position"),
            Criteria = Rows<CriterionRow>("criterion_id Id, parent_criterion_id Parent, label Label, operator Operator, minimum Minimum, text Text, span_start Start, span_end \"End\"", "criterion"),
            Codes = Rows<CodeRow>("code Code, code_end CodeEnd, system System, description Description, note Note, stance Stance, effective_date EffectiveDate, end_date EndDate, span_start Start, span_end \"End\"", "code"),
            Dates = Rows<DateRow>("kind Kind, date Date, span_start Start, span_end \"End\"", "policy_date", "date"),
            History = Rows<HistoryRow>("date Date, actor Actor, note Note, span_start Start, span_end \"End\"", "history_entry"),
            Citations = Rows<CitationRow>("doi Doi, pmid Pmid, raw Raw, span_start Start, span_end \"End\"", "citation"),
            Sections = Rows<SectionRow>("heading Heading, kind Kind, span_start Start, span_end \"End\"", "section"),
        };
    }

    private sealed record Head
    {
        public required string Text { get; init; }

        public string? Title { get; init; }

        public string? Stance { get; init; }

        public bool Archived { get; init; }

        public string? Number { get; init; }
    }
}

/// <summary>A fact with its place, in code points of the version's text.</summary>
internal abstract record PlacedRow
{
    public int Start { get; init; }

    public int End { get; init; }
}

internal sealed record PositionRow : PlacedRow
{
    public required string Stance { get; init; }

    public bool Conditional { get; init; }

    public string? Subject { get; init; }

    public string? LineOfBusiness { get; init; }

    public required string Statement { get; init; }
}

internal sealed record CriterionRow : PlacedRow
{
    public long Id { get; init; }

    public long? Parent { get; init; }

    public string? Label { get; init; }

    public string? Operator { get; init; }

    public int? Minimum { get; init; }

    public required string Text { get; init; }
}

internal sealed record CodeRow : PlacedRow
{
    public required string Code { get; init; }

    public string? CodeEnd { get; init; }

    public required string System { get; init; }

    public string? Description { get; init; }

    public string? Note { get; init; }

    public string? Stance { get; init; }

    public string? EffectiveDate { get; init; }

    public string? EndDate { get; init; }

    public string Name => CodeEnd is null ? $"{System} {Code}" : $"{System} {Code}-{CodeEnd}";
}

internal sealed record DateRow : PlacedRow
{
    public required string Kind { get; init; }

    public required string Date { get; init; }
}

internal sealed record HistoryRow : PlacedRow
{
    public string? Date { get; init; }

    public string? Actor { get; init; }

    public string? Note { get; init; }
}

internal sealed record CitationRow : PlacedRow
{
    public string? Doi { get; init; }

    public string? Pmid { get; init; }

    public required string Raw { get; init; }
}

internal sealed record SectionRow : PlacedRow
{
    public string? Heading { get; init; }

    public required string Kind { get; init; }
}
