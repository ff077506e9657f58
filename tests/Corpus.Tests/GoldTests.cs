using Ingest.Evaluation;
using Ingest.Extractors.Identity;
using Ingest.Pipeline;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Corpus.Tests;

/// <summary>
/// The whole line over the corpus — readers, extractors, store, scorer — held against the gold that people wrote, with no payer known
/// by name. The floors are what was measured when they were set; a change that loses a fact shows here with its name.
/// </summary>
public sealed class GoldTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("policies", 13, 0.99)]
    [InlineData("renditions/html", 5, 0.97)]
    [InlineData("renditions/pdf", 5, 0.97)]
    public async Task Facts_are_those_that_people_found(string folder, int documents, double floor)
    {
        ScoreCard card = await ScoreAsync(Path.Combine(CorpusFiles.Corpus, folder));
        var read = card.Facts.Where(f => f is { Field: "document", Verdict: Verdict.Right }).Select(f => f.Document).ToHashSet();
        read.Count.ShouldBe(documents);
        string wrong = string.Join('\n', card.Facts.Where(f => read.Contains(f.Document) && f.Verdict != Verdict.Right));
        card.Mean(f => read.Contains(f.Document)).ShouldBeGreaterThanOrEqualTo(floor, wrong);
        card.SpansGood.ShouldBe(card.SpansAll);
    }

    private async Task<ScoreCard> ScoreAsync(string folder)
    {
        string database = Path.Combine(_folder, "policies.db");
        using (PolicyStore store = PolicyStore.Open(database))
        {
            IngestResult result = await IngestEngine.Pipeline(store, PayerDirectory.Empty, PipelineSettings.Default)
                .RunAsync("load", SourceList.Resolve([folder]).Entries, CancellationToken.None);
            result.Items.ShouldAllBe(item => item.Outcome != ItemOutcome.Failed);
        }
        using PolicyReader reader = PolicyReader.Open(database);
        return GoldScorer.Score(reader, Path.Combine(CorpusFiles.Corpus, "gold"));
    }
}
