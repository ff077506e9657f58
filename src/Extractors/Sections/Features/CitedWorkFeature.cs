using System.Text.RegularExpressions;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>Whether the heading names a work by its authors or its year, as summaries of single studies are headed ("Tanaka et al, 2021").</summary>
internal sealed partial class CitedWorkFeature : ISectionFeature
{
    [GeneratedRegex(@"\bet al\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Authors();

    [GeneratedRegex(@"\(?\b(?:19|20)[0-9]{2}\)?$", RegexOptions.CultureInvariant)] private static partial Regex Year();

    public void Add(in SectionView section, FeatureSequence into)
    {
        if (Authors().IsMatch(section.Section.Heading)) into.Add("authors");
        else if (Year().IsMatch(section.Section.Heading)) into.Add("ends-in-year");
    }
}
