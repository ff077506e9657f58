using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Evaluation;
using Ingest.Extractors.Identity;
using Ingest.Pipeline;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest eval</c></summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "Folder of gold files.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("corpus", "gold") };
        var worst = new Option<int?>("--worst") { Description = "List the documents and facts to look at first.", HelpName = "N", Arity = ArgumentArity.ZeroOrOne };
        var save = new Option<string>("--save") { Description = "Keep what became of every fact.", HelpName = "FILE" };
        var against = new Option<string>("--against") { Description = "Tell what is better and worse than in a saved run.", HelpName = "FILE" };
        var bare = new Option<bool>("--without-payers") { Description = "Read the documents also with no payer known by name, and score that beside." };
        var sections = new Option<bool>("--sections") { Description = "Instead, tell how well kinds of sections are told on payers that the model has not seen, from the labels in corpus/sections." };
        return new Command("eval", "Score what is stored against a folder of gold files: precision, recall, F1 a field.") { gold, worst, save, against, bare, sections }
            .WithExamples(
                "ingest eval --gold corpus/gold", "ingest eval --worst 5", "ingest eval --save before.json", "ingest eval --against before.json -v",
                "ingest eval --without-payers --json", "ingest eval --sections")
            .Does(async context =>
            {
                if (context.Get(sections))
                {
                    SectionReport.Write(TrainCommand.Read(TrainCommand.DefaultLabels), context.Out, context.Cancellation);
                    return ExitCode.Done;
                }
                string folder = context.Get(gold)!;
                if (!Directory.Exists(folder)) throw new UsageException($"{folder} is not a folder; give the gold files by --gold DIR");
                // Read before anything is saved: both may name one file.
                ImmutableArray<ScoredFact>? earlier = context.Get(against) is { } file ? ScoreFile.Load(file) : null;
                ScoreCard card = Score(context.Database, folder);
                ScoreCard? without = context.Get(bare) ? await WithoutPayersAsync(context, folder) : null;
                ScoreComparison? comparison = earlier is { } before ? ScoreComparison.Of(before, card.Facts) : null;
                if (context.Get(save) is { } path) ScoreFile.Save(path, card);
                int? documents = context.Get(worst) ?? (context.Has(worst) ? 5 : null);
                if (context.Json) WriteJson(context, card, without, comparison);
                else WritePage(context, card, without, comparison, documents, context.Get(against));
                return ExitCode.Done;
            });
    }

    private static ScoreCard Score(string database, string folder)
    {
        try
        {
            using PolicyReader reader = PolicyReader.Open(database);
            return GoldScorer.Score(reader, folder);
        }
        catch (InvalidDataException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    /// <summary>Reads the stored originals into a store that is thrown away, with nothing particular to any payer switched on.</summary>
    private static async Task<ScoreCard> WithoutPayersAsync(CommandContext context, string folder)
    {
        string scratch = Directory.CreateTempSubdirectory("ingest-eval-").FullName;
        try
        {
            string database = Path.Combine(scratch, "bare.db");
            ImmutableArray<SourceEntry> sources;
            using (PolicyStore stored = PolicyStore.Open(context.Database)) sources = IngestEngine.Originals(stored, currentOnly: true);
            using (PolicyStore store = PolicyStore.Open(database))
            {
                IngestResult result = await RunProgress.ShowAsync(context, sources.Length, progress =>
                    IngestEngine.Pipeline(store, PayerDirectory.Empty, PipelineSettings.Default, progress).RunAsync("eval", sources, context.Cancellation));
                if (result.Cancelled) context.Cancellation.ThrowIfCancellationRequested();
            }
            return Score(database, folder);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void WritePage(
        CommandContext context, ScoreCard card, ScoreCard? without, ScoreComparison? comparison, int? worst, string? against)
    {
        var page = new ScorePage(TextPage.For(context), context.Verbose);
        page.Fields(card, without);
        if (!context.Quiet) page.Payers(card);
        if (worst is { } documents) page.Worst(card, documents);
        if (comparison is not null) page.Comparison(comparison, against!);
    }

    private static void WriteJson(CommandContext context, ScoreCard card, ScoreCard? without, ScoreComparison? comparison) => JsonOutput.Write(context.Out, new
    {
        documents = card.Documents,
        mean_f1 = card.Mean(),
        mean_f1_without_payers = without?.Mean(),
        spans_good = card.SpansGood,
        spans_all = card.SpansAll,
        fields = card.ByField().Select(f => new
        {
            field = f.Field, precision = f.Tally.Precision, recall = f.Tally.Recall, f1 = f.Tally.F1, tp = f.Tally.Right, fp = f.Tally.Extra, fn = f.Tally.Missed,
        }),
        by_document = card.Payers.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new { document = p.Key, payer = p.Value, mean_f1 = card.Mean(f => f.Document == p.Key) }),
        wrong = card.Facts.Where(f => f.Verdict != Verdict.Right),
        comparison,
    });
}
