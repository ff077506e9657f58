using System.Collections.Immutable;
using Ingest.Cli.Tests.Commands;
using Ingest.Extractors;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;
using Ingest.Pipeline;
using Ingest.Readers;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Cli.Tests.Pipeline;

public class PipelineTests
{
    /// <summary>Reads what begins with "SLOW", "NEVER" or "THROW" accordingly; anything else is left to the reader of text.</summary>
    private sealed class OddReader(CancellationTokenSource? cancel = null) : IDocumentReader
    {
        public string MediaType => "text/odd";

        public bool Recognises(SourceFile file) => file.Bytes.Span.IndexOf("ODD:"u8) == 0;

        public ReadResult Read(SourceFile file, CancellationToken cancellation)
        {
            string text = System.Text.Encoding.UTF8.GetString(file.Bytes.Span);
            if (text.Contains("THROW", StringComparison.Ordinal)) throw new InvalidOperationException("odd");
            if (text.Contains("SLOW", StringComparison.Ordinal)) Thread.Sleep(150);
            if (text.Contains("CANCEL", StringComparison.Ordinal)) cancel!.Cancel();
            while (text.Contains("POLITE", StringComparison.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                Thread.Sleep(5);
            }
            if (text.Contains("NEVER", StringComparison.Ordinal)) Thread.Sleep(TimeSpan.FromSeconds(20));
            var builder = new DocumentBuilder();
            builder.Add(new ParagraphBlock(builder.Append(text + "\n" + string.Concat(Enumerable.Repeat("Widgets are considered investigational. ", 40)))));
            return new ReadResult.Read(builder.Build(file.Source, MediaType));
        }
    }

    private static async Task<IngestResult> RunAsync(IngestRun ingest, OddReader reader, int workers = 2, double seconds = 30, CancellationToken cancellation = default)
    {
        using PolicyStore store = PolicyStore.Open(ingest.Database);
        var extractor = new PolicyExtractor(new RuleSectionClassifier(), PayerDirectory.Empty);
        var line = new DocumentLine(new DocumentReaders([reader]), extractor, store.Originals, store.KnownDocuments());
        var pipeline = new IngestPipeline(store, line, new PipelineSettings(workers, TimeSpan.FromSeconds(seconds)));
        ImmutableArray<SourceEntry> sources = SourceList.Resolve([ingest.Documents]).Entries;
        return await pipeline.RunAsync("load", sources, cancellation);
    }

    [Fact]
    public async Task The_store_does_not_depend_on_which_document_is_ready_first()
    {
        var dumps = new List<string>();
        foreach (int workers in new[] { 1, 4 })
        {
            using var ingest = new IngestRun();
            for (int i = 0; i < 12; i++) ingest.Write($"{i:00}.odd.txt", $"ODD: {(i % 3 == 0 ? "SLOW" : "")} document {i}");
            await RunAsync(ingest, new OddReader(), workers);
            using PolicyReader reader = PolicyReader.Open(ingest.Database);
            dumps.Add(string.Join('\n', reader.Rows("SELECT policy_id, substr(source, -10) s, sha256 FROM policies UNION ALL SELECT position_id, stance, span_start FROM positions")
                .Select(r => string.Join('|', r.Select(c => c.Value)))));
        }
        dumps[0].Split('\n').Length.ShouldBeGreaterThan(12);
        dumps[1].ShouldBe(dumps[0]);
    }

    [Fact]
    public async Task One_bad_document_fails_with_a_reason_and_the_others_are_stored()
    {
        using var ingest = new IngestRun();
        ingest.Write("a.txt", "ODD: POLITE");
        ingest.Write("b.txt", "ODD: NEVER");
        ingest.Write("c.txt", "ODD: THROW");
        ingest.Write("d.txt", "ODD: good");
        IngestResult result = await RunAsync(ingest, new OddReader(), seconds: 3);
        result.Items.Select(i => i.Outcome).ShouldBe([ItemOutcome.Failed, ItemOutcome.Failed, ItemOutcome.Failed, ItemOutcome.Added]);
        result.Items[0].Reason!.ShouldContain("time limit");
        result.Items[1].Reason!.ShouldContain("time limit");
        result.Items[2].Reason!.ShouldContain("defect");
        ingest.Ask("SELECT count(*) FROM run_items").ShouldBe("4");
    }

    [Fact]
    public async Task Cancelling_keeps_what_was_committed_and_records_it()
    {
        using var ingest = new IngestRun();
        using var cancel = new CancellationTokenSource();
        ingest.Write("a.txt", "ODD: good");
        ingest.Write("b.txt", "ODD: SLOW CANCEL POLITE");
        ingest.Write("c.txt", "ODD: good too");
        IngestResult result = await RunAsync(ingest, new OddReader(cancel), workers: 1, cancellation: cancel.Token);
        result.Cancelled.ShouldBeTrue();
        ingest.Ask("SELECT count(*) FROM policies").ShouldBe("1");
        ingest.Ask("SELECT status || ' ' || added FROM runs").ShouldBe("cancelled 1");
        (await RunAsync(ingest, new OddReader(), seconds: 3)).Items.Select(i => i.Outcome).ShouldBe([ItemOutcome.Unchanged, ItemOutcome.Failed, ItemOutcome.Added]);
    }

    [Fact]
    public void Folders_files_and_globs_are_one_list_in_one_order()
    {
        using var ingest = new IngestRun();
        string b = ingest.Write("b.txt", "x"), a = ingest.Write("sub/a.PDF", "x"), c = ingest.Write("sub/deep/c.md", "x"), json = ingest.Write("sub/d.json", "x");
        ingest.Write(".hidden/e.txt", "x");
        SourceList.Resolve([ingest.Documents]).Entries.Where(e => e.Skip is null).Select(e => e.Source).ShouldBe([b, a, c]);
        SourceList.Resolve([Path.Combine(ingest.Documents, "**", "*.md")]).Entries.Select(e => e.Source).ShouldBe([c]);
        SourceList.Resolve([Path.Combine(ingest.Documents, "*.txt"), b]).Entries.Select(e => e.Source).ShouldBe([b]);
        SourceList.Resolve([json]).Entries.ShouldHaveSingleItem().Skip.ShouldBeNull("a file that is named is read");
        SourceList.Resolve([Path.Combine(ingest.Documents, "*.doc"), "nowhere"]).NotFound.Length.ShouldBe(2);
    }
}
