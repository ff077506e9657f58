using System.Collections.Frozen;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A tree of criteria whose root says only how many must hold ("BOTH of the following:"), not of what: its condition or service was lost.</summary>
public sealed class GenericCriteria : IPolicyCheck
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "all", "any", "one", "both", "each", "either", "two", "three", "or", "more", "of", "the", "following", "is", "are", "criteria", "criterion", "condition", "conditions",
        "requirements", "must", "be", "met", "when", "if", "and", "these", "below", "a", "at", "least", "apply", "indications", "has", "have", "been", "for", "with");

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Criterion criterion in facts.Criteria)
        {
            if (criterion.Parent is not null || criterion.Operator is null || criterion.Text.Length > 120) continue;
            if (!Wording.Plain(criterion.Text).Split([' ', ':', ',', '.', '/', ';'], StringSplitOptions.RemoveEmptyEntries).All(Words.Contains)) continue;
            yield return new(
                "criteria-without-subject", Severity.Info,
                "The root of these criteria names no service or condition; read what stands above or beside it on the page.", criterion.Span);
        }
    }
}
