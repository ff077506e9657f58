using System.Globalization;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>The heading's level, the way from the one before, and whether others stand under it.</summary>
internal sealed class LevelFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        int level = section.Section.Level;
        into.Add("level", Math.Min(level, 4).ToString(CultureInfo.InvariantCulture));
        if (section.At(-1) is { } before) into.Add("step", Math.Clamp(level - before.Level, -2, 1).ToString(CultureInfo.InvariantCulture));
        if (section.At(1) is { } next && next.Level > level) into.Add("parent-of-others");
    }
}
