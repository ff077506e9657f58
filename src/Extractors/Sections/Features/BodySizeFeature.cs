using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Sections.Features;

/// <summary>How much stands under the heading, and of what shape.</summary>
internal sealed class BodySizeFeature : ISectionFeature
{
    public void Add(in SectionView section, FeatureSequence into)
    {
        BodyTraits body = section.Section.Body;
        into.Add("size", body.Characters switch { 0 => "none", < 60 => "line", < 300 => "short", < 1500 => "middle", < 6000 => "long", _ => "great" });
        if (body.Blocks == 0) return;
        into.Add("shape", body.Tables * 2 >= body.Blocks ? "tables" : body.Items * 2 >= body.Blocks ? "items" : "paragraphs");
        if (body.Tables > 0) into.Add("table");
        if (body.Items > 0) into.Add("item");
        if (body.IsFields) into.Add("fields");
    }
}
