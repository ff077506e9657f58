using System.Globalization;
using Ingest.Extractors;
using Ingest.Pipeline;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary>What a run did, as one summary worth reading: outcomes, facts, what failed and why, what to look at, what to do next.</summary>
internal static class LoadSummary
{
    private const int Short = 10;

    private static readonly string[] CountedViews =
        ["positions", "criteria", "codes", "policy_dates", "history", "citations", "trials", "clearances", "guidelines", "definitions", "related_policies"];

    /// <summary>Writes it and returns the command's exit code.</summary>
    public static int Write(CommandContext context, IngestResult result, TimeSpan took)
    {
        int review = result.Items.Count(i => i.NeedsReview);
        var counts = Enum.GetValues<ItemOutcome>().ToDictionary(o => o, o => result.Items.Count(i => i.Outcome == o));
        using PolicyReader reader = PolicyReader.Open(context.Database);
        StoreRow facts = reader.Rows("SELECT (SELECT count(*) FROM policies) AS policies, (SELECT count(*) FROM versions) AS versions, "
            + string.Join(", ", CountedViews.Select(v => $"(SELECT count(*) FROM {v}) AS {v}")))[0];
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new
            {
                run_id = result.RunId,
                status = result.Cancelled ? "cancelled" : "done",
                added = counts[ItemOutcome.Added],
                updated = counts[ItemOutcome.Updated],
                unchanged = counts[ItemOutcome.Unchanged],
                failed = counts[ItemOutcome.Failed],
                skipped = counts[ItemOutcome.Skipped],
                needs_review = review,
                seconds = Math.Round(took.TotalSeconds, 3),
                store = facts,
                items = result.Items,
            });
        }
        else
        {
            Page(context, result, took, counts, review, reader, facts);
        }
        if (result.Cancelled) return ExitCode.Cancelled;
        return counts[ItemOutcome.Failed] > 0 || review > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private static void Page(
        CommandContext context, IngestResult result, TimeSpan took, Dictionary<ItemOutcome, int> counts, int review, PolicyReader reader, StoreRow facts)
    {
        TextPage page = TextPage.For(context);
        int read = result.Items.Length - counts[ItemOutcome.Skipped];
        string outcomes = string.Join(", ", new[] { ItemOutcome.Added, ItemOutcome.Updated, ItemOutcome.Unchanged, ItemOutcome.Failed }
            .Select(o => $"{counts[o]} {ContractName.Of(o)}"));
        page.Line(string.Create(CultureInfo.InvariantCulture, $"{page.Bold($"{read} documents in {took.TotalSeconds:0.0} s")}: {outcomes}, {review} need review{(result.Cancelled ? " (cancelled; what is named here is stored)" : "")}"));
        if (context.Quiet && counts[ItemOutcome.Failed] == 0) return;
        page.Line($"{context.Database} now holds {facts.Text("policies")} policies in {facts.Text("versions")} versions:");
        page.Wrapped("  ", string.Join(", ", CountedViews.Where(v => facts.Number(v) > 0).Select(v => $"{facts.Text(v)} {v.Replace('_', ' ')}")));

        List(page, context, "Failed", [.. result.Items.Where(i => i.Outcome == ItemOutcome.Failed)], i => $"{Name(i.Source)}: {i.Reason}");
        List(page, context, "Worth knowing", [.. result.Items.Where(i => i.Outcome is ItemOutcome.Added or ItemOutcome.Updated && i.Reason is not null and not "read again")], i => $"{Name(i.Source)}: {i.Reason}");
        if (counts[ItemOutcome.Skipped] > 0 && context.Verbose) List(page, context, "Skipped", [.. result.Items.Where(i => i.Outcome == ItemOutcome.Skipped)], i => $"{Name(i.Source)}: {i.Reason}");
        Findings(page, result, reader);
        Next(page, result, review, counts, reader, context.Database == "policies.db" ? "" : $" --db {context.Database}");
    }

    /// <summary>Findings of the run's documents above information, the commonest rules first, each with one example.</summary>
    private static void Findings(TextPage page, IngestResult result, PolicyReader reader)
    {
        IReadOnlyList<StoreRow> rules = reader.Rows(
            """
            SELECT f.severity, f.rule, count(*) AS times, count(DISTINCT f.policy_id) AS policies, min(f.message) AS example
            FROM findings_all f JOIN run_items i USING (version_id)
            WHERE i.run_id = $run AND f.severity IN ('warning', 'error')
            GROUP BY f.severity, f.rule ORDER BY f.severity, policies DESC, f.rule LIMIT 8
            """,
            ("run", result.RunId));
        if (rules.Count == 0) return;
        page.Heading("To look at");
        foreach (StoreRow rule in rules)
            page.Wrapped($"  {rule.Text("severity"),-8} ", $"{rule.Text("rule")}: {rule.Text("times")} in {rule.Text("policies")} policies, as \"{TextPage.OneLine(rule.Text("example")!, 120)}\"");
    }

    private static void Next(TextPage page, IngestResult result, int review, Dictionary<ItemOutcome, int> counts, PolicyReader reader, string db)
    {
        page.Heading("Next");
        RunItem? shown = result.Items.FirstOrDefault(i => i.PolicyId is not null);
        if (shown is not null && reader.Rows("SELECT * FROM policies WHERE policy_id = $id", ("id", shown.PolicyId)) is [var policy])
            page.Line($"  ingest show {PolicyReader.Reference(policy)}{db}");
        if (counts[ItemOutcome.Updated] > 0) page.Line($"  ingest changes{db}");
        if (review > 0) page.Line($"  ingest sql \"SELECT p.title, f.severity, f.message FROM findings f JOIN policies p USING (policy_id) WHERE f.severity <> 'info'\"{db}");
        else page.Line($"  ingest search TEXT{db}");
    }

    private static void List(TextPage page, CommandContext context, string heading, IReadOnlyList<RunItem> items, Func<RunItem, string> line)
    {
        if (items.Count == 0) return;
        page.Heading($"{heading} ({items.Count})");
        foreach (RunItem item in context.Verbose ? items : items.Take(Short)) page.Wrapped("  ", line(item));
        if (!context.Verbose && items.Count > Short) page.Line(page.Dim($"  … and {items.Count - Short} more (-v)"));
    }

    /// <summary>Relative to where the user stands, when it is below.</summary>
    private static string Name(string source)
    {
        string here = Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar;
        return source.StartsWith(here, StringComparison.Ordinal) ? source[here.Length..] : source;
    }
}
