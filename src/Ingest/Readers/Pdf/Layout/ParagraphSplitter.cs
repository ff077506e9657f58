namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Splits what one tag holds but a person sees as several: paragraphs parted by a blank line, a bold title line over its body,
/// list items parted by line breaks only.
/// </summary>
internal static class ParagraphSplitter
{
    public static List<Node> Apply(List<Node> flow)
    {
        List<Node> result = new(flow.Count);
        foreach (Node node in flow)
        {
            if (node is TableNode table)
            {
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) cell.Content = Apply(cell.Content);
                }
                result.Add(table);
            }
            else if (node is TextNode text && !text.IsEmpty)
            {
                Split(text, result);
            }
        }
        return result;
    }

    private static void Split(TextNode node, List<Node> into)
    {
        FieldLines.Part(node.Lines);
        if (node.Lines.Count == 1)
        {
            into.Add(node);
            return;
        }
        float right = float.MinValue, leading = float.MaxValue;
        for (int i = 0; i < node.Lines.Count; i++)
        {
            right = Math.Max(right, node.Lines[i].X1);
            if (i > 0 && SamePage(node, i)) leading = Math.Min(leading, Math.Max(node.Lines[i].BaseY - node.Lines[i - 1].BaseY, node.Lines[i].Size));
        }
        int start = 0;
        for (int i = 1; i <= node.Lines.Count; i++)
        {
            if (i < node.Lines.Count && !Parts(node, i, start, right, leading)) continue;
            if (start == 0 && i == node.Lines.Count)
            {
                into.Add(node);
                return;
            }
            into.Add(new TextNode(start == 0 ? node.Kind : TextKind.Paragraph)
            {
                Level = node.Level,
                Tagged = start == 0 && node.Tagged,
                Frame = node.Frame,
                Lines = node.Lines.GetRange(start, i - start),
            });
            start = i;
        }
    }

    private static bool SamePage(TextNode node, int i) => ReferenceEquals(node.Lines[i].Page, node.Lines[i - 1].Page);

    private static bool Parts(TextNode node, int i, int start, float right, float leading)
    {
        Line last = node.Lines[i - 1], next = node.Lines[i];
        if (last.Rotated || next.Rotated) return false;
        if (SamePage(node, i))
        {
            float step = next.BaseY - last.BaseY;
            if (step > 1.6f * leading && step > 1.7f * Math.Max(last.Size, next.Size)) return true;
        }
        if (FollowsInSeries(node.Lines[start], next) || HasSameBullet(node.Lines[start], next)) return true;
        bool broken = IsForcedBreak(last, next, right);
        if (!broken) return false;
        if (FieldLines.IsField(next) && FieldLines.IsField(node.Lines[start])) return true;
        int label = ListLabels.Words(next);
        if (label > 0 && (ListLabels.IsBulletLabel(next, label) || ListLabels.Words(node.Lines[start]) > 0)) return true;
        return IsTitle(node, start, i) && next.BoldLetters * 4 < next.Letters;
    }

    /// <summary>"II." at the start of a line of the item that "I." starts: the next item, however full the line before it.</summary>
    private static bool FollowsInSeries(Line first, Line next)
    {
        if (ListLabels.Words(first) != 1 || ListLabels.Words(next) != 1) return false;
        LabelSeries one = LabelSeries.Of(first.Page.TextOf(first.First), default), two = LabelSeries.Of(next.Page.TextOf(next.First), one);
        return one.Number > 0 && one.Sort == two.Sort && two.Number == one.Number + 1;
    }

    /// <summary>The bullet that the item starts with, at the same place: text that goes on hangs right of it.</summary>
    private static bool HasSameBullet(Line first, Line next)
    {
        int one = ListLabels.Words(first), two = ListLabels.Words(next);
        return one > 0 && two > 0 && ListLabels.IsBulletLabel(first, one) && ListLabels.IsBulletLabel(next, two) && Math.Abs(first.X0 - next.X0) < 5f
            && first.Page.Text[first.First.Start] == next.Page.Text[next.First.Start];
    }

    private static bool IsTitle(TextNode node, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (node.Lines[i].Letters == 0 || node.Lines[i].BoldLetters < 0.95f * node.Lines[i].Letters) return false;
        }
        return end - start <= 2;
    }

    /// <summary>The next line's first word had room on the last line: the author broke it, not the margin.</summary>
    public static bool IsForcedBreak(Line last, Line next, float right)
    {
        int label = ListLabels.Words(next);
        float width = next.Page.Words[next.Words[Math.Min(label, next.Words.Length - 1)]].X1 - next.First.X0;
        return last.X1 + (0.3f * last.Size) + width < right - 1f;
    }
}
