using Ingest.Extractors;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;
using Ingest.Pipeline;
using Ingest.Readers;

namespace Ingest.Corpus.Tests;

/// <summary>A corpus file read and extracted, with nothing known of any payer.</summary>
internal sealed record ReadPolicy(SectionedPolicy Policy, PolicyFacts Facts)
{
    public static ReadPolicy Of(string relative)
    {
        var file = new SourceFile(relative, File.ReadAllBytes(CorpusFiles.Full(relative)));
        ReadResult result = DocumentReaders.Default.Read(file, CancellationToken.None);
        ReadResult.Read read = result.ShouldBeOfType<ReadResult.Read>(relative);
        (SectionedPolicy policy, PolicyFacts facts) = IngestEngine.Extractor(PayerDirectory.Empty).Extract(read.Document);
        return new(policy, facts);
    }
}
