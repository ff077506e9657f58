using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors;

/// <summary>Anything that a document says. Its span slices the canonical text to the verbatim source of the fact.</summary>
public interface IFact
{
    SourceSpan Span { get; }
}

/// <summary>What one extractor found, and what it could not make sense of.</summary>
public readonly record struct Extraction<T>(ImmutableArray<T> Facts, ImmutableArray<Diagnostic> Diagnostics)
    where T : IFact
{
    public static Extraction<T> Nothing { get; } = new([], []);

    public static implicit operator Extraction<T>(ImmutableArray<T> facts) => new(facts, []);
}

/// <summary>
/// Finds one kind of fact. Pure: no I/O, clock, threads or state. <paramref name="soFar"/> holds the facts of the kinds that
/// <see cref="PolicyExtractor"/> runs earlier (its order is the order of dependence). Never throws on any document.
/// </summary>
public interface IFactExtractor<T>
    where T : IFact
{
    Extraction<T> Extract(SectionedPolicy policy, PolicyFacts soFar);
}
