using Ingest.Readers.Pdf.Structure;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>The flow of a document in reading order, with its furniture apart.</summary>
internal sealed record FlowResult(List<Node> Nodes, List<FurnitureNode> Furniture, Vocabulary Vocabulary);

/// <summary>From pages of words to one flow: by tags where they are sane, by geometry elsewhere, and then the same passes over both.</summary>
internal static class PageFlow
{
    public static FlowResult Of(List<PageContent> pages, TagFlow? tags)
    {
        List<FurnitureNode> furniture = [];
        List<Node> flow = [];
        if (tags is not null && TagJudge.IsSane(pages, tags))
        {
            TagFill fill = new(tags);
            List<List<int>> loose = [];
            foreach (PageContent page in pages)
            {
                List<int> left = [];
                loose.Add(left);
                fill.Add(page, left);
                TakeArtifacts(page, furniture);
            }
            flow = tags.Flow;
            ListOrder.Restore(flow);
            for (int i = 0; i < pages.Count; i++) LooseText.Place(pages[i], loose[i], flow, furniture);
        }
        else
        {
            foreach (PageContent page in pages) flow.AddRange(GeometryFlow.Of(page, furniture));
        }
        furniture.AddRange(RunningMatter.Take(flow, pages.Count));
        furniture.Sort((a, b) => (a.Line.Page.Number, a.Line.Y0).CompareTo((b.Line.Page.Number, b.Line.Y0)));
        flow = ParagraphSplitter.Apply(flow);
        ListShape.Apply(flow);
        flow = SideBySide.Apply(flow);
        flow = TableShape.Apply(flow);
        flow = PageBreaks.Join(flow);
        Headings.Apply(flow);
        return new(flow, furniture, new Vocabulary(pages));
    }

    private static void TakeArtifacts(PageContent page, List<FurnitureNode> furniture)
    {
        List<int> words = [];
        for (int i = 0; i < page.Words.Length; i++)
        {
            if (page.Words[i].Slot == OwnerMap.Artifact) words.Add(i);
        }
        if (words.Count == 0) return;
        List<Line> lines = [];
        LineBuilder.Build(page, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), lines);
        foreach (Line line in lines) furniture.Add(new(RunningMatter.KindOf(line), line));
    }
}
