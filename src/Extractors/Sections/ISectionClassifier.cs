using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>Gives every section its kind with a probability. Rules or a learned model may stand behind it.</summary>
public interface ISectionClassifier
{
    /// <summary>Names and versions what decides, for the fingerprint of the extractors.</summary>
    string Fingerprint { get; }

    ImmutableArray<Section> Classify(PolicyDocument document, ImmutableArray<Section> sections);
}
