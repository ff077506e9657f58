namespace Ingest.Readers.Text;

/// <summary>Whether lines were broken at a width, and where.</summary>
internal static class WrapWidth
{
    /// <summary>The column at which the author's tool broke lines; 0 where lines are whole paragraphs.</summary>
    public static int Of(IReadOnlyList<SourceLine> lines)
    {
        var lengths = new List<int>();
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            string text = lines[i].Text, next = lines[i + 1].Text;
            if (text.Length >= 40 && next.Length > 0 && char.IsLower(next[0]) && !text.Contains('\t', StringComparison.Ordinal)) lengths.Add(text.Length);
        }
        if (lengths.Count < 3) return 0;
        lengths.Sort();
        int width = lengths[lengths.Count * 8 / 10];
        return width <= 200 ? width : 0;
    }
}
