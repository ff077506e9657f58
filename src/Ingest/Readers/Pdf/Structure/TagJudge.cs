using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>Whether a tag tree can be trusted: it holds most of the text, and does not hide the document in artifacts.</summary>
internal static class TagJudge
{
    private const double LeastCover = 0.8;

    public static bool IsSane(List<PageContent> pages, TagFlow tags)
    {
        if (tags.Blocks.Count == 0) return false;
        long owned = 0, artifacts = 0, loose = 0;
        foreach (PageContent page in pages)
        {
            foreach (Word word in page.Words)
            {
                if (word.Slot >= 0) owned += word.Length;
                else if (word.Slot == OwnerMap.Artifact) artifacts += word.Length;
                else if (!LooseText.IsEdge(page, word.BaseY)) loose += word.Length;
            }
        }
        long all = owned + artifacts + loose;
        return owned > 0 && owned >= LeastCover * (owned + loose) && artifacts < 0.5 * all;
    }
}
