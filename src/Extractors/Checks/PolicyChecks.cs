using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Looks over all facts of a policy for what does not fit together.</summary>
public interface IPolicyCheck
{
    IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts);
}

public static class PolicyChecks
{
    private static readonly ImmutableArray<IPolicyCheck> All = [];

    public static IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts) => All.SelectMany(check => check.Run(policy, facts));
}
