using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Criteria;

public enum CriterionOperator
{
    [ContractName("ALL")] All,
    [ContractName("ANY")] Any,
    [ContractName("AT_LEAST")] AtLeast,
    [ContractName("NONE")] None,
}

/// <summary>One node of a tree of criteria. Nodes are in document order, a parent before its children.</summary>
/// <param name="Position">Index of the position that it decides in <see cref="PolicyFacts.Positions"/>; null where none is near.</param>
/// <param name="Parent">Index of the parent criterion in <see cref="PolicyFacts.Criteria"/>; null at a root.</param>
/// <param name="Label">As printed, without punctuation: "A", "1", "iv"; null for bullets.</param>
/// <param name="Operator">How its children combine; null on a leaf.</param>
/// <param name="Minimum">For <see cref="CriterionOperator.AtLeast"/>: how many children must hold.</param>
public sealed record Criterion(
    int? Position, int? Parent, string? Label, CriterionOperator? Operator, int? Minimum, string Text, SourceSpan Span) : IFact;
