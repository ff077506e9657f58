using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Ingest.Readers.Html;

/// <summary>What of a page is the site and not the document: menus, banners, footers, search boxes, cookie notes.</summary>
internal static partial class HtmlChrome
{
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "head", "select", "object", "canvas", "audio", "video", "map", "textarea", "dialog",
    };

    [GeneratedRegex(@"(?:^|[\s_-])(?:nav|navbar|navigation|menu|megamenu|breadcrumbs?|sidebar|footer|site-header|global-header|cookies?|skip|skip-link|skiplink|social|share|search-box|searchbox|pagination|back-to-top|sr-only|visually-hidden|feedback|newsletter)(?:$|[\s_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SiteNames();

    public static bool IsUnseen(HtmlNode node) =>
        node.NodeType == HtmlNodeType.Comment || Unseen.Contains(node.Name) || string.Equals(node.GetAttributeValue("aria-hidden", ""), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the element belongs to the site. A "header" inside the main content is the document's own.</summary>
    public static bool IsSite(HtmlNode node, bool inMain)
    {
        string role = node.GetAttributeValue("role", "").ToLowerInvariant();
        if (role is "navigation" or "search" || node.Name is "nav") return true;
        if (inMain) return role is "contentinfo" || Named(node) && LinkShare(node) > 0.6;
        if (role is "banner" or "contentinfo" or "complementary" || node.Name is "footer" or "aside") return true;
        return node.Name is "header" ? LinkShare(node) > 0.3 : Named(node) && node.Name is "div" or "ul" or "section" or "ol" or "p" or "a" or "form";
    }

    /// <summary>The element that holds the document: the largest "main" or "article" that has a good part of the page's text, else the body.</summary>
    public static HtmlNode MainOf(HtmlNode body)
    {
        int all = TextLength(body);
        HtmlNode? best = null;
        int most = 0;
        foreach (HtmlNode node in body.Descendants())
        {
            if (node.Name is not ("main" or "article") && node.GetAttributeValue("role", "") is not "main") continue;
            int length = TextLength(node);
            if (length > most) (best, most) = (node, length);
        }
        return best is not null && most * 4 >= all ? best : body;
    }

    private static bool Named(HtmlNode node) => SiteNames().IsMatch(node.GetAttributeValue("class", "")) || SiteNames().IsMatch(node.GetAttributeValue("id", ""));

    private static double LinkShare(HtmlNode node)
    {
        int all = TextLength(node);
        return all == 0 ? 1 : node.Descendants("a").Sum(TextLength) / (double)all;
    }

    /// <summary>Characters of text that a person sees; iterative, for nesting is the page's to choose.</summary>
    private static int TextLength(HtmlNode node)
    {
        int length = 0;
        foreach (HtmlNode text in node.DescendantsAndSelf())
        {
            if (text.NodeType == HtmlNodeType.Text && !Unseen.Contains(text.ParentNode?.Name ?? "") && !string.IsNullOrWhiteSpace(text.InnerHtml)) length += text.InnerLength;
        }
        return length;
    }
}
