namespace Ingest.Readers.Pdf.Layout;

/// <summary>Joins what a page break has cut: paragraphs and list items, tables, and single rows of tables.</summary>
internal static class PageBreaks
{
    public static List<Node> Join(List<Node> flow)
    {
        List<Node> result = new(flow.Count);
        foreach (Node node in flow)
        {
            if (node.IsEmpty) continue;
            Node? last = result.Count > 0 ? result[^1] : null;
            if (last is TextNode label && node is TextNode entry && IsLabelOf(label, entry))
            {
                (label.Kind, label.LabelWords) = (TextKind.ListItem, label.Lines[0].Words.Length);
                label.Lines.AddRange(entry.Lines);
            }
            else if (last is TextNode head && node is TextNode tail && (GoesOn(head, tail) || BrokenLines.GoesOn(head, tail)))
            {
                head.Lines.AddRange(tail.Lines);
            }
            else if (last is TableNode upper && node is TableNode lower && GoesOn(upper, lower))
            {
                Append(upper, lower);
            }
            else
            {
                result.Add(node);
            }
        }
        foreach (Node node in result)
        {
            if (node is not TableNode table) continue;
            DropRepeatedHeads(table);
            CutRows.Join(table);
        }
        return result;
    }

    /// <summary>A label alone at the foot of a page, and the text of its item at the top of the next.</summary>
    private static bool IsLabelOf(TextNode label, TextNode entry) =>
        label.Kind != TextKind.Heading && label.Lines.Count == 1 && entry.Kind == TextKind.Paragraph && entry.FirstPage == label.LastPage + 1
        && label.Lines[0].Length <= 8 && ListLabels.IsLabel(label.Lines[0].Text());

    private static bool GoesOn(TextNode head, TextNode tail)
    {
        if (head.Kind == TextKind.Heading || tail.FirstPage != head.LastPage + 1) return false;
        bool unlabelled = tail.Kind == TextKind.ListItem && tail.LabelWords == 0 && head.Kind == TextKind.ListItem && head.LabelWords > 0;
        if (tail.Kind != TextKind.Paragraph && !unlabelled) return false;
        Line last = head.Lines[^1], next = tail.Lines[0];
        if (Math.Abs(last.Size - next.Size) > 0.15f * last.Size || last.Rotated || next.Rotated) return false;
        if (next.First.Style.HasFlag(Extractors.Documents.TextStyle.Superscript) || next.First.Size < 0.8f * next.Size) return false;
        char end = EndOf(last);
        char start = next.Page.Text[next.First.Start];
        if (end is '.' or '!' or '?' or ':' or ';') return false;
        if (char.IsLower(start) || start is ',' or ';' or ')') return true;
        if (end is ',' or '-' or '/' or '(') return true;
        bool lastBold = last.BoldLetters * 2 > last.Letters, nextBold = next.BoldLetters * 2 > next.Letters;
        if (lastBold != nextBold) return false;
        // A line that ran full to the right edge of its block was broken by the page, not by its author.
        float right = RightEdge(head);
        return head.Lines.Count > 1 && last.X1 > right - (0.08f * (right - last.X0)) && last.LowerLetters > 20;
    }

    public static char EndOf(Line line)
    {
        ReadOnlySpan<char> text = line.Page.TextOf(line.Last).TrimEnd("\"'”’)]*†‡");
        // A raised reference number stands after the point that ends the sentence.
        if (line.Last.Style.HasFlag(Extractors.Documents.TextStyle.Superscript) && line.Words.Length > 1)
        {
            text = line.Page.TextOf(line.Page.Words[line.Words[^2]]);
        }
        return text.IsEmpty ? '.' : text[^1];
    }

    private static float RightEdge(TextNode node)
    {
        float right = 0;
        foreach (Line line in node.Lines) right = Math.Max(right, line.X1);
        return right;
    }

    private static bool GoesOn(TableNode upper, TableNode lower)
    {
        if (upper.Columns != lower.Columns || lower.FirstPage != upper.LastPage + 1) return false;
        return SameText(upper.Rows[0], lower.Rows[0]) || !IsHead(lower.Rows[0]);
    }

    public static bool IsHead(RowNode row)
    {
        if (row.InHead) return true;
        foreach (CellNode cell in row.Cells)
        {
            if (!cell.IsHeader && !cell.IsEmpty) return false;
        }
        return true;
    }

    private static void Append(TableNode upper, TableNode lower)
    {
        int first = SameText(upper.Rows[0], lower.Rows[0]) ? 1 : 0;
        for (int r = first; r < lower.Rows.Count; r++) upper.Rows.Add(lower.Rows[r]);
    }

    /// <summary>Header rows printed again on each page stand in the rows where the file makes one table of all pages.</summary>
    private static void DropRepeatedHeads(TableNode table)
    {
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells) DropRepeats(cell);
        }
        int heads = 1;
        while (heads < Math.Min(4, table.Rows.Count) && IsHead(table.Rows[heads]) && PageOf(table.Rows[heads]) == PageOf(table.Rows[0])) heads++;
        for (int r = table.Rows.Count - 1; r >= heads; r--)
        {
            int page = PageOf(table.Rows[r]);
            if (page == 0 || page == PageOf(table.Rows[0])) continue;
            for (int h = 0; h < heads; h++)
            {
                if (!SameText(table.Rows[h], table.Rows[r])) continue;
                table.Rows.RemoveAt(r);
                break;
            }
        }
    }

    /// <summary>A browser prints a table's head again on each page and gives each printing to the same cell.</summary>
    private static void DropRepeats(CellNode cell)
    {
        foreach (Node node in cell.Content)
        {
            if (node is not TextNode text || text.FirstPage == text.LastPage) continue;
            int first = 1;
            while (ReferenceEquals(text.Lines[first].Page, text.Lines[0].Page)) first++;
            if (text.Lines.Count % first != 0) continue;
            bool same = true;
            for (int i = first; i < text.Lines.Count && same; i++)
            {
                same = text.Lines[i].Text().Equals(text.Lines[i % first].Text(), StringComparison.Ordinal);
            }
            if (same) text.Lines.RemoveRange(first, text.Lines.Count - first);
        }
    }

    public static int PageOf(RowNode row)
    {
        foreach (CellNode cell in row.Cells)
        {
            foreach (Node node in cell.Content)
            {
                if (!node.IsEmpty) return node.FirstPage;
            }
        }
        return 0;
    }

    private static bool SameText(RowNode a, RowNode b)
    {
        if (a.Cells.Count != b.Cells.Count) return false;
        bool any = false;
        for (int i = 0; i < a.Cells.Count; i++)
        {
            if (!SameText(a.Cells[i], b.Cells[i], ref any)) return false;
        }
        return any;
    }

    private static bool SameText(CellNode a, CellNode b, ref bool any)
    {
        if (a.Content.Count != b.Content.Count) return false;
        for (int n = 0; n < a.Content.Count; n++)
        {
            if (a.Content[n] is not TextNode x || b.Content[n] is not TextNode y || x.Lines.Count != y.Lines.Count) return false;
            for (int i = 0; i < x.Lines.Count; i++)
            {
                any = true;
                if (x.Lines[i].Length != y.Lines[i].Length || !x.Lines[i].Text().Equals(y.Lines[i].Text(), StringComparison.Ordinal)) return false;
            }
        }
        return true;
    }
}
