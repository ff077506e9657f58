namespace Ingest.Extractors;

/// <summary>A kind of fact (the name of its view) that was looked for and not found, and why.</summary>
public sealed record NothingFound(string What, string Why);
