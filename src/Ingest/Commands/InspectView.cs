using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Commands;

/// <summary>A document as <c>inspect</c> shows it: blocks with the page and box that they start on. A block over pages has a box on each.</summary>
internal sealed class InspectView(PolicyDocument document, int? page)
{
    public PolicyDocument Document => document;

    public IEnumerable<PageSize> Pages => document.Pages.Where(p => page is null || p.Number == page);

    public IEnumerable<Block> Blocks => document.Blocks.Where(b => page is null || PlacesOf(b.Span).Any(p => p.Page == page));

    public static string KindOf(Block block) => block switch
    {
        HeadingBlock => "heading",
        ParagraphBlock => "paragraph",
        ListItemBlock => "list_item",
        TableBlock => "table",
        FurnitureBlock => "furniture",
        _ => "block",
    };

    /// <summary>Heading level from 1, or list depth from 0; null for other blocks.</summary>
    public static int? LevelOf(Block block) => block switch
    {
        HeadingBlock heading => heading.Level,
        ListItemBlock item => item.Depth,
        _ => null,
    };

    /// <summary>One box a page, in order of pages; empty where the format has no pages.</summary>
    public ImmutableArray<(int Page, Box Box)> PlacesOf(SourceSpan span)
    {
        ImmutableArray<PageRegion> regions = document.Regions;
        SortedDictionary<int, Box> places = [];
        for (int i = FirstRegionAt(span.Start); i < regions.Length && regions[i].Span.Start < span.End; i++)
        {
            PageRegion region = regions[i];
            if (region.Span.End <= span.Start) continue;
            places[region.Page] = places.TryGetValue(region.Page, out Box box) ? Box.Union(box, region.Box) : region.Box;
        }
        return [.. places.Select(p => (p.Key, p.Value))];
    }

    private int FirstRegionAt(int offset)
    {
        int low = 0, high = document.Regions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Regions[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
