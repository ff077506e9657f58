namespace Ingest.Extractors.Citations.Labelling;

/// <summary>What a token of a reference string belongs to. The order is the order of the model's labels: append only.</summary>
public enum ReferenceLabel
{
    Author, Title, Container, Date, Volume, Issue, Pages, Doi, Url, Publisher, Location, Editor, Note, Edition, Genre, Number, Series, Identifier,

    /// <summary>A container that is a journal. Known only where references are tagged; what a model finds is called a container.</summary>
    Journal,
}
