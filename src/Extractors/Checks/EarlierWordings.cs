using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Coverage that a policy keeps from before ("for dates of service prior to …"): it is left out of the positions, and somebody may look for it.</summary>
public sealed class EarlierWordings : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Section section in policy.OfKind(SectionKind.Coverage))
        {
            HashSet<int> earlier = EarlierWording.In(policy, section);
            if (earlier.Count == 0) continue;
            yield return new(
                "earlier-wording-left-out", Severity.Info,
                "What stands here for earlier dates of service was not read as a position; the current wording stands beside it.", policy.Document.Blocks[earlier.Min()].Span);
        }
    }
}
