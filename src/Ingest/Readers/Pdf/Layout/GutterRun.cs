using System.Runtime.InteropServices;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Rows below each other that share at least one white gutter, and the gutters that all of them share.</summary>
internal sealed class GutterRun
{
    /// <summary>Narrowest gutter, as a share of the size.</summary>
    private const float Narrowest = 0.75f;

    /// <summary>Rows further apart than this many sizes belong to different things.</summary>
    private const float FarApart = 3.2f;

    private readonly PageContent _page;
    private readonly List<TextRow> _rows;
    private readonly List<(float X0, float X1)> _gutters;

    private GutterRun(PageContent page, List<TextRow> rows, int first, int end, List<(float X0, float X1)> gutters)
    {
        (_page, _rows, First, End, _gutters) = (page, rows, first, end, gutters);
    }

    public int First { get; }

    public int End { get; }

    /// <summary>The longest run from row <paramref name="first"/> on; null when it is no table.</summary>
    public static GutterRun? From(PageContent page, List<TextRow> rows, int first)
    {
        List<(float X0, float X1)> gutters = Gaps(rows[first]);
        int multiple = 1, end = first + 1, lastMultiple = first;
        for (; end < rows.Count; end++)
        {
            TextRow row = rows[end];
            if (row.BaseY - rows[end - 1].BaseY > FarApart * Math.Max(row.Size, rows[end - 1].Size)) break;
            List<(float X0, float X1)> shared = Shared(gutters, row);
            if (shared.Count == 0 || (multiple > 1 && shared.Count < gutters.Count)) break;
            if (row.Segments.Count > 1)
            {
                multiple++;
                lastMultiple = end;
            }
            gutters = shared;
        }
        // What hangs below the last full row goes with it only as far as it stands right of the first column.
        end = lastMultiple + 1;
        while (end < rows.Count && Hangs(rows, end, gutters)) end++;
        return multiple > 1 && UnruledTables.IsTable(page, rows, first, end, gutters) ? new(page, rows, first, end, gutters) : null;
    }

    private static bool Hangs(List<TextRow> rows, int r, List<(float X0, float X1)> gutters) =>
        rows[r].BaseY - rows[r - 1].BaseY < 1.6f * rows[r].Size && rows[r].Segments[0].X0 >= gutters[0].X1 - 0.5f && Shared(gutters, rows[r]).Count == gutters.Count;

    private static List<(float X0, float X1)> Gaps(TextRow row)
    {
        List<(float X0, float X1)> gaps = [];
        for (int s = 1; s < row.Segments.Count; s++) gaps.Add((row.Segments[s - 1].X1, row.Segments[s].X0));
        return gaps;
    }

    /// <summary>What the row leaves free of each gutter, where that is wide enough still.</summary>
    private static List<(float X0, float X1)> Shared(List<(float X0, float X1)> gutters, TextRow row)
    {
        List<(float X0, float X1)> shared = new(gutters.Count);
        foreach ((float X0, float X1) gutter in gutters)
        {
            (float x0, float x1) = gutter;
            float best = 0;
            (float X0, float X1) widest = default;
            float from = x0;
            foreach (Segment segment in row.Segments)
            {
                if (segment.X1 <= x0) continue;
                if (segment.X0 >= x1) break;
                if (segment.X0 - from > best) (best, widest) = (segment.X0 - from, (from, segment.X0));
                from = Math.Max(from, segment.X1);
            }
            if (x1 - from > best) (best, widest) = (x1 - from, (from, x1));
            if (best >= Narrowest * row.Size) shared.Add(widest);
        }
        return shared;
    }

    public static int ColumnOf(List<(float X0, float X1)> gutters, float x)
    {
        int column = 0;
        while (column < gutters.Count && x >= gutters[column].X1 - 1f) column++;
        return column;
    }

    public TableNode ToTable()
    {
        float left = float.MaxValue, right = float.MinValue;
        for (int r = First; r < End; r++)
        {
            left = Math.Min(left, _rows[r].Segments[0].X0);
            right = Math.Max(right, _rows[r].Segments[^1].X1);
        }
        int[] starts = RowStarts(left, right);
        TableNode table = new();
        for (int i = 0; i < starts.Length; i++)
        {
            int end = i + 1 < starts.Length ? starts[i + 1] : End;
            table.Rows.Add(RowOf(starts[i], end));
        }
        return table;
    }

    private RowNode RowOf(int from, int to)
    {
        List<int>[] words = new List<int>[_gutters.Count + 1];
        for (int r = from; r < to; r++)
        {
            foreach (int index in _rows[r].Words) (words[ColumnOf(_gutters, _page.Words[index].X0)] ??= []).Add(index);
        }
        RowNode row = new();
        foreach (List<int>? cell in words)
        {
            CellNode node = new(false, 1, 1);
            if (cell is not null)
            {
                List<Line> lines = [];
                LineBuilder.Build(_page, CollectionsMarshal.AsSpan(cell), lines);
                node.Content = LineGrouper.Group(lines);
            }
            row.Cells.Add(node);
        }
        return row;
    }

    /// <summary>Rows of text at which rows of the table start.</summary>
    private int[] RowStarts(float left, float right)
    {
        List<float> lines = Separators(left, right);
        List<int> starts = [First];
        int key = KeyColumn();
        if (lines.Count >= 2)
        {
            int at = 0;
            for (int r = First; r < End; r++)
            {
                float middle = _rows[r].BaseY - (0.3f * _rows[r].Size);
                bool crossed = false;
                for (; at < lines.Count && lines[at] < middle; at++) crossed = true;
                // Shading of single lines crosses the table too, but no row starts there.
                if (crossed && r > First && Fills(r, key)) starts.Add(r);
            }
            return [.. starts];
        }
        for (int r = First + 1; r < End; r++)
        {
            if (!Fills(r, key) && !RepeatsNumber(r, starts[^1], key + 1)) continue;
            // "81105 –" at the end of a line goes on in the next.
            if (Fills(r - 1, key) && EndsOpen(r - 1, key)) continue;
            starts.Add(r);
        }
        return [.. starts];
    }

    /// <summary>Heights of rules and of edges of shaded bands that cross most of the table, from top to bottom.</summary>
    private List<float> Separators(float left, float right)
    {
        List<(float Y, float X0, float X1)> pieces = [];
        float top = _rows[First].BaseY - _rows[First].Size, bottom = _rows[End - 1].BaseY + _rows[End - 1].Size;
        for (int r = 0; r < _page.Rules.Length; r++)
        {
            PdfRule rule = _page.Rules[r];
            bool decoration = _page.Decorations.Length > 0 && _page.Decorations[r];
            if (rule.Horizontal && !decoration) pieces.Add(((rule.Y0 + rule.Y1) / 2, rule.X0, rule.X1));
        }
        foreach (Extractors.Documents.Box fill in _page.Fills)
        {
            pieces.Add(((float)fill.Y0, (float)fill.X0, (float)fill.X1));
            pieces.Add(((float)fill.Y1, (float)fill.X0, (float)fill.X1));
        }
        pieces.RemoveAll(p => p.Y < top || p.Y > bottom || p.X1 < left || p.X0 > right);
        pieces.Sort((a, b) => a.Y.CompareTo(b.Y));
        List<float> lines = [];
        for (int i = 0; i < pieces.Count;)
        {
            float x0 = float.MaxValue, x1 = float.MinValue, y = pieces[i].Y;
            for (; i < pieces.Count && pieces[i].Y - y < 2f; i++) (x0, x1) = (Math.Min(x0, pieces[i].X0), Math.Max(x1, pieces[i].X1));
            if (Math.Min(x1, right) - Math.Max(x0, left) > 0.8f * (right - left)) lines.Add(y);
        }
        return lines;
    }

    /// <summary>The leftmost column but the last that is filled at least half as often as the fullest of these.</summary>
    private int KeyColumn()
    {
        Span<int> filled = stackalloc int[_gutters.Count + 1];
        for (int r = First; r < End; r++)
        {
            for (int c = 0; c < filled.Length; c++) filled[c] += Fills(r, c) ? 1 : 0;
        }
        int most = 0;
        for (int c = 0; c < filled.Length - 1; c++) most = Math.Max(most, filled[c]);
        for (int c = 0; c < filled.Length - 1; c++)
        {
            if (filled[c] * 2 >= most) return c;
        }
        return 0;
    }

    private bool Fills(int r, int column)
    {
        foreach (Segment segment in _rows[r].Segments)
        {
            if (ColumnOf(_gutters, segment.X0) == column) return true;
        }
        return false;
    }

    /// <summary>Under a cell that is left open, a second date or code starts a row as the first one did.</summary>
    private bool RepeatsNumber(int r, int above, int column) => column < _gutters.Count && StartsWithDigit(r, column) && StartsWithDigit(above, column);

    private bool StartsWithDigit(int r, int column)
    {
        foreach (Segment segment in _rows[r].Segments)
        {
            if (ColumnOf(_gutters, segment.X0) != column || segment.To > segment.From + 1) continue;
            return char.IsAsciiDigit(_page.Text[_page.Words[_rows[r].Words[segment.From]].Start]);
        }
        return false;
    }

    private bool EndsOpen(int r, int column)
    {
        foreach (Segment segment in _rows[r].Segments)
        {
            if (ColumnOf(_gutters, segment.X0) == column && _page.TextOf(_page.Words[_rows[r].Words[segment.To - 1]])[^1] is '–' or '-') return true;
        }
        return false;
    }
}
