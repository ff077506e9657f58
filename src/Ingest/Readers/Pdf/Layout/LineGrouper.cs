namespace Ingest.Readers.Pdf.Layout;

/// <summary>Groups lines, in reading order, into paragraphs and list items by leading, indent, style and labels.</summary>
internal static class LineGrouper
{
    public static List<Node> Group(List<Line> lines)
    {
        List<Node> nodes = [];
        if (lines.Count == 0) return nodes;
        float leading = Leading(lines), right = float.MinValue;
        foreach (Line line in lines) right = Math.Max(right, line.X1);
        lines = [.. lines];
        FieldLines.Part(lines);
        TextNode? open = null;
        float text = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            if (open is null || Starts(open, lines[i - 1], line, leading, right, text))
            {
                open = new TextNode(TextKind.Paragraph);
                nodes.Add(open);
                text = TextEdge(line);
            }
            open.Lines.Add(line);
        }
        return nodes;
    }

    /// <summary>A list of links, whose targets the file does not tell.</summary>
    private static bool IsUnderlined(Line line) => line.Letters > 0 && line.UnderlinedLetters >= 0.9f * line.Letters;

    /// <summary>Where the text of a block's first line starts, behind its label.</summary>
    private static float TextEdge(Line line)
    {
        int label = ListLabels.Words(line);
        return line.Page.Words[line.Words[label]].X0;
    }

    /// <summary>Most common step between base lines, in tenths of the size.</summary>
    private static float Leading(List<Line> lines)
    {
        Span<int> steps = stackalloc int[40];
        for (int i = 1; i < lines.Count; i++)
        {
            float step = (lines[i].BaseY - lines[i - 1].BaseY) / Math.Max(1, lines[i].Size);
            if (step is > 0.8f and < 3f) steps[(int)(step * 10)]++;
        }
        int best = 12, most = 0;
        for (int s = 8; s < 30; s++)
        {
            int count = steps[s] + steps[s + 1];
            if (count > most) (most, best) = (count, s);
        }
        return Math.Min((best + 1) / 10f, 1.9f);
    }

    private static bool Starts(TextNode open, Line last, Line line, float leading, float right, float text)
    {
        float step = line.BaseY - last.BaseY;
        if (step <= 0.3f * line.Size) return LineBuilder.Overlap(last.Last, line.First) < 0.3f || line.X0 < last.X1;
        if (step > ((leading * 1.22f) + 0.12f) * Math.Max(line.Size, last.Size)) return true;
        if (line.X0 > last.X1 || line.X1 < last.X0) return true;
        if (Math.Abs(line.Size - last.Size) > 0.08f * last.Size) return true;
        if (ListLabels.Words(line) is int label and > 0)
        {
            if (ListLabels.IsBulletLabel(line, label) || ListLabels.Words(open.Lines[0]) > 0) return true;
            if (last.Page.TextOf(last.Last)[^1] is ':' || ParagraphSplitter.IsForcedBreak(last, line, right)) return true;
        }
        bool wasBold = last.Letters > 0 && last.BoldLetters >= 0.95f * last.Letters, isBold = line.Letters > 0 && line.BoldLetters >= 0.95f * line.Letters;
        bool broken = ParagraphSplitter.IsForcedBreak(last, line, right);
        if (wasBold != isBold && broken && (wasBold ? line.BoldLetters * 4 < line.Letters : last.BoldLetters * 4 < last.Letters)) return true;
        float em = line.Size;
        if (line.X0 < open.Lines[0].X0 - em && open.Lines.Count > 1) return true;
        // A first line's indent, once the block runs at its own edge. Hanging text of an item stands at the text's edge.
        if (open.Lines.Count > 1 && line.X0 > open.Lines[^1].X0 + (0.8f * em) && Math.Abs(line.X0 - text) > em) return true;
        if (!broken) return false;
        if (FieldLines.IsField(line) && FieldLines.IsField(open.Lines[0])) return true;
        if (IsUnderlined(last) && IsUnderlined(line) && open.Lines.Count == 1 && last.X1 < right - (0.1f * (right - last.X0))) return true;
        char end = last.Page.TextOf(last.Last)[^1];
        char start = line.Page.Text[line.First.Start];
        return end is '.' or ':' or ';' || (char.IsUpper(start) && last.X1 < right - (0.25f * (right - open.Lines[0].X0)));
    }
}
