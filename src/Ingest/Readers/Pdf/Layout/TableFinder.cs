using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Finds grids of ruling lines: rules that cross or meet make one grid, if they part at least two columns and one row.</summary>
internal static class TableFinder
{
    /// <summary>Rules that come so near meet, in points.</summary>
    private const float Near = 3f;

    public static List<RuledTable> Find(PageContent page)
    {
        List<RuledTable> tables = [];
        PdfRule[] rules = Edges(page);
        if (rules.Length < 4) return tables;
        int[] group = Connect(rules);
        Dictionary<int, List<PdfRule>> groups = [];
        for (int i = 0; i < rules.Length; i++)
        {
            int root = Root(group, i);
            if (!groups.TryGetValue(root, out List<PdfRule>? members)) groups[root] = members = [];
            members.Add(rules[i]);
        }
        foreach (List<PdfRule> members in groups.Values)
        {
            if (RuledTable.Of(page, members) is RuledTable table) tables.Add(table);
        }
        tables.Sort((a, b) => a.Top.CompareTo(b.Top));
        return tables;
    }

    private static PdfRule[] Edges(PageContent page)
    {
        List<PdfRule> rules = new(page.Rules.Length);
        for (int r = 0; r < page.Rules.Length; r++)
        {
            if (page.Decorations.Length > 0 && page.Decorations[r]) continue;
            PdfRule rule = page.Rules[r];
            float length = rule.Horizontal ? rule.X1 - rule.X0 : rule.Y1 - rule.Y0;
            // Word draws a border in pieces of the height of a cell's padding.
            if (length > 1 && rule.Thickness < 6) rules.Add(rule);
        }
        return rules.Count > 6000 ? [] : [.. rules];
    }

    private static int[] Connect(PdfRule[] rules)
    {
        Array.Sort(rules, (a, b) => a.Y0.CompareTo(b.Y0));
        int[] group = new int[rules.Length];
        for (int i = 0; i < group.Length; i++) group[i] = i;
        for (int i = 0; i < rules.Length; i++)
        {
            for (int j = i + 1; j < rules.Length && rules[j].Y0 <= rules[i].Y1 + Near; j++)
            {
                if (rules[j].X0 <= rules[i].X1 + Near && rules[i].X0 <= rules[j].X1 + Near) group[Root(group, j)] = Root(group, i);
            }
        }
        return group;
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i) i = group[i] = group[group[i]];
        return i;
    }
}

/// <summary>A grid of rules with the words in it. A cell spans where no rule parts it from its neighbour.</summary>
internal sealed class RuledTable
{
    private const float Snap = 3.5f;

    private readonly PageContent _page;
    private readonly float[] _xs;
    private readonly float[] _ys;
    private readonly List<PdfRule> _rules;
    private readonly List<int>[] _words;

    private RuledTable(PageContent page, float[] xs, float[] ys, List<PdfRule> rules)
    {
        (_page, _xs, _ys, _rules) = (page, xs, ys, rules);
        _words = new List<int>[(xs.Length - 1) * (ys.Length - 1)];
    }

    public float Top => _ys[0];

    public static RuledTable? Of(PageContent page, List<PdfRule> rules)
    {
        float[] xs = Positions(rules, horizontal: false), ys = Positions(rules, horizontal: true);
        if (xs.Length < 3 || ys.Length < 2) return null;
        return new(page, xs, ys, rules);
    }

    private static float[] Positions(List<PdfRule> rules, bool horizontal)
    {
        List<float> found = [];
        foreach (PdfRule rule in rules)
        {
            if (rule.Horizontal == horizontal) found.Add(horizontal ? (rule.Y0 + rule.Y1) / 2 : (rule.X0 + rule.X1) / 2);
        }
        found.Sort();
        List<float> distinct = [];
        foreach (float at in found)
        {
            if (distinct.Count == 0 || at - distinct[^1] > Snap) distinct.Add(at);
        }
        return [.. distinct];
    }

    public bool Claim(in Word word, int index)
    {
        float x = (word.X0 + word.X1) / 2, y = word.BaseY - (0.3f * word.Size);
        if (x < _xs[0] || x > _xs[^1] || y < _ys[0] || y > _ys[^1]) return false;
        int column = Cell(_xs, x), row = Cell(_ys, y);
        (_words[(row * (_xs.Length - 1)) + column] ??= []).Add(index);
        return true;
    }

    private static int Cell(float[] edges, float at)
    {
        int found = Array.BinarySearch(edges, at);
        return Math.Clamp((found < 0 ? ~found : found) - 1, 0, edges.Length - 2);
    }

    public TableNode ToNode()
    {
        int columns = _xs.Length - 1, rows = _ys.Length - 1;
        bool[] taken = new bool[rows * columns];
        TableNode table = new();
        for (int r = 0; r < rows; r++)
        {
            RowNode row = new();
            for (int c = 0; c < columns; c++)
            {
                if (taken[(r * columns) + c]) continue;
                int width = 1, height = 1;
                while (c + width < columns && !taken[(r * columns) + c + width] && !PartedAt(_xs[c + width], _ys[r], _ys[r + 1], horizontal: false)
                    && !PartedByGap(r, c, c + width)) width++;
                while (r + height < rows && !PartedAt(_ys[r + height], _xs[c], _xs[c + width], horizontal: true)) height++;
                row.Cells.Add(CellOf(r, c, height, width, taken));
            }
            table.Rows.Add(row);
        }
        return table;
    }

    /// <summary>
    /// Heads are often shaded without rules between them: text in both cells, none across the edge, and a gap wider than a space part them.
    /// </summary>
    private bool PartedByGap(int row, int from, int column)
    {
        int columns = _xs.Length - 1;
        if (_words[(row * columns) + column] is not List<int> right) return false;
        float end = float.MinValue, start = float.MaxValue, size = 0;
        for (int c = from; c < column; c++)
        {
            foreach (int index in _words[(row * columns) + c] ?? []) end = Math.Max(end, _page.Words[index].X1);
        }
        foreach (int index in right) (start, size) = (Math.Min(start, _page.Words[index].X0), Math.Max(size, _page.Words[index].Size));
        return end > float.MinValue && start - end > 1.5f * size && end < _xs[column] + 1 && start > _xs[column] - 1;
    }

    private CellNode CellOf(int row, int column, int height, int width, bool[] taken)
    {
        int columns = _xs.Length - 1;
        List<int> words = [];
        for (int r = row; r < row + height; r++)
        {
            for (int c = column; c < column + width; c++)
            {
                taken[(r * columns) + c] = true;
                if (_words[(r * columns) + c] is List<int> here) words.AddRange(here);
            }
        }
        CellNode cell = new(false, height, width);
        if (words.Count == 0) return cell;
        words.Sort();
        List<Line> lines = [];
        LineBuilder.Build(_page, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), lines);
        lines = LineOrder.Sort(lines);
        cell.Content = LineGrouper.Group(lines);
        cell.IsHeader = row == 0 && AllBold(lines);
        return cell;
    }

    private static bool AllBold(List<Line> lines)
    {
        foreach (Line line in lines)
        {
            if (line.BoldLetters < 0.9f * line.Letters) return false;
        }
        return true;
    }

    /// <summary>Whether rules at <paramref name="at"/> cover most of the way from <paramref name="from"/> to <paramref name="to"/>.</summary>
    private bool PartedAt(float at, float from, float to, bool horizontal)
    {
        float covered = 0;
        foreach (PdfRule rule in _rules)
        {
            if (rule.Horizontal != horizontal) continue;
            float place = horizontal ? (rule.Y0 + rule.Y1) / 2 : (rule.X0 + rule.X1) / 2;
            if (Math.Abs(place - at) > Snap) continue;
            float start = horizontal ? rule.X0 : rule.Y0, end = horizontal ? rule.X1 : rule.Y1;
            covered += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
        }
        return covered > 0.6f * (to - from);
    }
}
