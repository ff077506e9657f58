using System.Globalization;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>The hashed first words of the body.</summary>
internal sealed class BodyWordsFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        foreach (ushort word in section.Section.Body.Words) into.Add("body", word.ToString("x4", CultureInfo.InvariantCulture));
    }
}
