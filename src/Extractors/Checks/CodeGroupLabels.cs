using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Codes grouped under a paragraph rather than a caption: their group, and the stance read from it, are doubtful.</summary>
public sealed class CodeGroupLabels : IPolicyCheck
{
    /// <summary>Captions of code tables in the corpus end below this. In UTF-16 units.</summary>
    private const int LongestCaption = 160;

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (IGrouping<string?, PolicyCode> group in facts.Codes.GroupBy(c => c.GroupLabel))
        {
            if (group.Key is not { Length: > LongestCaption } label) continue;
            yield return new(
                "code-group-is-a-paragraph", Severity.Info,
                $"{group.Count()} codes stand under “{label[..60]}…”, a paragraph rather than a caption; compare their group and stance with the page.", group.First().Span);
        }
    }
}
