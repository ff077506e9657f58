using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Fields;

/// <summary>Which part of the document a line stands in, as far as it matters to what the document says of itself.</summary>
public enum LineZone
{
    /// <summary>Before the first section with policy matter: title, header grid, letterhead.</summary>
    Front,

    /// <summary>Notices, administrative and identity sections anywhere.</summary>
    Administrative,

    /// <summary>The policy's own record of changes.</summary>
    History,

    Body,

    /// <summary>Sections in which labels and dates belong to others: references, codes, evidence, law, other authorities' policies.</summary>
    Foreign,

    Furniture,
}

/// <summary>
/// A line of a paragraph, heading, list item or table cell, without white space at its ends. <paramref name="Cell"/> and
/// <paramref name="Table"/> are null outside tables. <paramref name="Ordinal"/> counts the document's lines from 0.
/// </summary>
public sealed record FieldLine(int Ordinal, SourceSpan Span, Block Block, TableBlock? Table, TableCell? Cell, LineZone Zone, Section? Section)
{
    public bool IsHeading => Block is HeadingBlock;
}
