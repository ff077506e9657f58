using System.Diagnostics;
using System.Globalization;
using Ingest.Extractors;
using Ingest.Extractors.Checks;
using Ingest.Extractors.Sections;
using Ingest.Readers;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Pipeline;

/// <summary>The straight line that one document walks on a worker's thread: bytes, reader, extractors. Knows the store only by what it holds already.</summary>
/// <param name="readers">Chooses the reader by content.</param>
/// <param name="extractor">From document to facts.</param>
/// <param name="originals">Where the bytes of understood documents are kept.</param>
/// <param name="known">Fingerprints of stored documents by the SHA-256 of their bytes.</param>
public sealed class DocumentLine(
    DocumentReaders readers, PolicyExtractor extractor, OriginalFiles originals, IReadOnlyDictionary<string, KnownDocument> known)
{
    /// <summary>Larger files are no policies; reading them would only cost memory.</summary>
    private const long MaximumBytes = 256L << 20;

    /// <summary>Fewer letters than this cannot name a payer and take a position.</summary>
    private const int MinimumLetters = 100;

    /// <summary>
    /// What made the facts: the very build of readers and extractors (the module id of a deterministic build is a hash of its code), the
    /// model and the payers. Derived, so that nobody can forget to raise it.
    /// </summary>
    public string Fingerprint { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{extractor.Fingerprint}/{typeof(PolicyExtractor).Module.ModuleVersionId:N}/{typeof(DocumentReaders).Module.ModuleVersionId:N}");

    /// <summary>Read also what is stored and was read by the same extractors.</summary>
    public bool Again { get; init; }

    /// <exception cref="OperationCanceledException">On cancellation; the caller knows whether by the user or the time limit.</exception>
    public ReadDocument Walk(SourceEntry entry, CancellationToken cancellation)
    {
        string source = entry.Source, path = entry.Original ?? source;
        long started = Stopwatch.GetTimestamp();
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > MaximumBytes)
                return Failed($"The file is larger than {MaximumBytes >> 20} MB; split it, or take the policy out of it.");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Failed($"The file cannot be read ({error.Message}).");
        }
        string sha256 = OriginalFiles.Hash(bytes);
        if (known.TryGetValue(sha256, out KnownDocument? stored) && stored.Fingerprint == Fingerprint && !Again)
        {
            originals.Keep(sha256, bytes);
            return new ReadDocument.Known(source, sha256, Elapsed());
        }
        ReadResult result = readers.Read(new SourceFile(source, bytes), cancellation);
        if (result is ReadResult.Failed failed) return Failed(failed.Reason);
        var document = ((ReadResult.Read)result).Document;
        if (!HasUsableText(document.Text)) return Failed("The document has no usable text (a scan, or a page without content); find a version with text.");
        cancellation.ThrowIfCancellationRequested();
        (SectionedPolicy policy, PolicyFacts facts) = extractor.Extract(document);
        cancellation.ThrowIfCancellationRequested();
        if (PolicyLikeness.WhyNot(policy) is { } why) return Failed(why);
        originals.Keep(sha256, bytes);
        return new ReadDocument.Understood(source, sha256, policy, facts, Elapsed());

        double Elapsed() => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        ReadDocument.Failed Failed(string reason) => new(source, reason, Elapsed());
    }

    private static bool HasUsableText(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            if (char.IsLetter(c) && ++letters >= MinimumLetters) return true;
        }
        return false;
    }
}
