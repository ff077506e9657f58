using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest changes --since DATE</c></summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var since = new Option<string>("--since") { Description = "Detected from this date on (UTC).", HelpName = "DATE" };
        var kind = new Option<string[]>("--kind") { Description = "Only these kinds (stance_changed, code_added, …).", AllowMultipleArgumentsPerToken = true };
        var payer = new Option<string>("--payer") { Description = "Slug, or part of the name." };
        return new Command("changes", "Tell what changed over all policies.") { since, kind, payer }
            .WithExamples("ingest changes --since 2025-01-01", "ingest changes --since 2025-06 --kind stance_changed code_added --json")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                IReadOnlyList<StoreRow> rows = reader.Rows(
                    """
                    SELECT c.*, p.payer, p.payer_slug, p.policy_number, p.title FROM changes c JOIN policies p USING (policy_id)
                    WHERE ($since IS NULL OR c.detected_at >= $since) AND ($payer IS NULL OR p.payer_slug = $payer OR p.payer LIKE '%' || $payer || '%')
                    ORDER BY c.detected_at, c.policy_id, c.change_id
                    """,
                    ("since", Dates.Checked(context.Get(since))), ("payer", context.Get(payer)));
                string[] kinds = context.Get(kind) ?? [];
                if (kinds.Length > 0) rows = [.. rows.Where(r => kinds.Contains(r.Text("kind")))];
                if (context.Json) JsonOutput.WriteArray(context.Out, rows);
                else Write(TextPage.For(context), rows, context.Verbose);
                return ExitCode.Done;
            });
    }

    private static void Write(TextPage page, IReadOnlyList<StoreRow> rows, bool everything)
    {
        foreach (var step in rows.GroupBy(r => (Policy: r.Text("policy_id"), From: r.Text("from_version"), To: r.Text("to_version"))))
        {
            StoreRow first = step.First();
            string versions = step.Key.From is null ? "new" : $"version {step.Key.From} to {step.Key.To}";
            page.Heading($"{first.Text("detected_at")![..10]}  {first.Text("title") ?? "(no title)"}  ({first.Text("payer") ?? "payer not found"}, {PolicyReader.Reference(first)}), {versions}");
            foreach (var kind in step.Where(r => r.Text("kind") != "created").GroupBy(r => r.Text("kind")))
            {
                page.Line($"  {kind.Key!.Replace('_', ' ')} ({kind.Count()})");
                foreach (StoreRow change in everything ? kind : kind.Take(5)) ChangeLines.Write(page, change.Text("subject"), change.Text("before"), change.Text("after"), everything);
                if (!everything && kind.Count() > 5) page.Line(page.Dim($"    … and {kind.Count() - 5} more (-v)"));
            }
        }
        page.Line(rows.Count == 0 ? "Nothing changed." : $"\n{rows.Count} change(s) of {rows.Select(r => r.Text("policy_id")).Distinct().Count()} policies.");
    }
}
