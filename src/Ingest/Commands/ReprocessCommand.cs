using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Ingest.Pipeline;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest reprocess</c></summary>
internal static class ReprocessCommand
{
    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "Also documents that were read by these very extractors." };
        var options = new PipelineOptions();
        var command = new Command("reprocess", "Read the stored originals again, with no source at hand.") { all };
        options.AddTo(command);
        return command
            .WithExamples("ingest reprocess", "ingest reprocess --all --db payers.db")
            .Does(async context =>
            {
                if (!File.Exists(context.Database)) throw new StoreException($"{context.Database} does not exist; make it with: ingest load PATH");
                PipelineSettings settings = options.Settings(context);
                var known = options.KnownPayers(context);
                long started = Stopwatch.GetTimestamp();
                IngestResult result;
                using (PolicyStore store = PolicyStore.Open(context.Database))
                {
                    ImmutableArray<SourceEntry> originals = IngestEngine.Originals(store, currentOnly: false);
                    result = await RunProgress.ShowAsync(context, originals.Length, progress =>
                        IngestEngine.Pipeline(store, known, settings, progress, context.Get(all)).RunAsync("reprocess", originals, context.Cancellation));
                }
                return LoadSummary.Write(context, result, Stopwatch.GetElapsedTime(started));
            });
    }
}
