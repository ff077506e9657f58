using System.Globalization;
using System.Net;
using HtmlAgilityPack;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;

namespace Ingest.Readers.Html;

/// <summary>Walks the elements of a page and drafts its blocks. What an accordion hides until it is opened is read like all else.</summary>
internal sealed class HtmlFlow
{
    /// <summary>Deeper than any real page; beyond it an element's text is read without its structure.</summary>
    private const int DeepestNesting = 200;

    private readonly List<Draft> _drafts = [];
    private readonly InlineBuilder _text = new();
    private readonly CancellationToken _cancellation;
    private readonly HtmlNode _main;
    private int _heading;
    private bool _inMain;

    private HtmlFlow(HtmlNode main, CancellationToken cancellation)
    {
        _main = main;
        _cancellation = cancellation;
    }

    public static List<Draft> Read(HtmlNode body, CancellationToken cancellation)
    {
        var flow = new HtmlFlow(HtmlChrome.MainOf(body), cancellation);
        flow.Children(body, 0);
        flow.Close();
        HeadingLevels.Assign(flow._drafts);
        return flow._drafts;
    }

    /// <summary>The drafts of one table cell.</summary>
    public static List<Draft> ReadCell(HtmlNode cell, int depth, CancellationToken cancellation)
    {
        var flow = new HtmlFlow(cell, cancellation) { _inMain = true };
        flow.Children(cell, depth);
        flow.Close();
        return flow._drafts;
    }

    private void Children(HtmlNode node, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (depth > DeepestNesting)
        {
            foreach (HtmlNode text in node.Descendants().Where(n => n.NodeType == HtmlNodeType.Text)) _text.Append(WebUtility.HtmlDecode(text.InnerHtml));
            return;
        }
        foreach (HtmlNode child in node.ChildNodes) Visit(child, depth + 1);
    }

    private void Visit(HtmlNode node, int depth)
    {
        if (node.NodeType == HtmlNodeType.Text)
        {
            _text.Append(WebUtility.HtmlDecode(node.InnerHtml));
            return;
        }
        if (node.NodeType != HtmlNodeType.Element || HtmlChrome.IsUnseen(node)) return;
        bool outside = _inMain;
        if (node == _main) _inMain = true;
        if (HtmlChrome.IsSite(node, _inMain)) Site(node);
        else Element(node, depth);
        _inMain = outside;
    }

    private void Site(HtmlNode node)
    {
        Close();
        var text = new InlineBuilder();
        foreach (HtmlNode part in node.Descendants())
        {
            if (part.NodeType == HtmlNodeType.Text && !part.Ancestors().TakeWhile(a => a != node).Any(HtmlChrome.IsUnseen)) text.Append(" " + WebUtility.HtmlDecode(part.InnerHtml));
        }
        Inline inline = text.Take();
        if (!inline.IsEmpty) _drafts.Add(new FurnitureDraft(inline, node.Name is "footer" ? FurnitureKind.Footer : FurnitureKind.Navigation));
    }

    private void Element(HtmlNode node, int depth)
    {
        switch (node.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(node, node.Name[1] - '0', depth);
                break;
            case "summary":
                Heading(node, Math.Min(6, _heading + 1), depth);
                break;
            case "button":
                if (node.Attributes.Contains("aria-expanded") || node.Attributes.Contains("aria-controls") || InHeading(node)) Button(node, depth);
                break;
            case "ul" or "ol":
                List(node, 0, depth);
                break;
            case "dl":
                Close();
                HtmlTables.Definitions(node, _drafts, depth, _cancellation);
                break;
            case "table":
                Close();
                if (HtmlTables.IsLayout(node)) Children(node, depth);
                else HtmlTables.Read(node, _drafts, depth, _cancellation);
                Close();
                break;
            case "br":
                Break();
                break;
            case "hr":
                Close();
                break;
            case "input":
                Checkbox(node);
                break;
            case "p" or "div" or "section" or "article" or "main" or "header" or "footer" or "aside" or "blockquote" or "pre" or "form" or "fieldset" or "details"
                or "center" or "figure" or "figcaption" or "address" or "tr" or "td" or "th" or "tbody" or "thead" or "li" or "body" or "legend" or "caption":
                if (node.GetAttributeValue("role", "") is "heading") Heading(node, Math.Clamp(node.GetAttributeValue("aria-level", _heading + 1), 1, 6), depth);
                else Block(node, depth);
                break;
            default:
                Styled(node, depth);
                break;
        }
    }

    private void Block(HtmlNode node, int depth)
    {
        Close();
        Children(node, depth);
        Close();
    }

    private void Heading(HtmlNode node, int level, int depth)
    {
        Close();
        Children(node, depth);
        Inline text = _text.Take();
        if (text.IsEmpty) return;
        _heading = level;
        _drafts.Add(new HeadingDraft(text, level, HeadingStyle.Marked));
    }

    /// <summary>The handle of an accordion names what it opens.</summary>
    private void Button(HtmlNode node, int depth)
    {
        if (InHeading(node)) Children(node, depth);
        else Heading(node, Math.Min(6, _heading + 1), depth);
    }

    private static bool InHeading(HtmlNode node) => node.Ancestors().Take(3).Any(a => a.Name is ['h', >= '1' and <= '6']);

    private void Styled(HtmlNode node, int depth)
    {
        int start = _text.Length;
        Children(node, depth);
        TextStyle style = node.Name switch
        {
            "b" or "strong" => TextStyle.Bold,
            "i" or "em" or "cite" => TextStyle.Italic,
            "u" or "ins" => TextStyle.Underline,
            "s" or "del" or "strike" => TextStyle.Strike,
            "sup" => TextStyle.Superscript,
            _ => TextStyle.None,
        };
        if (style != TextStyle.None) _text.Mark(start, style, null);
        if (node.Name == "a" && node.GetAttributeValue("href", "") is { Length: > 1 } target) _text.Mark(start, TextStyle.None, WebUtility.HtmlDecode(target));
    }

    private void Checkbox(HtmlNode node)
    {
        if (string.Equals(node.GetAttributeValue("type", ""), "checkbox", StringComparison.OrdinalIgnoreCase)) _text.Append(node.Attributes.Contains("checked") ? "☒ " : "☐ ");
    }

    /// <summary>A forced line end parts what is short or complete before it (fields, addresses); in running text it is a space.</summary>
    private void Break()
    {
        if (_text.Length < 100 || _text.Last is '.' or ':' or ';' or ' ') Close();
        else _text.Append(" ");
    }

    private void List(HtmlNode list, int level, int depth)
    {
        Close();
        int number = list.GetAttributeValue("start", 1);
        string type = list.GetAttributeValue("type", "1");
        foreach (HtmlNode item in list.ChildNodes)
        {
            if (item.Name is "ul" or "ol" && depth < DeepestNesting) List(item, level + 1, depth + 1);
            if (item.Name is not "li" || HtmlChrome.IsUnseen(item)) continue;
            string? label = list.Name == "ol" ? HtmlListLabels.Of(type, item.GetAttributeValue("value", number)) : null;
            Item(item, level, label, depth);
            number = item.GetAttributeValue("value", number) + 1;
        }
    }

    /// <summary>The first piece of the item is the item; what else stands in it follows as blocks of its own.</summary>
    private void Item(HtmlNode item, int level, string? label, int depth)
    {
        int before = _drafts.Count;
        foreach (HtmlNode child in item.ChildNodes)
        {
            if (child.Name is "ul" or "ol" && depth < DeepestNesting)
            {
                CloseItem(before, level, label);
                List(child, level + 1, depth + 1);
            }
            else
            {
                Visit(child, depth + 1);
            }
        }
        Close();
        CloseItem(before, level, label);
    }

    private void CloseItem(int before, int level, string? label)
    {
        Close();
        if (_drafts.Count <= before || _drafts[before] is not ParagraphDraft first) return;
        ListLabel[] printed = label is null ? ListLabels.Of(first.Text.Text, markdown: false) : [];
        _drafts[before] = printed.Length > 0 && printed[0].Printed is { } own
            ? new ItemDraft(level, own, first.Text.From(printed[0].Length))
            : new ItemDraft(level, label, first.Text);
    }

    private void Close()
    {
        Inline text = _text.Take();
        if (text.IsEmpty) return;
        bool bold = text.Text.Length <= 120 && text.Text[^1] is not ('.' or ';' or ',') && text.IsAll(TextStyle.Bold) && text.Text.Any(char.IsLetter);
        HeadingStyle? style = bold ? HeadingLines.StyleOf(text.Text, before: true, after: true, opens: true) : null;
        ListLabel[] labels = ListLabels.Of(text.Text, markdown: false);
        if (style is { } found) _drafts.Add(new HeadingDraft(text, 0, found));
        else if (labels.Length > 0 && labels[0].Kind == LabelKind.Bullet) _drafts.Add(new ItemDraft(0, labels[0].Printed, text.From(labels[0].Length)));
        else _drafts.Add(new ParagraphDraft(text));
    }
}

/// <summary>The label that a browser puts before an item of a numbered list (HTML, 4.4.5 and 4.4.8).</summary>
internal static class HtmlListLabels
{
    public static string Of(string type, int number) => type switch
    {
        "a" or "A" when number is >= 1 and <= 26 => (char)(type[0] + number - 1) + ".",
        "i" => Roman(number).ToLowerInvariant() + ".",
        "I" => Roman(number) + ".",
        _ => number.ToString(CultureInfo.InvariantCulture) + ".",
    };

    private static string Roman(int number)
    {
        if (number is < 1 or > 39) return number.ToString(CultureInfo.InvariantCulture);
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', number / 10) + ones[number % 10];
    }
}
