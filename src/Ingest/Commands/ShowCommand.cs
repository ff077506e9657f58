using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest show POLICY</c></summary>
internal static class ShowCommand
{
    private static readonly string[] FactViews =
    [
        "positions", "criteria", "codes", "policy_dates", "history", "history_codes", "trials", "clearances", "guidelines", "definitions", "keywords",
        "related_policies", "sections", "citations", "findings", "nothing_found", "versions", "changes",
    ];

    public static Command Create()
    {
        var policy = new Argument<string>("POLICY") { Description = "payer-slug/number, an id, or a source path." };
        var text = new Option<bool>("--text") { Description = "Print the canonical text instead." };
        return new Command("show", "Show everything that is known of one policy.") { policy, text }
            .WithExamples("ingest show harbor-health/MP-12", "ingest show 17 -v", "ingest show corpus/mp-12.md --json")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                StoreRow found = reader.Find(context.Get(policy)!);
                long id = found.Number("policy_id")!.Value;
                if (context.Get(text))
                {
                    context.Out.WriteLine(reader.Rows("SELECT text FROM texts WHERE policy_id = $id", ("id", id))[0].Text("text"));
                }
                else if (context.Json)
                {
                    var all = new Dictionary<string, object?> { ["reference"] = PolicyReader.Reference(found), ["policy"] = found };
                    foreach (string view in FactViews) all[view] = reader.Rows($"SELECT * FROM {view} WHERE policy_id = $id", ("id", id));
                    JsonOutput.Write(context.Out, all);
                }
                else
                {
                    new PolicyPage(TextPage.For(context), reader, found, context.Verbose).Write();
                }
                return ExitCode.Done;
            });
    }
}
