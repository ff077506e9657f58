namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Finds tables that white gutters part into columns: rows below each other whose gaps line up. Rules and shaded bands between the rows, where
/// there are any, tell the rows; else each text in the column that is filled most often starts one.
/// </summary>
internal static class UnruledTables
{
    private const int LeastRows = 3;

    /// <summary>Takes the words of tables out of <paramref name="free"/>.</summary>
    public static List<(TableNode Node, float Top)> Take(PageContent page, List<int> free)
    {
        List<(TableNode Node, float Top)> tables = [];
        List<TextRow> rows = TextRow.Of(page, free);
        HashSet<int>? taken = null;
        int i = 0;
        while (i < rows.Count)
        {
            if (rows[i].Segments.Count < 2 || GutterRun.From(page, rows, i) is not GutterRun run)
            {
                i++;
                continue;
            }
            taken ??= [];
            for (int r = run.First; r < run.End; r++)
            {
                foreach (int word in rows[r].Words) taken.Add(word);
            }
            tables.Add((run.ToTable(), rows[run.First].BaseY - rows[run.First].Size));
            i = run.End;
        }
        if (taken is not null) free.RemoveAll(taken.Contains);
        return tables;
    }

    public static bool IsTable(PageContent page, List<TextRow> rows, int first, int end, List<(float X0, float X1)> gutters)
    {
        int multiple = 0, labels = 0, pieces = 0, numbers = 0, onlyFirst = 0, onlyOthers = 0;
        Span<int> characters = stackalloc int[gutters.Count + 1], filled = stackalloc int[gutters.Count + 1];
        for (int r = first; r < end; r++)
        {
            TextRow row = rows[r];
            if (row.Segments.Count > 1) multiple++;
            int least = 0;
            for (int s = 0; s < row.Segments.Count; s++)
            {
                int column = GutterRun.ColumnOf(gutters, row.Segments[s].X0);
                if (s == 0 || column > least) filled[column]++;
                least = column;
                for (int w = row.Segments[s].From; w < row.Segments[s].To; w++) characters[column] += page.Words[row.Words[w]].Length + 1;
            }
            if (row.Segments.Count < 2)
            {
                if (least == 0) onlyFirst++;
                else onlyOthers++;
                continue;
            }
            foreach (Segment segment in row.Segments)
            {
                pieces++;
                if (IsListLabel(page, page.Words[row.Words[segment.From]])) labels++;
            }
            ref Word last = ref page.Words[row.Words[^1]];
            if (row.Segments[^1].To - row.Segments[^1].From == 1 && last.Length <= 3 && char.IsAsciiDigit(page.Text[last.Start])) numbers++;
        }
        // Boxes side by side have lines of their own each; wrapped cells are mostly in one column.
        if (Math.Min(onlyFirst, onlyOthers) >= 2 && Math.Min(onlyFirst, onlyOthers) * 5 >= end - first) return false;
        if (multiple < LeastRows || labels * 3 > pieces || (gutters.Count == 1 && numbers * 4 > multiple * 3)) return false;
        // Columns of prose side by side: most rows filled in each, with many characters.
        int prose = 0;
        for (int c = 0; c <= gutters.Count; c++)
        {
            if (filled[c] == 0) return false;
            if (characters[c] / filled[c] > 28 && filled[c] * 10 > (end - first) * 7) prose++;
        }
        return prose < 2;
    }

    private static bool IsListLabel(PageContent page, in Word word) =>
        ListLabels.IsLabel(page.TextOf(word)) || (word.Length == 1 && page.Text[word.Start] == 'o');
}
