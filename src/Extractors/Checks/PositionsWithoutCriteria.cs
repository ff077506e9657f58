using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A position that breaks off where its conditions should follow ("… is medically necessary when:") and has none: the list was lost or read elsewhere.</summary>
public sealed class PositionsWithoutCriteria : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        SourceSpan? told = null;
        for (int i = 0; i < facts.Positions.Length; i++)
        {
            Position position = facts.Positions[i];
            if (!position.Conditional || told == position.Span || !Conditions.BreakOff(position.Statement) || HasCriteria(facts, position.Span)) continue;
            told = position.Span;
            yield return new(
                "position-without-criteria", Severity.Warning,
                "Criteria decide this position, but none were found after its words; read the page below it and add them.", position.Span);
        }
    }

    /// <summary>Positions taken in the same words share their criteria, which hang on one of them.</summary>
    private static bool HasCriteria(PolicyFacts facts, SourceSpan statement) =>
        facts.Criteria.Any(c => c.Span.Start <= statement.Start && statement.Start < c.Span.End || statement.Contains(c.Span.Start)
            || c.Position is { } at && facts.Positions[at].Span is var span && (span.Contains(statement.Start) || statement.Contains(span.Start)));
}
