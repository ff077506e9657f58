using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Coverage in which no position was found: of the whole policy at once where it has none, else by section with text of its own.</summary>
public sealed partial class CoverageWithoutPositions : IPolicyCheck
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
            // Where the policy takes positions elsewhere, explanations are left in peace.
            if (!facts.Positions.IsEmpty && (!SpeaksOfCoverage(policy, section) || IsAppended(policy, section) || LeadsIn(section))) continue;
            string heading = policy.HeadingOf(section) is { } words ? $"“{words}”" : "a section without heading";
            yield return new(
                "coverage-without-position", facts.Positions.IsEmpty ? Severity.Warning : Severity.Info,
                $"{heading} looks like coverage, but no position was found in it; read it for a stance in unusual words.", section.HeadingSpan ?? section.Span);
            if (facts.Positions.IsEmpty) yield break;
        }

        bool HoldsPosition(SourceSpan span) => facts.Positions.Any(p => span.Contains(p.Span.Start));

        // Words of its own, no list and no table, over sections that take the positions.
        bool LeadsIn(Section section) =>
            !policy.Document.Blocks[section.FirstBlock..section.EndBlock].Any(b => b is ListItemBlock or TableBlock)
            && policy.Sections.Any(s => s.Parent == section.Ordinal && HoldsPosition(s.Span));
    }

    /// <summary>Whether the section, its heading or one that it stands under has a word with which plans cover, limit or demand; where to look instead says nothing.</summary>
    private static bool SpeaksOfCoverage(SectionedPolicy policy, Section section)
    {
        if (CoverageWord().IsMatch(Referral().Replace(section.Span.Slice(policy.Text), ""))) return true;
        return Above(policy, section).Any(s => s.Kind == SectionKind.Coverage && policy.HeadingOf(s) is { } heading && CoverageWord().IsMatch(heading));
    }

    /// <summary>What an appendix spells out, the criteria refer to.</summary>
    private static bool IsAppended(SectionedPolicy policy, Section section) =>
        Above(policy, section).Any(s => policy.HeadingOf(s)?.TrimStart().StartsWith("appendix", StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<Section> Above(SectionedPolicy policy, Section section)
    {
        while (section.Parent is { } parent) yield return section = policy.Sections[parent];
    }

    [GeneratedRegex(
        """
        \b(?:cover(?:ed|s|age|able) | necess(?:ary|ity) | appropriate(?:ness)? | approv(?:ed?|al) | authori[sz](?:ed|ation) | eligib(?:le|ility) | exclu(?:ded?|des|sions?)
          | pa(?:id|ys?|yable|yment) | reimburs\w+ | benefits?\s(?:is|are) | investigational | experimental | unproven | (?<!\bnot\s)limited\sto | limitations? | restricted
          | criteri(?:a|on) | must | require[sd]? | requirements? | indicat(?:ed|ions?) | allow(?:ed|able)? | permitted | den(?:y|ied) | warranted | justified | unless
          | may\sbe\s(?:done|performed|repeated) )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex CoverageWord();

    [GeneratedRegex(@"\b(?:refer|consult)\b[^.\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Referral();
}
