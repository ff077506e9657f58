using Ingest.Readers.Pdf.Structure;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>The flow of a document in reading order, with its furniture apart.</summary>
internal sealed record FlowResult(List<Node> Nodes, List<FurnitureNode> Furniture, Vocabulary Vocabulary);

/// <summary>From pages of words to one flow: by tags where they are sane, by geometry elsewhere, and then the same passes over both.</summary>
internal static class PageFlow
{
    public static FlowResult Of(List<PageContent> pages, TagFlow? tags)
    {
        GluedLabels.Part(pages);
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
            LooseText text = new(flow, furniture);
            for (int i = 0; i < pages.Count; i++) text.Place(pages[i], loose[i]);
        }
        else
        {
            bool artifacts = HasArtifacts(pages);
            foreach (PageContent page in pages)
            {
                if (artifacts) TakeArtifacts(page, furniture);
                flow.AddRange(GeometryFlow.Of(page, furniture));
            }
        }
        furniture.AddRange(RunningMatter.Take(flow, pages.Count));
        BackLinks.Take(flow, furniture);
        List<TextNode> notes = Footnotes.Take(flow, pages);
        furniture.Sort((a, b) => (a.Line.Page.Number, a.Line.Y0).CompareTo((b.Line.Page.Number, b.Line.Y0)));
        flow = ParagraphSplitter.Apply(flow);
        ListShape.Label(flow);
        flow = SideBySide.Apply(flow);
        flow = TableShape.Apply(flow);
        flow = CaptionRows.Lift(PageBreaks.Join(flow));
        Footnotes.Return(flow, notes);
        Headings.Apply(flow);
        CaptionRows.Close(flow);
        ListShape.SetDepths(flow);
        return new(flow, furniture, new Vocabulary(pages));
    }

    private static void TakeArtifacts(PageContent page, List<FurnitureNode> furniture)
    {
        List<int> words = [];
        for (int i = 0; i < page.Words.Length; i++)
        {
            if (page.Words[i].Has(WordFlags.Artifact)) words.Add(i);
        }
        if (words.Count == 0) return;
        List<Line> lines = [];
        LineBuilder.Build(page, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), lines);
        foreach (Line line in lines) furniture.Add(new(RunningMatter.KindOf(line), line));
        foreach (int word in words) page.Words[word].Flags |= WordFlags.Dropped;
    }

    /// <summary>Whether what the file calls artifacts is furniture: it is not where most of the text is called so.</summary>
    private static bool HasArtifacts(List<PageContent> pages)
    {
        long all = 0, artifacts = 0;
        foreach (PageContent page in pages)
        {
            foreach (ref readonly Word word in page.Words.AsSpan())
            {
                all += word.Length;
                if (word.Has(WordFlags.Artifact)) artifacts += word.Length;
            }
        }
        return artifacts > 0 && artifacts * 2 < all;
    }
}
