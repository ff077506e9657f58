using System.Globalization;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>Where in the document the section begins, in eighths, and whether it is among the first or last.</summary>
internal sealed class PlaceFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        into.Add("place", (section.Section.Place / 125).ToString(CultureInfo.InvariantCulture));
        if (section.Index < 3) into.Add("from-start", section.Index.ToString(CultureInfo.InvariantCulture));
        int toEnd = section.All.Count - 1 - section.Index;
        if (toEnd < 3) into.Add("to-end", toEnd.ToString(CultureInfo.InvariantCulture));
    }
}
