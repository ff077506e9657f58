using System.Globalization;
using System.Security;
using Ingest.Extractors.Documents;

namespace Ingest.Commands;

/// <summary>
/// Draws what the reader saw: each line at its place, each block's box in the colour of its kind, cells dashed. Pages stand one below
/// the other. Laid over a picture of the page it shows at once what was taken for what.
/// </summary>
internal static class InspectSvg
{
    private const double Gap = 20;

    public static void Write(InspectView view, TextWriter output)
    {
        double width = 0, height = 0;
        Dictionary<int, double> tops = [];
        foreach (PageSize page in view.Pages)
        {
            tops[page.Number] = height;
            width = Math.Max(width, page.Width);
            height += page.Height + Gap;
        }
        output.WriteLine($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" font-family=\"sans-serif\">");
        foreach (PageSize page in view.Pages)
        {
            output.WriteLine($"<rect x=\"0\" y=\"{N(tops[page.Number])}\" width=\"{N(page.Width)}\" height=\"{N(page.Height)}\" fill=\"white\" stroke=\"#999\"/>");
        }
        foreach (PageRegion region in view.Document.Regions)
        {
            if (tops.TryGetValue(region.Page, out double top)) Text(view.Document, region, top, output);
        }
        int order = 0;
        foreach (Block block in view.Blocks) Outline(view, block, ++order, tops, output);
        output.WriteLine("</svg>");
    }

    private static void Text(PolicyDocument document, PageRegion region, double top, TextWriter output)
    {
        Box box = region.Box;
        double size = Math.Clamp(box.Height * 0.75, 3, 40);
        output.WriteLine($"<text x=\"{N(box.X0)}\" y=\"{N(top + box.Y1 - (box.Height * 0.22))}\" font-size=\"{N(size)}\" textLength=\"{N(Math.Max(1, box.Width))}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#444\">{Escape(document.Slice(region.Span))}</text>");
    }

    private static void Outline(InspectView view, Block block, int order, Dictionary<int, double> tops, TextWriter output)
    {
        string color = block switch
        {
            HeadingBlock => "#c00000",
            ListItemBlock => "#008000",
            TableBlock => "#7030a0",
            FurnitureBlock => "#999999",
            _ => "#0060c0",
        };
        string name = InspectView.LevelOf(block) is int level ? $"{InspectView.KindOf(block)} {level}" : InspectView.KindOf(block);
        foreach ((int page, Box box) in view.PlacesOf(block.Span))
        {
            if (!tops.TryGetValue(page, out double top)) continue;
            output.WriteLine($"<rect x=\"{N(box.X0 - 2)}\" y=\"{N(top + box.Y0 - 1)}\" width=\"{N(box.Width + 4)}\" height=\"{N(box.Height + 2)}\" fill=\"none\" stroke=\"{color}\"><title>{order} {Escape(name)}</title></rect>");
            output.WriteLine($"<text x=\"{N(box.X0 - 4)}\" y=\"{N(top + box.Y0 + 5)}\" font-size=\"6\" text-anchor=\"end\" fill=\"{color}\">{order}{(InspectView.LevelOf(block) is int l ? $":{l}" : "")}</text>");
        }
        if (block is not TableBlock table) return;
        foreach (TableCell cell in table.Cells)
        {
            foreach ((int page, Box box) in view.PlacesOf(cell.Span))
            {
                if (!tops.TryGetValue(page, out double top)) continue;
                output.WriteLine($"<rect x=\"{N(box.X0 - 1)}\" y=\"{N(top + box.Y0)}\" width=\"{N(box.Width + 2)}\" height=\"{N(box.Height)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"0.5\" stroke-dasharray=\"2 1\"/>");
            }
        }
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(text.Replace('\n', ' ').Replace('\t', ' ')) ?? "";
}
