using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>How dense the marks of each kind of section are at the start of the body: none, a few, many, in relation to its length.</summary>
internal sealed class BodyDensityFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        BodyTraits body = section.Section.Body;
        int sample = Math.Min(body.Characters, BodyCounter.Sample);
        if (sample == 0) return;
        Add("codes", body.Codes);
        Add("dates", body.Dates);
        Add("references", body.References);
        Add("urls", body.Urls);
        Add("stances", body.Stances);
        Add("trials", body.Trials);
        Add("studies", body.Studies);
        Add("modals", body.Modals);

        void Add(string what, int count)
        {
            double rate = count * 1000.0 / (sample + 200);
            into.Add(what, count == 0 ? "0" : rate < 2 ? "1" : rate < 6 ? "2" : "3");
        }
    }
}
