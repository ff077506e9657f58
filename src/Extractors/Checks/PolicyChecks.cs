using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// Looks over all facts of a policy for what does not fit together. Each finding names its rule, stands where a person should look and says
/// what to do; a rule speaks at most once of one cause.
/// </summary>
public interface IPolicyCheck
{
    IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts);
}

public static class PolicyChecks
{
    private static readonly ImmutableArray<IPolicyCheck> All =
    [
        new HistoryAgainstCodes(),
        new ReferenceNumbers(),
        new CodingWithoutCodes(),
        new CoverageWithoutPositions(),
        new EarlierWordings(),
        new PositionsWithoutCriteria(),
        new LabelledLists(),
        new GenericCriteria(),
        new CodeRanges(),
        new CodeGroupLabels(),
        new DoubtfulSections(),
        new DateOrder(),
        new HistoryOrder(),
    ];

    public static IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts) => All.SelectMany(check => check.Run(policy, facts));
}
