using System.Runtime.InteropServices;
using Ingest.Extractors.Documents;
using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Text of a tagged page that no tag holds: the lines that a browser prints around the page, markers of lists, and what a producer forgot. At
/// the very edges of the page it is furniture; a marker leads its item; a lost line goes back to its paragraph. What is left enters the flow where
/// it stands, and where that is much, the tags of the page have lost too much to be believed: the page is read by geometry.
/// </summary>
internal sealed class LooseText(List<Node> flow, List<FurnitureNode> furniture)
{
    /// <summary>Share of the page's height, at top and bottom, that only running matter uses.</summary>
    private const double Edge = 0.06;

    /// <summary>Share of a page's characters that its tags may lose.</summary>
    private const double MostLost = 0.03;

    private const int FewCharacters = 60;

    public static bool IsEdge(PageContent page, float y) => y < page.Height * Edge || y > page.Height * (1 - Edge);

    public void Place(PageContent page, List<int> words)
    {
        if (words.Count == 0) return;
        List<Line> lines = [], inside = [];
        LineBuilder.Build(page, CollectionsMarshal.AsSpan(words), lines);
        List<TextNode> nodes = [];
        Collect(flow, page, nodes);
        int lost = 0, lostInTables = 0;
        foreach (Line line in lines)
        {
            if (!line.Rotated && Lead(nodes, line)) continue;
            if (line.Rotated || IsEdge(page, line.BaseY))
            {
                furniture.Add(new(RunningMatter.KindOf(line), line));
                foreach (int word in line.Words) page.Words[word].Flags |= WordFlags.Dropped;
            }
            else
            {
                inside.Add(line);
                lost += line.Length;
                if (InTable(line)) lostInTables += line.Length;
            }
        }
        if (inside.Count == 0) return;
        bool much = lost > Math.Max(FewCharacters, page.Characters * MostLost) || (lostInTables > 5 && TableFinder.Find(page).Count > 0);
        if (much && PageSwap.Apply(flow, page, furniture)) return;
        inside.RemoveAll(line => GoesBack(nodes, line));
        foreach (Node node in LineGrouper.Group(LineOrder.Sort(inside))) Insert((TextNode)node, page.Number);
    }

    private bool InTable(Line line)
    {
        foreach (Node node in flow)
        {
            if (node is TableNode table && Extent(table, line.Page) is { } box && line.X0 > box.X0 - 20 && line.X1 < box.X1 + 20 && line.BaseY > box.Y0 && line.BaseY < box.Y1) return true;
        }
        return false;
    }

    private static Box? Extent(TableNode table, PageContent page)
    {
        Box? box = null;
        if (table.FirstPage > page.Number || table.LastPage < page.Number) return null;
        List<TextNode> nodes = [];
        Collect([table], page, nodes);
        foreach (TextNode node in nodes)
        {
            foreach (Line line in node.Lines)
            {
                if (ReferenceEquals(line.Page, page)) box = box is { } b ? Box.Union(b, line.Box) : line.Box;
            }
        }
        return box;
    }

    private static void Collect(List<Node> from, PageContent page, List<TextNode> into)
    {
        foreach (Node node in from)
        {
            if (node is TextNode text)
            {
                if (!text.IsEmpty && text.FirstPage <= page.Number && text.LastPage >= page.Number) into.Add(text);
                continue;
            }
            foreach (RowNode row in ((TableNode)node).Rows)
            {
                foreach (CellNode cell in row.Cells) Collect(cell.Content, page, into);
            }
        }
    }

    /// <summary>Browsers tag list items without their markers. A marker leads the text that starts beside it, and makes it an item.</summary>
    private static bool Lead(List<TextNode> nodes, Line marker)
    {
        if (marker.Length > 8 || !ListLabels.IsLabel(marker.Text())) return false;
        foreach (TextNode node in nodes)
        {
            Line first = node.Lines[0];
            if (!ReferenceEquals(marker.Page, first.Page) || first.X0 < marker.X1 - 1 || first.X0 - marker.X1 > 3 * first.Size) continue;
            if (LineBuilder.Overlap(marker.First, first.First) <= 0.5f) continue;
            first.First.Flags |= WordFlags.SpaceBefore;
            node.Lines[0] = Line.Of(first.Page, [.. marker.Words, .. first.Words]);
            node.Kind = TextKind.ListItem;
            foreach (int word in marker.Words) marker.Page.Words[word].Flags |= WordFlags.Label;
            return true;
        }
        return false;
    }

    /// <summary>A line that stands between two lines of a paragraph, or goes on or starts one in the midst of a sentence.</summary>
    private static bool GoesBack(List<TextNode> nodes, Line line)
    {
        foreach (TextNode node in nodes)
        {
            int after = -1;
            for (int i = 0; i < node.Lines.Count; i++)
            {
                if (ReferenceEquals(node.Lines[i].Page, line.Page) && node.Lines[i].BaseY < line.BaseY - (0.3f * line.Size)) after = i;
            }
            if (after < 0)
            {
                Line first = node.Lines[0];
                if (!IsNext(line, first) || !char.IsLower(first.Page.Text[first.First.Start])) continue;
                node.Lines.Insert(0, line);
                return true;
            }
            if (!IsNext(node.Lines[after], line)) continue;
            bool between = after + 1 < node.Lines.Count && (!ReferenceEquals(node.Lines[after + 1].Page, line.Page) || IsNext(line, node.Lines[after + 1]));
            if (!between && PageBreaks.EndOf(node.Lines[after]) is '.' or ':') continue;
            node.Lines.Insert(after + 1, line);
            return true;
        }
        return false;
    }

    private static bool IsNext(Line above, Line below)
    {
        float step = below.BaseY - above.BaseY;
        float common = Math.Min(above.X1, below.X1) - Math.Max(above.X0, below.X0);
        return ReferenceEquals(above.Page, below.Page) && step > 0.6f * below.Size && step < 1.7f * below.Size
            && Math.Abs(above.Size - below.Size) < 0.1f * below.Size && common > 0.5f * Math.Min(above.X1 - above.X0, below.X1 - below.X0);
    }

    /// <summary>Before the first node of the page that starts lower, else behind the last node of this page or of those before it.</summary>
    private void Insert(TextNode node, int page)
    {
        int at = 0;
        for (int i = 0; i < flow.Count; i++)
        {
            int first = flow[i].FirstPage;
            if (first == 0 || first > page) continue;
            if (first == page && flow[i] is TextNode text && text.Lines[0].Y0 > node.Lines[0].Y1) break;
            at = i + 1;
        }
        flow.Insert(at, node);
    }
}
