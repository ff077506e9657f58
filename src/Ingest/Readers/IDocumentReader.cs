using Ingest.Extractors.Documents;

namespace Ingest.Readers;

/// <summary>The bytes of a document, with the name they came under. Content decides what they are; the name is only a hint.</summary>
public sealed record SourceFile(string Source, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Reads one format. Never throws on any bytes: what cannot be read is a <see cref="ReadResult.Failed"/> with a reason, in bounded
/// time and memory. Cancellation passes through as <see cref="OperationCanceledException"/>.
/// </summary>
public interface IDocumentReader
{
    /// <summary>IANA media type that it reads.</summary>
    string MediaType { get; }

    /// <summary>Whether the content looks like this format; looks at the first few kilobytes only.</summary>
    bool Recognises(SourceFile file);

    ReadResult Read(SourceFile file, CancellationToken cancellation);
}

/// <summary>What became of reading: a document (perhaps with diagnostics), or a reason why there is none.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    public sealed record Read(PolicyDocument Document) : ReadResult;

    /// <param name="Rule">Kebab-case name of the reason ("no-usable-text", "encrypted", "not-a-document").</param>
    /// <param name="Reason">What is wrong and the way out, for a person.</param>
    public sealed record Failed(string Rule, string Reason) : ReadResult;
}
