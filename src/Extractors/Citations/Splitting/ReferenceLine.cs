using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>
/// A block, table row or cell paragraph of a reference list. <paramref name="Label"/> is what it is numbered with, as printed and without
/// punctuation, null where nothing is printed; <paramref name="Content"/> is the rest.
/// </summary>
/// <param name="Own">Whether the document itself sets the line apart as an item: a list item or a row.</param>
internal readonly record struct ReferenceLine(SourceSpan Content, string? Label, bool Own);

/// <summary>An entry of a reference list: its label as printed without punctuation, and its span without the label.</summary>
public readonly record struct ReferenceEntry(string? Label, SourceSpan Span);
