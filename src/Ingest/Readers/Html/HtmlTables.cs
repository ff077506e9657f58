using System.Collections.Immutable;
using HtmlAgilityPack;
using Ingest.Readers.Text;

namespace Ingest.Readers.Html;

internal static class HtmlTables
{
    /// <summary>Spans beyond this are mistakes or attacks (HTML, 4.9.11 caps colspan at 1000; no coverage table comes near).</summary>
    private const int WidestSpan = 200;

    /// <summary>A table that only places things on the page: it says so, has one cell, or holds headings or further tables.</summary>
    public static bool IsLayout(HtmlNode table)
    {
        if (table.GetAttributeValue("role", "") is "presentation" or "none") return true;
        int cells = 0;
        foreach (HtmlNode node in table.Descendants())
        {
            if (node.Name is "table" or "h1" or "h2" or "h3") return true;
            if (node.Name is "td" or "th") cells++;
        }
        return cells < 2;
    }

    public static void Read(HtmlNode table, List<Draft> drafts, int depth, CancellationToken cancellation)
    {
        if (table.ChildNodes.FirstOrDefault(n => n.Name == "caption") is { } caption)
        {
            Inline text = Draft.WordsOf(HtmlFlow.ReadCell(caption, depth + 1, cancellation));
            if (!text.IsEmpty) drafts.Add(new ParagraphDraft(text));
        }
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CellDraft>>();
        foreach (HtmlNode row in table.Descendants("tr"))
        {
            ImmutableArray<CellDraft> cells = [.. row.ChildNodes.Where(n => n.Name is "td" or "th").Select(n => Cell(n, depth, cancellation))];
            if (cells.Any(c => !c.Text.IsEmpty || c.Content.Length > 0)) rows.Add(cells);
        }
        if (rows.Count > 0) drafts.Add(new TableDraft(rows.ToImmutable()));
    }

    /// <summary>A definition list reads as two columns: the term and what it means.</summary>
    public static void Definitions(HtmlNode list, List<Draft> drafts, int depth, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CellDraft>>();
        CellDraft? term = null;
        foreach (HtmlNode node in list.Descendants().Where(n => n.Name is "dt" or "dd"))
        {
            CellDraft cell = Cell(node, depth, cancellation);
            if (node.Name == "dt")
            {
                if (term is not null) rows.Add([term]);
                term = cell;
            }
            else
            {
                rows.Add(term is null ? [new(new("", [])), cell] : [term, cell]);
                term = null;
            }
        }
        if (term is not null) rows.Add([term]);
        if (rows.Count > 0) drafts.Add(new TableDraft(rows.ToImmutable()));
    }

    private static CellDraft Cell(HtmlNode node, int depth, CancellationToken cancellation)
    {
        List<Draft> content = HtmlFlow.ReadCell(node, depth + 1, cancellation);
        return new(
            Draft.WordsOf(content), Math.Clamp(node.GetAttributeValue("rowspan", 1), 1, WidestSpan), Math.Clamp(node.GetAttributeValue("colspan", 1), 1, WidestSpan), node.Name is "th")
        {
            Content = content.Count > 1 ? [.. content] : [],
        };
    }
}
