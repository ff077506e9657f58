using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest works</c></summary>
internal static class WorksCommand
{
    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = "How many works to list.", HelpName = "N", DefaultValueFactory = _ => 25 };
        var single = new Option<bool>("--one-payer") { Description = "Only works that the policies of one payer alone cite." };
        var payer = new Option<string?>("--payer") { Description = "Only works that this payer (its slug) cites.", HelpName = "SLUG" };
        return new Command("works", "List the works that policies cite most; the same work in several policies is one.") { limit, single, payer }
            .WithExamples("ingest works", "ingest works --one-payer --payer harbor-health --limit 100", "ingest works --json")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                IReadOnlyList<StoreRow> rows = CitedWorks.Most(reader, context.Get(limit), context.Get(single), context.Get(payer));
                if (context.Json)
                {
                    JsonOutput.WriteArray(context.Out, rows);
                    return ExitCode.Done;
                }
                TextPage page = TextPage.For(context);
                if (rows.Count == 0)
                {
                    page.Line("No work is cited that fits.");
                    return ExitCode.Done;
                }
                page.Table(
                    ["policies", "payers", "year", "title", "in", "work", "matched by"],
                    rows.Select(r => (IReadOnlyList<string?>)
                    [
                        r.Text("policies"), r.Text("payers"), r.Text("year"), r.Text("title"), r.Text("container"), r.Text("work"), r.Text("evidence"),
                    ]),
                    widest: 48);
                return ExitCode.Done;
            });
    }
}
