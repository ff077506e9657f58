using System.CommandLine;
using Ingest.Extractors;
using Ingest.Store;
using Ingest.Store.Changes;

namespace Ingest.Commands;

/// <summary><c>ingest diff POLICY</c></summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var policy = new Argument<string>("POLICY") { Description = "payer-slug/number, an id, or a source path." };
        var from = new Option<long?>("--from") { Description = "Number of the older version (default: the one before).", HelpName = "V" };
        var to = new Option<long?>("--to") { Description = "Number of the newer version (default: the current).", HelpName = "V" };
        return new Command("diff", "Tell what changed between two versions of a policy.") { policy, from, to }
            .WithExamples("ingest diff harbor-health/MP-12", "ingest diff 17 --from 1 --to 3 --json")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                StoreRow found = reader.Find(context.Get(policy)!);
                long newest = found.Number("version_count")!.Value;
                long after = context.Get(to) ?? newest, before = context.Get(from) ?? after - 1;
                if (before < 1 || after > newest || before == after)
                {
                    throw new UsageException(newest == 1
                        ? $"{PolicyReader.Reference(found)} has only one version; load a later one first"
                        : $"{PolicyReader.Reference(found)} has the versions 1 to {newest}; give two of them by --from and --to");
                }
                IReadOnlyList<PolicyChange> changes = reader.Difference(found.Number("policy_id")!.Value, before, after);
                if (context.Json)
                {
                    JsonOutput.Write(context.Out, new { policy_id = found.Number("policy_id"), reference = PolicyReader.Reference(found), from_version = before, to_version = after, changes });
                    return ExitCode.Done;
                }
                TextPage page = TextPage.For(context);
                page.Line(page.Bold($"{found.Text("title") ?? PolicyReader.Reference(found)}: version {before} to {after}"));
                if (changes.Count == 0) page.Line("Nothing that a reader would notice changed.");
                foreach (IGrouping<ChangeKind, PolicyChange> kind in changes.GroupBy(c => c.Kind))
                {
                    page.Heading($"{ContractName.Of(kind.Key).Replace('_', ' ')} ({kind.Count()})");
                    foreach (PolicyChange change in kind) ChangeLines.Write(page, change.Subject, change.Before, change.After, context.Verbose);
                }
                return ExitCode.Done;
            });
    }
}
