using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>Takes one page out of the nodes of the tag tree and puts in its place what geometry reads there.</summary>
internal static class PageSwap
{
    /// <summary>False, and nothing done, where a node begins before the page and ends after it: the page could not stand in its midst.</summary>
    public static bool Apply(List<Node> flow, PageContent page, List<FurnitureNode> furniture)
    {
        foreach (Node node in flow)
        {
            if (node.FirstPage > 0 && node.FirstPage < page.Number && node.LastPage > page.Number) return false;
        }
        int at = Place(flow, page.Number);
        Strip(flow, page);
        flow.InsertRange(at, GeometryFlow.Of(page, furniture));
        return true;
    }

    /// <summary>Before the first node that starts on the page, or behind the one that ends there; pages after it, where none does.</summary>
    private static int Place(List<Node> flow, int page)
    {
        for (int i = 0; i < flow.Count; i++)
        {
            if (flow[i].LastPage == page && flow[i].FirstPage < page) return i + 1;
            if (flow[i].FirstPage == page) return i;
        }
        for (int i = 0; i < flow.Count; i++)
        {
            if (flow[i].FirstPage > page) return i;
        }
        return flow.Count;
    }

    private static void Strip(List<Node> flow, PageContent page)
    {
        foreach (Node node in flow)
        {
            if (node is TextNode text)
            {
                text.Lines.RemoveAll(l => ReferenceEquals(l.Page, page));
                continue;
            }
            foreach (RowNode row in ((TableNode)node).Rows)
            {
                foreach (CellNode cell in row.Cells) Strip(cell.Content, page);
            }
        }
    }
}
