using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

internal enum StatementForm { Sentence, ListItem, Cell, Heading }

/// <summary>A sentence, cell or heading that may take a stance, with what surrounds it.</summary>
/// <param name="Words">Its <see cref="Wording.Plain"/> wording.</param>
/// <param name="Items">The outer items of the list that comes right after it; empty where none does.</param>
/// <param name="RowLabel">For cells: the first cell of the row, where it is another one.</param>
/// <param name="ColumnHeader">For cells: the header above it.</param>
internal sealed record Statement(
    SourceSpan Span, string Words, Section Section, StatementForm Form, ImmutableArray<SourceSpan> Items, string? RowLabel = null, string? ColumnHeader = null)
{
    /// <summary>For cells: the whole cell that it is a part of.</summary>
    public SourceSpan? Cell { get; init; }

    /// <summary>For cells: the header above the row's label.</summary>
    public string? RowHeader { get; init; }

    /// <summary>For the head of a column of answers ("Yes", "No"): it asks and says nothing itself.</summary>
    public bool IsQuestion { get; init; }

    public bool LeadsList => Items.Length > 0;
}
