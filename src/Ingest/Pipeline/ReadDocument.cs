using Ingest.Extractors;
using Ingest.Extractors.Sections;

namespace Ingest.Pipeline;

/// <summary>What became of one source before it meets the store.</summary>
public abstract record ReadDocument(string Source, double Milliseconds)
{
    /// <summary>Its bytes are stored, and were read by the same extractors.</summary>
    public sealed record Known(string Source, string Sha256, double Milliseconds) : ReadDocument(Source, Milliseconds);

    public sealed record Understood(string Source, string Sha256, SectionedPolicy Policy, PolicyFacts Facts, double Milliseconds)
        : ReadDocument(Source, Milliseconds);

    /// <param name="Reason">What is wrong, where, and the way out.</param>
    public sealed record Failed(string Source, string Reason, double Milliseconds) : ReadDocument(Source, Milliseconds);

    public sealed record Skipped(string Source, string Reason) : ReadDocument(Source, 0);
}
