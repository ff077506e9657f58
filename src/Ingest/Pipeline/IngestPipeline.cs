using System.Collections.Immutable;
using System.Globalization;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Pipeline;

/// <param name="Workers">Documents read at the same time.</param>
/// <param name="TimeLimit">For one document.</param>
public sealed record PipelineSettings(int Workers, TimeSpan TimeLimit)
{
    public static PipelineSettings Default { get; } = new(Environment.ProcessorCount, TimeSpan.FromSeconds(120));
}

/// <summary>Everything that a run did, in the order of its sources.</summary>
public sealed record IngestResult(long RunId, ImmutableArray<RunItem> Items, bool Cancelled);

/// <summary>
/// Reads documents on several threads and stores them on one, in the order of the sources whatever finishes first, so that the same
/// folder gives the same database on any machine. At most a few documents a worker wait for their turn.
/// </summary>
public sealed class IngestPipeline(PolicyStore store, DocumentLine line, PipelineSettings settings)
{
    /// <summary>Read-ahead a worker: enough to ride out one slow document, few enough to bound memory.</summary>
    private const int Ahead = 8;

    /// <summary>Unchanged documents that are put on record together.</summary>
    private const int Batch = 200;

    /// <summary>After its time limit a document may take this long to notice; then its thread is left behind.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, KnownDocument> _known = new(store.KnownDocuments());

    /// <summary>Called on one thread as each document is done.</summary>
    public Action<RunItem>? Progress { get; init; }

    public async Task<IngestResult> RunAsync(string command, ImmutableArray<SourceEntry> sources, CancellationToken cancellation)
    {
        long run = store.Runs.Start(command);
        var items = ImmutableArray.CreateBuilder<RunItem>(sources.Length);
        int recorded = 0;
        string status = "failed";
        using var gate = new SemaphoreSlim(settings.Workers);
        try
        {
            var ahead = new Queue<Task<ReadDocument>>();
            int next = 0;
            while (next < sources.Length || ahead.Count > 0)
            {
                while (next < sources.Length && ahead.Count < settings.Workers * Ahead) ahead.Enqueue(ReadAsync(sources[next++], gate, cancellation));
                RunItem item = Store(await ahead.Dequeue(), run);
                items.Add(item);
                Progress?.Invoke(item);
                // What was stored or failed is on record at once, even if the process is killed; what was only looked at can wait.
                if (item.Outcome is not (ItemOutcome.Unchanged or ItemOutcome.Skipped) || items.Count - recorded >= Batch) Record();
            }
            status = "done";
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            status = "cancelled";
        }
        finally
        {
            Record();
            store.Runs.Finish(run, status);
        }
        return new(run, items.ToImmutable(), status == "cancelled");

        void Record()
        {
            if (recorded < items.Count) store.Runs.Add(run, [.. items.Skip(recorded)]);
            recorded = items.Count;
        }
    }

    private async Task<ReadDocument> ReadAsync(SourceEntry source, SemaphoreSlim gate, CancellationToken cancellation)
    {
        if (source.Skip is { } why) return new ReadDocument.Skipped(source.Source, why);
        await gate.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(settings.TimeLimit);
            CancellationToken token = limit.Token;
            // A thread of its own: one that never comes back must not take a thread of the pool with it.
            Task<ReadDocument> reading = Task.Factory.StartNew(
                () => line.Walk(source, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return await reading.WaitAsync(settings.TimeLimit + Grace, cancellation);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new ReadDocument.Failed(
                source.Source,
                string.Create(CultureInfo.InvariantCulture, $"Reading took longer than the time limit of {settings.TimeLimit.TotalSeconds:0.#} s; raise it with --timeout, and please report the document."),
                settings.TimeLimit.TotalMilliseconds);
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreException))
        {
            // Readers and extractors promise not to throw. One that does must not take the other documents with it.
            return new ReadDocument.Failed(source.Source, $"A defect in Ingest stopped this document ({error.GetType().Name}: {error.Message}); please report it.", 0);
        }
        finally
        {
            gate.Release();
        }
    }

    private RunItem Store(ReadDocument read, long run)
    {
        switch (read)
        {
            case ReadDocument.Known known:
                return Unchanged(known.Source, _known[known.Sha256], known.Milliseconds);
            case ReadDocument.Understood understood:
                SaveResult saved = store.Save(new(understood.Source, understood.Sha256, line.Fingerprint, run, understood.Policy, understood.Facts) { Again = line.Again });
                bool review = understood.Facts.Findings.Any(f => f.Severity >= Extractors.Documents.Severity.Warning);
                var now = new KnownDocument
                {
                    Sha256 = understood.Sha256, Fingerprint = line.Fingerprint, PolicyId = saved.PolicyId, VersionId = saved.VersionId,
                    Version = saved.Version, IsCurrent = saved.IsCurrent, Source = saved.Source, NeedsReview = review,
                };
                _known[understood.Sha256] = now;
                if (saved.Outcome == SaveOutcome.Unchanged) return Unchanged(understood.Source, now, understood.Milliseconds);
                return new(
                    understood.Source, saved.Outcome == SaveOutcome.Added ? ItemOutcome.Added : ItemOutcome.Updated, saved.PolicyId, saved.VersionId,
                    saved.Note, review, understood.Milliseconds);
            case ReadDocument.Failed failed:
                return new(failed.Source, ItemOutcome.Failed, null, null, failed.Reason, false, failed.Milliseconds);
            case ReadDocument.Skipped skipped:
                return new(skipped.Source, ItemOutcome.Skipped, null, null, skipped.Reason, false, 0);
            default:
                throw new InvalidOperationException(read.GetType().Name);
        }
    }

    private static RunItem Unchanged(string source, KnownDocument known, double milliseconds) => new(
        source, ItemOutcome.Unchanged, known.PolicyId, known.VersionId,
        !known.IsCurrent ? $"the same bytes are version {known.Version}, which a newer version has replaced"
            : known.Source != source ? $"the same bytes as {known.Source}" : null,
        known.NeedsReview, milliseconds);
}
