using System.Runtime.InteropServices;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Finds running headers and footers that no tag tells of: lines in the top or bottom margin that come again, with other numbers, in the
/// same margin of other pages. Browser prints are the plain case: date and title above, address and page number below.
/// </summary>
internal sealed class RunningMatter
{
    /// <summary>Share of a page's height at its top and bottom where running matter is looked for.</summary>
    private const double Margin = 0.14;

    private readonly Dictionary<(ulong Text, bool Top, int Size), (int Pages, int LastPage)> _seen = [];
    private readonly int _pages;

    private RunningMatter(int pages) => _pages = pages;

    public static List<FurnitureNode> Take(List<Node> flow, int pages)
    {
        List<FurnitureNode> furniture = [];
        if (pages < 2) return furniture;
        RunningMatter matter = new(pages);
        matter.Count(flow);
        matter.Remove(flow, furniture);
        return furniture;
    }

    /// <param name="within">The table that the nodes stand in; its lines count only on pages where all of it stands in the margins.</param>
    private void Count(List<Node> flow, HashSet<int>? within = null)
    {
        foreach (Node node in flow)
        {
            if (node is TextNode text)
            {
                foreach (Line line in text.Lines)
                {
                    if (!InMargin(line) || within?.Contains(line.Page.Number) == true) continue;
                    ref (int Pages, int LastPage) seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, KeyOf(line), out _);
                    if (seen.LastPage != line.Page.Number) seen = (seen.Pages + 1, line.Page.Number);
                }
            }
            else if (node is TableNode table)
            {
                HashSet<int> body = BodyPages(table);
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) Count(cell.Content, body);
                }
            }
        }
    }

    private void Remove(List<Node> flow, List<FurnitureNode> furniture, HashSet<int>? within = null)
    {
        for (int n = flow.Count - 1; n >= 0; n--)
        {
            if (flow[n] is TextNode text)
            {
                for (int i = text.Lines.Count - 1; i >= 0; i--)
                {
                    Line line = text.Lines[i];
                    if (within?.Contains(line.Page.Number) == true || !IsRunning(line, within is not null)) continue;
                    furniture.Add(new(KindOf(line), line));
                    text.Lines.RemoveAt(i);
                }
                if (text.IsEmpty) flow.RemoveAt(n);
            }
            else if (flow[n] is TableNode table)
            {
                HashSet<int> body = BodyPages(table);
                foreach (RowNode row in table.Rows)
                {
                    foreach (CellNode cell in row.Cells) Remove(cell.Content, furniture, body);
                }
            }
        }
    }

    /// <summary>Pages on which the table has lines outside the margins: there it is no running header, and its own head may come again.</summary>
    private static HashSet<int> BodyPages(TableNode table)
    {
        HashSet<int> pages = [];
        AddBodyPages(table, pages);
        return pages;
    }

    private static void AddBodyPages(TableNode table, HashSet<int> pages)
    {
        foreach (RowNode row in table.Rows)
        {
            foreach (CellNode cell in row.Cells)
            {
                foreach (Node node in cell.Content)
                {
                    if (node is TableNode inner) AddBodyPages(inner, pages);
                    if (node is not TextNode text) continue;
                    foreach (Line line in text.Lines)
                    {
                        if (!InMargin(line)) pages.Add(line.Page.Number);
                    }
                }
            }
        }
    }

    public static FurnitureKind KindOf(Line line) => line.Rotated
        ? FurnitureKind.Watermark
        : (line.Y0 + line.Y1) / 2 < line.Page.Height / 2 ? FurnitureKind.Header : FurnitureKind.Footer;

    private static bool InMargin(Line line) => line.BaseY < line.Page.Height * Margin || line.BaseY > line.Page.Height * (1 - Margin);

    private bool IsRunning(Line line, bool inTable)
    {
        if (!InMargin(line)) return false;
        if (!inTable && IsPageNumber(line)) return !IsLabel(line) || Comes(line);
        // Without their digits all codes of a table look alike.
        if (line.Letters - line.Digits < (inTable ? 6 : 3)) return false;
        // A table's header row comes again at the top of pages too, but no lower than where the running title ends, and it is caught later.
        return Comes(line);
    }

    /// <summary>Whether the line comes again, digits apart, on so many pages that it is no chance.</summary>
    private bool Comes(Line line) =>
        _seen.TryGetValue(KeyOf(line), out (int Pages, int LastPage) seen) && seen.Pages >= Math.Max(2, Math.Min(4, _pages / 2)) && (seen.Pages >= 3 || _pages <= 3);

    /// <summary>"34.": the label of an item whose text stands on the next page, where no other page has a number in that form.</summary>
    private static bool IsLabel(Line line) => line.Page.TextOf(line.Last)[^1] is '.' or ')' && ListLabels.IsLabel(line.Text());

    /// <summary>"Page 3 of 12", "3/12", "3": alone on a line in the outer margin.</summary>
    private bool IsPageNumber(Line line)
    {
        if (line.Length > 24 || line.Digits == 0) return false;
        double depth = Math.Min(line.BaseY, line.Page.Height - line.BaseY) / line.Page.Height;
        if (depth > 0.09) return false;
        foreach (int index in line.Words)
        {
            ReadOnlySpan<char> word = line.Page.TextOf(line.Page.Words[index]).Trim("|[]().,-–/");
            if (word.Length == 0 || word.Equals("page", StringComparison.OrdinalIgnoreCase) || word.Equals("of", StringComparison.OrdinalIgnoreCase)) continue;
            if (word.Length > (word.Contains('/') ? 7 : 4)) return false;
            foreach (char c in word)
            {
                if (!char.IsAsciiDigit(c) && c != '/') return false;
            }
            // A year at the end of a text is no page number.
            if (int.TryParse(word, out int number) && number > _pages + 30) return false;
        }
        return line.Digits <= 7;
    }

    /// <summary>FNV-1a over the letters of the line, digits as one sign, so that page numbers and dates do not tell lines apart.</summary>
    private static (ulong Text, bool Top, int Size) KeyOf(Line line)
    {
        ulong hash = 14695981039346656037;
        bool digit = false;
        foreach (int index in line.Words)
        {
            foreach (char c in line.Page.TextOf(line.Page.Words[index]))
            {
                if (char.IsAsciiDigit(c))
                {
                    if (!digit) hash = (hash ^ '0') * 1099511628211;
                    digit = true;
                    continue;
                }
                digit = false;
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
            }
        }
        return (hash, line.BaseY < line.Page.Height / 2, (int)MathF.Round(line.Size));
    }
}
