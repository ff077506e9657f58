using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Extractors;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;
using Ingest.Pipeline;
using Ingest.Readers;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest load PATH…</c></summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders (with all below them) and globs.", Arity = ArgumentArity.OneOrMore };
        var payers = new Option<string>("--payers") { Description = "Payers to know by name, in the form of payers.yml.", HelpName = "FILE" };
        var timeout = new Option<double>("--timeout") { Description = "Seconds that one document may take.", HelpName = "SECONDS", DefaultValueFactory = _ => 120 };
        var command = new Command("load", "Read policies (PDF, HTML, DOCX, Markdown, text) and store what they say.") { paths, payers, timeout };
        return command
            .WithExamples("ingest load corpus/", "ingest load 'policies/**/*.pdf' --db payers.db", "ingest load policy.pdf --json")
            .Does(async context =>
            {
                SourceList list = SourceList.Resolve(context.Get(paths)!);
                if (!list.NotFound.IsEmpty) throw new UsageException($"nothing is there: {string.Join(", ", list.NotFound)}");
                PayerDirectory known = Payers(context.Get(payers));
                using PolicyStore store = PolicyStore.Open(context.Database);
                var extractor = new PolicyExtractor(new RuleSectionClassifier(), known);
                var line = new DocumentLine(DocumentReaders.Default, extractor, store.Originals, store.KnownDocuments());
                var settings = PipelineSettings.Default with { TimeLimit = TimeSpan.FromSeconds(context.Get(timeout)) };
                var pipeline = new IngestPipeline(store, line, settings);
                IngestResult result = await pipeline.RunAsync("load", list.Entries, context.Cancellation);
                foreach (var group in result.Items.GroupBy(i => i.Outcome)) context.Out.WriteLine($"{group.Key}: {group.Count()}");
                foreach (RunItem item in result.Items.Where(i => i.Outcome == ItemOutcome.Failed)) context.Out.WriteLine($"  failed {item.Source}: {item.Reason}");
                if (result.Cancelled) return ExitCode.Cancelled;
                return result.Items.Any(i => i.Outcome == ItemOutcome.Failed || i.NeedsReview) ? ExitCode.NeedsAttention : ExitCode.Done;
            });
    }

    private static PayerDirectory Payers(string? file)
    {
        if (file is null) return PayersFile.Default;
        try
        {
            return PayersFile.Load(file);
        }
        catch (InvalidDataException error)
        {
            throw new UsageException(error.Message, error);
        }
    }
}
