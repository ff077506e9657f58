using System.Collections.Frozen;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A list under a line that is nothing but a stance ("Not covered:") or a limit ("Limitations:") of which no position came.</summary>
public sealed class LabelledLists : IPolicyCheck
{
    /// <summary>Labels that limit what is covered without saying to which stance.</summary>
    private static readonly FrozenSet<string> Limits = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "limitations", "limitation", "coverage limitations", "benefit limitations", "limitations and exclusions", "exclusions and limitations", "restrictions", "contraindications");

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is not (SectionKind.Coverage or SectionKind.Other or SectionKind.Benefit or SectionKind.Scope)) continue;
            if (section.HeadingSpan is { } heading && Silent(policy, facts, heading, section.FirstBlock, section)) yield return Told(policy, heading);
            for (int at = section.FirstBlock; at < section.EndBlock; at++)
            {
                if (policy.Document.Blocks[at] is ParagraphBlock { Span: var label } && Silent(policy, facts, label, at + 1, section)) yield return Told(policy, label);
            }
        }
    }

    private static bool Silent(SectionedPolicy policy, PolicyFacts facts, SourceSpan label, int first, Section section)
    {
        if (label.Length > 80 || first >= section.EndBlock || policy.Document.Blocks[first] is not ListItemBlock) return false;
        string words = Wording.Plain(label.Slice(policy.Text)).TrimEnd(':', ' ', '.');
        if (!Limits.Contains(words) && StanceLabels.Read(words).Count == 0) return false;
        int last = first;
        while (last + 1 < section.EndBlock && policy.Document.Blocks[last + 1] is ListItemBlock) last++;
        var all = new SourceSpan(label.Start, policy.Document.Blocks[last].Span.End);
        return !facts.Positions.Any(p => all.Contains(p.Span.Start)) && !facts.Criteria.Any(c => all.Contains(c.Span.Start)) && !facts.Codes.Any(c => all.Contains(c.Span.Start));
    }

    private static Diagnostic Told(SectionedPolicy policy, SourceSpan label) => new(
        "list-without-position", Severity.Warning,
        $"A list stands under “{policy.Document.Slice(label).Trim()}”, but no position was taken from it; read what it excludes or limits.", label);
}
