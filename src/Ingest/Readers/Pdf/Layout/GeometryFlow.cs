using System.Runtime.InteropServices;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>The flow of one page by geometry alone: tables by their rules or their gutters, the rest in lines, columns and paragraphs.</summary>
internal static class GeometryFlow
{
    public static List<Node> Of(PageContent page, List<FurnitureNode> furniture)
    {
        List<int> free = new(page.Words.Length);
        List<int> rotated = [];
        List<RuledTable> tables = TableFinder.Find(page);
        for (int i = 0; i < page.Words.Length; i++)
        {
            ref Word word = ref page.Words[i];
            if (word.Has(WordFlags.Dropped)) continue;
            if (word.Has(WordFlags.Rotated)) rotated.Add(i);
            else if (!Claim(tables, word, i)) free.Add(i);
        }
        List<(TableNode Node, float Top)> unruled = UnruledTables.Take(page, free);
        List<Line> lines = [];
        LineBuilder.Build(page, CollectionsMarshal.AsSpan(free), lines);
        lines = LineOrder.Sort(lines);
        List<Node> flow = LineGrouper.Group(lines);
        foreach (RuledTable table in tables) Insert(flow, table.ToNode(), table.Top);
        foreach ((TableNode node, float top) in unruled) Insert(flow, node, top);
        if (rotated.Count > 0)
        {
            lines = [];
            LineBuilder.Build(page, CollectionsMarshal.AsSpan(rotated), lines);
            foreach (Line line in lines) furniture.Add(new(RunningMatter.KindOf(line), line));
        }
        return flow;
    }

    private static bool Claim(List<RuledTable> tables, in Word word, int index)
    {
        foreach (RuledTable table in tables)
        {
            if (table.Claim(word, index)) return true;
        }
        return false;
    }

    /// <summary>A table stands before the first node that starts below its top and shares its width.</summary>
    private static void Insert(List<Node> flow, TableNode node, float top)
    {
        if (node.IsEmpty) return;
        int at = 0;
        for (int i = 0; i < flow.Count; i++)
        {
            if (Top(flow[i]) < top) at = i + 1;
        }
        flow.Insert(at, node);
    }

    private static float Top(Node node) => node switch
    {
        TextNode text => text.Lines[0].Y0,
        TableNode table => Top(FirstText(table)),
        _ => 0,
    };

    private static TextNode FirstText(TableNode table)
    {
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells)
            {
                if (cell.Content.Count > 0 && cell.Content[0] is TextNode text) return text;
            }
        }
        throw new InvalidOperationException("A table without text does not enter the flow.");
    }
}
