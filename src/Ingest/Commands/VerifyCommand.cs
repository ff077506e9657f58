using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest verify</c></summary>
internal static class VerifyCommand
{
    /// <summary>Problems of one check that are listed unless all are asked for.</summary>
    private const int Short = 10;

    public static Command Create() => new Command("verify", "Check the store: database, spans, originals, versions, search index.")
        .WithExamples("ingest verify", "ingest verify --db payers.db --json")
        .Does(context =>
        {
            using StoreVerifier verifier = StoreVerifier.Open(context.Database);
            TextPage page = TextPage.For(context);
            var done = new List<VerifiedCheck>();
            foreach (VerifiedCheck check in verifier.Run(context.Cancellation))
            {
                done.Add(check);
                if (context.Json) continue;
                bool good = check.Problems.Count == 0;
                if (!good || !context.Quiet) page.Line($"{(good ? page.Good("ok     ") : page.Bad("broken "))} {check.Name} ({check.Checked})");
                foreach (string problem in context.Verbose ? check.Problems : check.Problems.Take(Short)) page.Wrapped("          ", problem);
                if (!context.Verbose && check.Problems.Count > Short) page.Line($"          … and {check.Problems.Count - Short} more (-v)");
            }
            if (context.Json) JsonOutput.WriteArray(context.Out, done);
            return done.TrueForAll(c => c.Problems.Count == 0) ? ExitCode.Done : ExitCode.StoreUnusable;
        });
}
