namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Reading order of a page's lines. Producers write text in reading order almost always, columns one after the other, and that order is kept
/// where it runs down the page; where it jumps about, lines are ordered by cutting the page along its white gaps.
/// </summary>
internal static class LineOrder
{
    public static List<Line> Sort(List<Line> lines)
    {
        int jumps = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            bool above = lines[i].BaseY < lines[i - 1].BaseY - (0.5f * lines[i].Size);
            bool beside = lines[i].X0 >= lines[i - 1].X1 || lines[i].X1 <= lines[i - 1].X0;
            if (above && !beside) jumps++;
        }
        if (jumps == 0) return JoinRows(lines);
        List<Line> sorted = new(lines.Count);
        Cut([.. lines], sorted, 0);
        return JoinRows(sorted);
    }

    /// <summary>Recursive cuts: first between columns (a white gap down the whole set), else between rows of white.</summary>
    private static void Cut(Line[] lines, List<Line> into, int depth)
    {
        if (lines.Length > 1 && depth < 12)
        {
            Array.Sort(lines, (a, b) => a.Y0.CompareTo(b.Y0));
            int row = WidestGap(lines, vertical: false, out float rowGap);
            Line[] across = [.. lines];
            Array.Sort(across, (a, b) => a.X0.CompareTo(b.X0));
            int column = WidestGap(across, vertical: true, out float columnGap);
            if (column > 0 && columnGap > lines[0].Size && lines.Length - column > 1 && column > 1)
            {
                Cut(across[..column], into, depth + 1);
                Cut(across[column..], into, depth + 1);
                return;
            }
            if (row > 0 && rowGap > 0)
            {
                Cut(lines[..row], into, depth + 1);
                Cut(lines[row..], into, depth + 1);
                return;
            }
        }
        Array.Sort(lines, (a, b) => Math.Abs(a.BaseY - b.BaseY) < 0.4f * a.Size ? a.X0.CompareTo(b.X0) : a.BaseY.CompareTo(b.BaseY));
        into.AddRange(lines);
    }

    private static int WidestGap(Line[] sorted, bool vertical, out float widest)
    {
        widest = 0;
        int at = 0;
        float end = vertical ? sorted[0].X1 : sorted[0].Y1;
        for (int i = 1; i < sorted.Length; i++)
        {
            float start = vertical ? sorted[i].X0 : sorted[i].Y0;
            if (start - end > widest) (widest, at) = (start - end, i);
            end = Math.Max(end, vertical ? sorted[i].X1 : sorted[i].Y1);
        }
        return at;
    }

    /// <summary>A bullet drawn apart from its text, or the pieces of a line of tabs, are one line.</summary>
    private static List<Line> JoinRows(List<Line> lines)
    {
        List<Line> joined = new(lines.Count);
        foreach (Line line in lines)
        {
            if (joined.Count > 0 && IsLabelOf(joined[^1], line))
            {
                joined[^1] = Line.Of(line.Page, LineBuilder.Clean(line.Page, [.. joined[^1].Words, .. line.Words]));
                continue;
            }
            joined.Add(line);
        }
        return joined;
    }

    private static bool IsLabelOf(Line label, Line line) =>
        label.Words.Length <= 2 && label.Length <= 6 && line.X0 > label.X1 && line.X0 - label.X1 < 4 * line.Size && LineBuilder.Overlap(label.Last, line.First) > 0.5f
        && ListLabels.IsLabel(label.Text());
}
