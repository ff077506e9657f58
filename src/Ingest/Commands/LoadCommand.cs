using System.CommandLine;
using System.Diagnostics;
using Ingest.Pipeline;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest load PATH…</c></summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders (with all below them) and globs.", Arity = ArgumentArity.OneOrMore };
        var options = new PipelineOptions();
        var command = new Command("load", "Read policies (PDF, HTML, DOCX, Markdown, text) and store what they say.") { paths };
        options.AddTo(command);
        return command
            .WithExamples("ingest load corpus/policies", "ingest load 'policies/**/*.pdf' --db payers.db", "ingest load policy.pdf --json")
            .Does(async context =>
            {
                SourceList list = SourceList.Resolve(context.Get(paths)!);
                if (!list.NotFound.IsEmpty) throw new UsageException($"nothing is there: {string.Join(", ", list.NotFound)}");
                PipelineSettings settings = options.Settings(context);
                var known = options.KnownPayers(context);
                long started = Stopwatch.GetTimestamp();
                IngestResult result;
                using (PolicyStore store = PolicyStore.Open(context.Database))
                {
                    result = await RunProgress.ShowAsync(context, list.Entries.Count(e => e.Skip is null), progress =>
                        IngestEngine.Pipeline(store, known, settings, progress).RunAsync("load", list.Entries, context.Cancellation));
                }
                return LoadSummary.Write(context, result, Stopwatch.GetElapsedTime(started));
            });
    }
}
