using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>Whether the heading is one that Medicare's determinations are printed under, and whether the section stands among such.</summary>
internal sealed class QuotedDeterminationFeature : ISectionFeature
{
    private const int Reach = 8;

    public void Add(in SectionView section, FeatureSequence into)
    {
        bool own = MedicareForm.IsHeading(section.Section.Words);
        if (own) into.Add("determination");
        if (section.Section.Whole is SectionKind.References or SectionKind.History or SectionKind.Related or SectionKind.Definitions) return;
        // Only what follows a heading that names Medicare's rules: payers use some of these headings for their own.
        bool announced = false;
        int forms = own ? 1 : 0;
        for (int i = section.Index - 1; i >= 0 && !announced; i--)
        {
            if (section.All[i].Whole is SectionKind.References or SectionKind.History or SectionKind.Related or SectionKind.Definitions or SectionKind.Keywords) return;
            if (section.Index - i <= Reach && MedicareForm.IsHeading(section.All[i].Words)) forms++;
            announced = (section.All[i].Whole ?? section.All[i].Telling) is SectionKind.Medicare;
        }
        if (!announced) return;
        into.Add("after-medicare");
        if (forms > 0) into.Add("among-determinations", own ? "own" : "near");
    }
}
