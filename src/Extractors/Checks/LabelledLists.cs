using System.Collections.Frozen;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A list under a line that is nothing but a stance ("Not covered:") or a limit ("Limitations:") of which no position came.</summary>
public sealed class LabelledLists : IPolicyCheck
{
    /// <summary>In UTF-16 units. Shorter items are remnants.</summary>
    private const int LeastItem = 15;

    /// <summary>Labels that limit what is covered without saying to which stance.</summary>
    private static readonly FrozenSet<string> Limits = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "limitations", "limitation", "coverage limitations", "benefit limitations", "limitations and exclusions", "exclusions and limitations", "restrictions", "contraindications");

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is not (SectionKind.Coverage or SectionKind.Other or SectionKind.Benefit or SectionKind.Scope)) continue;
            if (section.HeadingSpan is { } heading && Silent(policy, facts, heading, section.FirstBlock, section) is { } grave) yield return Told(policy, heading, grave);
            for (int at = section.FirstBlock; at < section.EndBlock; at++)
            {
                if (policy.Document.Blocks[at] is ParagraphBlock { Span: var label } && Silent(policy, facts, label, at + 1, section) is { } of) yield return Told(policy, label, of);
            }
        }
    }

    /// <summary>How much of the list was taken: nothing is a warning, a part of what limits of itself says little is worth a look; null where all is well.</summary>
    private static Severity? Silent(SectionedPolicy policy, PolicyFacts facts, SourceSpan label, int first, Section section)
    {
        if (label.Length > 80 || first >= section.EndBlock || policy.Document.Blocks[first] is not ListItemBlock) return null;
        string words = Wording.Plain(label.Slice(policy.Text)).TrimEnd(':', ' ', '.').Replace("/", " and ", StringComparison.Ordinal).Replace(" & ", " and ", StringComparison.Ordinal);
        bool limits = Limits.Contains(words);
        if (!limits && StanceLabels.Read(words).Count == 0) return null;
        int last = first;
        while (last + 1 < section.EndBlock && policy.Document.Blocks[last + 1] is ListItemBlock) last++;
        if (!Holds(facts, new(label.Start, policy.Document.Blocks[last].Span.End))) return Severity.Warning;
        bool part = limits && policy.Document.Blocks[first..(last + 1)].OfType<ListItemBlock>().Any(i => i.Depth == 0 && i.Content.Length >= LeastItem && !Holds(facts, i.Span));
        return part ? Severity.Info : null;
    }

    private static bool Holds(PolicyFacts facts, SourceSpan item) =>
        facts.Positions.Any(p => item.Contains(p.Span.Start)) || facts.Criteria.Any(c => item.Contains(c.Span.Start)) || facts.Codes.Any(c => item.Contains(c.Span.Start));

    private static Diagnostic Told(SectionedPolicy policy, SourceSpan label, Severity severity) => new(
        "list-without-position", severity,
        $"A list stands under “{policy.Document.Slice(label).Trim()}”, but no position was taken from it or from some of its items; read what it excludes or limits.", label);
}
