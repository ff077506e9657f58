using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>Beginnings of the heading's words: "definition", "definitions" and "defined" are one.</summary>
internal sealed class HeadingStemsFeature : ISectionFeature
{
    private const int Length = 5;

    public void Add(in SectionView section, FeatureSequence into)
    {
        foreach (Range range in section.Section.Words.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = section.Section.Words.AsSpan(range);
            if (word.Length > Length) into.Add("stem", word[..Length]);
        }
    }
}
