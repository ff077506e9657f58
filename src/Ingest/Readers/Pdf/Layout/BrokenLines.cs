namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Some producers tag each line as a paragraph. A line that ran full, without the end of a sentence, goes on in the next one below it when that
/// starts small at the same edge.
/// </summary>
internal static class BrokenLines
{
    public static bool GoesOn(TextNode head, TextNode tail)
    {
        if (head.Kind == TextKind.Heading || tail.Kind != TextKind.Paragraph || head.IsContents || tail.IsContents) return false;
        Line last = head.Lines[^1], next = tail.Lines[0];
        if (!ReferenceEquals(last.Page, next.Page) || last.Rotated || next.Rotated) return false;
        if (Math.Abs(last.Size - next.Size) > 0.05f * last.Size || last.Color != next.Color) return false;
        float step = next.BaseY - last.BaseY;
        if (step < 0.8f * next.Size || step > 2.2f * next.Size) return false;
        if (head.Kind == TextKind.ListItem && tail.Lines.Count == 1 && HeadingText.IsConnective(next.Text())) return true;
        float edge = head.Lines.Count > 1 ? last.X0 : head.LabelWords > 0 ? next.X0 : last.X0;
        if (step > 1.55f * next.Size || Math.Abs(next.X0 - edge) > 3f || next.X0 < head.Lines[0].X0 - 3f) return false;
        char start = next.Page.Text[next.First.Start];
        char end = last.Page.TextOf(last.Last)[^1];
        if (end is '.' or ':' or '!' or '?' or ';' || ListLabels.Words(next) > 0) return false;
        // "Note:" begins something of its own.
        if (char.IsUpper(start) && next.Page.TextOf(next.First)[^1] == ':') return false;
        if (next.First.Style.HasFlag(Extractors.Documents.TextStyle.Superscript) || next.First.Size < 0.8f * next.Size) return false;
        if (end is '/' or '-') return !HeadingText.IsAddress(last.Page.TextOf(last.Last));
        if (char.IsLower(start)) return last.X1 + next.First.X1 - next.First.X0 > last.Page.RightEdge - (6 * last.Size);
        // Started large or with a digit: only under lines that reach as far right as any of the page.
        return last.X1 > last.Page.RightEdge - (4 * last.Size) && last.LowerLetters > 25 && last.BoldLetters * 2 < last.Letters && next.LowerLetters > 0;
    }
}
