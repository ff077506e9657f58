using System.Collections.Immutable;
using Ingest.Extractors;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;
using Ingest.Readers;
using Ingest.Sources;
using Ingest.Store;

namespace Ingest.Pipeline;

/// <summary>Puts the line together: which readers, which section classifier, which payers. The only place that chooses.</summary>
public static class IngestEngine
{
    public static PolicyExtractor Extractor(PayerDirectory payers) => new(new LearnedSectionClassifier(SectionModel.Default), payers);

    public static IngestPipeline Pipeline(
        PolicyStore store, PayerDirectory payers, PipelineSettings settings, Action<RunItem>? progress = null, bool again = false)
    {
        var line = new DocumentLine(DocumentReaders.Default, Extractor(payers), store.Originals, store.KnownDocuments()) { Again = again };
        return new(store, line, settings) { Progress = progress };
    }

    /// <summary>The originals beside a store as sources of a run, under the names that they came by.</summary>
    public static ImmutableArray<SourceEntry> Originals(PolicyStore store, bool currentOnly) =>
        [.. store.Stored(currentOnly).Select(v => new SourceEntry(v.Source, Original: store.Originals.PathOf(v.Sha256)))];
}
