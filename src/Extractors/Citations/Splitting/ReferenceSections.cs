using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>
/// The reference lists of a policy: its sections of that kind, each with what stands under it. A heading inside a list (a topic, a year, a line
/// that only looks like a heading) does not end it.
/// </summary>
internal static class ReferenceSections
{
    public static IEnumerable<List<ReferenceLine>> ListsOf(SectionedPolicy policy)
    {
        Section? home = null;
        List<ReferenceLine>? lines = null;
        foreach (Section section in policy.Sections)
        {
            bool own = section.Kind == SectionKind.References;
            bool inside = !own && home is not null && GoesOn(policy, section, home);
            if (!own && !inside)
            {
                if (lines is { Count: > 0 }) yield return lines;
                (home, lines) = (null, null);
                continue;
            }
            if (own) home = section;
            var found = new List<ReferenceLine>();
            if (inside && section.HeadingSpan is { } heading && ReferenceShape.IsReference(heading.Slice(policy.Text))) found.Add(new(heading, null, false));
            found.AddRange(ReferenceLines.Of(policy.Text, policy.BlocksOf(section)));
            if (lines is not null && !Restarts(found))
            {
                // A number goes on over the heading: one list.
                if (section.HeadingSpan is { } broken && found.Count > 0) lines.Add(new(new(broken.Start, broken.Start + 1), null, false));
                lines.AddRange(found);
                continue;
            }
            if (lines is { Count: > 0 }) yield return lines;
            lines = found;
        }
        if (lines is { Count: > 0 }) yield return lines;
    }

    private static bool Restarts(List<ReferenceLine> found) =>
        found.Count == 0 || found.FirstOrDefault(l => l.Label is not null).Label is null or "1" or "a" or "A";

    private static bool GoesOn(SectionedPolicy policy, Section section, Section home)
    {
        if (section.HeadingSpan is { } heading && ReferenceShape.IsYearAlone(heading.Slice(policy.Text))) return true;
        bool under = section.Level > home.Level;
        if (section.Kind != SectionKind.Other && !under) return false;
        if (section.Kind is SectionKind.History or SectionKind.Coding or SectionKind.Coverage or SectionKind.Administrative && !under) return false;
        List<ReferenceLine> lines = [.. ReferenceLines.Of(policy.Text, policy.BlocksOf(section))];
        int references = lines.Count(l => ReferenceShape.IsReference(l.Content.Slice(policy.Text)));
        return references > 0 && references * 2 >= lines.Count;
    }
}
