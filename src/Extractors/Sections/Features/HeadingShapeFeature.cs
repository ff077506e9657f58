using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>How the heading is written: capitals, length, brackets (organisations' initials), figures, a question.</summary>
internal sealed class HeadingShapeFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        string heading = section.Section.Heading;
        if (heading.Length == 0) return;
        into.Add("case", heading.Any(char.IsLower) ? char.IsUpper(heading[0]) ? "mixed" : "small" : "capitals");
        int words = section.Section.Words.Count(c => c == ' ') + 1;
        into.Add("length", words switch { 1 => "1", 2 => "2", 3 => "3", <= 6 => "4", <= 10 => "7", _ => "11" });
        if (heading.Contains('(', StringComparison.Ordinal)) into.Add("brackets");
        if (heading.Any(char.IsDigit)) into.Add("figures");
        if (heading[^1] == '?') into.Add("question");
        if (char.IsDigit(heading[0]) || (heading.Length > 2 && heading[1] is '.' or ')')) into.Add("numbered");
    }
}
