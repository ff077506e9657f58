using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Coverage in which no position was found: of the whole policy at once where it has none, else by section with text of its own.</summary>
public sealed class CoverageWithoutPositions : IPolicyCheck
{
    /// <summary>Shorter sections are headings over headings, lead-ins, or refer elsewhere. In UTF-16 units.</summary>
    private const int LeastText = 240;

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        Diagnostic[] found = [.. Sections(policy, facts)];
        if (facts.Positions.IsEmpty && found.Length == 0 && policy.Sections.FirstOrDefault() is { } first)
        {
            yield return new(
                "policy-without-position", Severity.Warning, "No position was found in the whole policy; read what it covers and what it does not.",
                policy.OfKind(SectionKind.Coverage).FirstOrDefault()?.HeadingSpan ?? first.HeadingSpan ?? first.Span);
        }
        foreach (Diagnostic each in found) yield return each;
    }

    private static IEnumerable<Diagnostic> Sections(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Section section in policy.OfKind(SectionKind.Coverage))
        {
            if (section.Span.Length < LeastText || HoldsPosition(section.Span)) continue;
            // Criteria stand under the position of the section that they are part of.
            if (section.Parent is { } parent && HoldsPosition(policy.Sections[parent].Span)) continue;
            if (section.FirstBlock < section.EndBlock && StanceLabels.IsOfCodes(policy.Document.Slice(policy.Document.Blocks[section.FirstBlock].Span))) continue;
            if (facts.Criteria.Any(c => section.Span.Contains(c.Span.Start) && c.Position is not null)) continue;
            string heading = policy.HeadingOf(section) is { } words ? $"“{words}”" : "a section without heading";
            yield return new(
                "coverage-without-position", facts.Positions.IsEmpty ? Severity.Warning : Severity.Info,
                $"{heading} looks like coverage, but no position was found in it; read it for a stance in unusual words.", section.HeadingSpan ?? section.Span);
            if (facts.Positions.IsEmpty) yield break;
        }

        bool HoldsPosition(SourceSpan span) => facts.Positions.Any(p => span.Contains(p.Span.Start));
    }
}
