using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Codes;

/// <summary>
/// What the policy lists as its codes: in tables, lists and text under headings of codes, and in the sentences in which it takes its positions.
/// Codes that only the history or the references name are not the policy's. <see cref="CodeMerge"/> tells how several listings become rows.
/// </summary>
public sealed class CodeExtractor : IFactExtractor<PolicyCode>
{
    public Extraction<PolicyCode> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var listed = new List<ListedCode>();
        var prose = new ProseCodes(policy.Text, soFar.Positions);
        var unclear = ImmutableArray.CreateBuilder<Diagnostic>();
        (CodeGroup Group, ProseTrust Trust) before = (CodeGroup.None, ProseTrust.Policy);
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is SectionKind.References or SectionKind.History or SectionKind.Contents or SectionKind.Related or SectionKind.Keywords) continue;
            var walk = new CodeWalk(policy, section, prose, listed);
            before = walk.Run(before.Group, before.Trust);
            unclear.AddRange(walk.Unclear);
        }
        if (soFar.Identity.Number?.Value is { } number)
            listed.RemoveAll(l => l.Place >= ListingPlace.Position && number.Contains(l.Mention.Code, StringComparison.OrdinalIgnoreCase));
        return new(CodeMerge.Merge(listed), unclear.ToImmutable());
    }
}
