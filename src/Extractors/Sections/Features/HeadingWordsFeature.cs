using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>The heading's words, its pairs of words, and which words are first and last.</summary>
internal sealed class HeadingWordsFeature : ISectionFeature
{
    private const int Most = 10;

    public void Add(in SectionView section, FeatureSequence into)
    {
        string[] words = section.Section.Words.Split(' ', Most + 1, StringSplitOptions.RemoveEmptyEntries);
        int count = Math.Min(words.Length, Most);
        if (count == 0)
        {
            into.Add("no-heading");
            return;
        }
        into.Add("heading", section.Section.Words.AsSpan(0, Math.Min(section.Section.Words.Length, 60)));
        into.Add("first", words[0]);
        into.Add("last", words[count - 1]);
        for (int i = 0; i < count; i++)
        {
            into.Add("word", words[i]);
            if (i > 0) into.Add("pair", $"{words[i - 1]} {words[i]}");
        }
    }
}
