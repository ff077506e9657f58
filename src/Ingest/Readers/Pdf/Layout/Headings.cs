using System.Runtime.InteropServices;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// Judges headings. Tags say some of them; Word files often have only bold paragraphs. A line of its own that is short, set apart from
/// the body by weight, case, size or underline, and followed by something, is a heading whatever its tag; a "heading" of several sentences is not.
/// </summary>
internal static class Headings
{
    private const int LongestHeading = 180;

    public static void Apply(List<Node> flow)
    {
        float body = BodySize(flow);
        for (int i = 0; i < flow.Count; i++)
        {
            if (flow[i] is not TextNode node || node.IsEmpty) continue;
            if (node.Kind == TextKind.Heading)
            {
                if (IsPlausible(node, body)) continue;
                node.Tagged = false;
                node.LabelWords = ListLabels.Words(node.Lines[0]);
                node.Kind = node.LabelWords > 0 ? TextKind.ListItem : TextKind.Paragraph;
            }
            else if (IsPseudoHeading(node, body, i > 0 ? flow[i - 1] : null, i + 1 < flow.Count ? flow[i + 1] : null))
            {
                node.Kind = TextKind.Heading;
                node.Level = 0;
                node.LabelWords = 0;
            }
        }
        ListedHeadings.Demote(flow);
        HeadingLevels.Set(flow, body);
    }

    /// <summary>The size that most letters of paragraphs are set in, in points.</summary>
    private static float BodySize(List<Node> flow)
    {
        Dictionary<int, int> letters = [];
        Count(flow, letters);
        int best = 0, size = 20;
        foreach ((int key, int count) in letters)
        {
            if (count > best) (best, size) = (count, key);
        }
        return size / 2f;
    }

    private static void Count(List<Node> flow, Dictionary<int, int> letters)
    {
        foreach (Node node in flow)
        {
            if (node is not TextNode text) continue;
            foreach (Line line in text.Lines) CollectionsMarshal.GetValueRefOrAddDefault(letters, (int)MathF.Round(line.Size * 2), out _) += line.Letters;
        }
    }

    private static bool IsPlausible(TextNode node, float body)
    {
        int length = node.Length;
        if (length < 2 || Letters(node) == 0) return false;
        if (HeadingText.IsCaption(TextOf(node)) || HeadingText.IsConnective(TextOf(node))) return false;
        string text = TextOf(node);
        if (ListLabels.Words(node.Lines[0]) is int label and > 0 && ListLabels.IsBulletLabel(node.Lines[0], label)) return false;
        if (text[^1] is '.' or ':' && HeadingText.IsSentence(text)) return false;
        if (text[^1] is '.' && length > 80 && text.AsSpan().Count(' ') > 9) return false;
        if (length > 60 && HeadingText.HasSentenceEnd(TextOf(node))) return false;
        if (length <= LongestHeading) return true;
        Look look = Look.Of(node);
        return length <= 2 * LongestHeading && (look.Bold || look.Size > 1.15f * body) && EndOf(node) != '.';
    }

    private static int Letters(TextNode node)
    {
        int letters = 0;
        foreach (Line line in node.Lines) letters += line.UpperLetters + line.LowerLetters;
        return letters;
    }

    private static char EndOf(TextNode node)
    {
        Line line = node.Lines[^1];
        ReadOnlySpan<char> text = line.Page.TextOf(line.Last);
        return text[^1];
    }

    private static bool IsPseudoHeading(TextNode node, float body, Node? last, Node? next)
    {
        if (node.Lines.Count > 3 || node.Length > LongestHeading || Letters(node) < 3 || next is null) return false;
        Line first = node.Lines[0];
        if (first.Rotated) return false;
        if (node.Kind == TextKind.ListItem && (ListLabels.IsBulletLabel(first, node.LabelWords) || Numbered(next) || SameSeries(node, last) || SameSeries(node, next))) return false;
        string text = TextOf(node);
        if (char.IsLower(text[0]) && node.Kind == TextKind.Paragraph) return false;
        if (text[^1] is '.' or ';' or ',' || node.IsContents || HeadingText.HasSentenceEnd(text) || IsLinked(node)) return false;
        if (HeadingText.IsConnective(text) || HeadingText.IsFieldAndValue(text) || HeadingText.IsCaption(text) || HeadingText.IsAddress(text)) return false;
        Look look = Look.Of(node);
        TextNode? after = next as TextNode;
        bool larger = look.Size > 1.12f * body;
        if (look.Size < 0.85f * Math.Min(body, after is null ? body : Look.Of(after).Size)) return false;
        if (look.Bold) return !HeadingText.IsSentence(text);
        if (larger) return !HeadingText.IsSentence(text);
        // Lines underlined one after the other are links whose targets are lost.
        if (look.Underlined && node.Lines.Count == 1) return !HeadingText.IsSentence(text) && !IsUnderlined(last) && !IsUnderlined(next);
        if (IsBanded(node)) return !HeadingText.IsSentence(text);
        if (look.Caps) return node.Lines.Count == 1 && Letters(node) >= 4;
        return look.Italic && IsItalicTitle(node, text, after);
    }

    /// <summary>A line alone on a shaded band that crosses much of the page.</summary>
    private static bool IsBanded(TextNode node)
    {
        if (node.Lines.Count > 1 || node.Kind != TextKind.Paragraph) return false;
        Line line = node.Lines[0];
        double middle = line.BaseY - (0.3 * line.Size);
        foreach (Extractors.Documents.Box fill in line.Page.Fills)
        {
            if (fill.Y0 < middle && middle < fill.Y1 && fill.X0 < line.X0 + 1 && line.X1 < fill.X1 + 1 && fill.Height < 2.6 * line.Size
                && fill.Width > 0.5 * line.Page.Width && fill.Width < 1.5 * line.Page.Width) return true;
        }
        return false;
    }

    private static bool IsUnderlined(Node? node) => node is TextNode { IsEmpty: false } text && Look.Of(text).Underlined;

    /// <summary>A line in italics over plain text: the innermost kind of title.</summary>
    private static bool IsItalicTitle(TextNode node, string text, TextNode? next) =>
        next is not null && next.Kind != TextKind.Heading && !Look.Of(next).Italic && node.Lines.Count <= 2 && text.Length <= 120
        && node.Kind == TextKind.Paragraph && char.IsUpper(text[0]) && text[^1] is not ('*' or '”' or '"') && !HeadingText.IsSentence(text);

    /// <summary>Every word lies on a link: an entry of a list of links, or of contents, not a title.</summary>
    private static bool IsLinked(TextNode node)
    {
        foreach (Line line in node.Lines)
        {
            if (line.Page.Links.IsEmpty) return false;
            foreach (int index in line.Words)
            {
                if (LinkRuns.TargetOf(line.Page, line.Page.Words[index]) is null) return false;
            }
        }
        return true;
    }

    private static string TextOf(TextNode node) => node.Lines.Count == 1 ? node.Lines[0].Text() : string.Join(' ', node.Lines.Select(l => l.Text()));

    /// <summary>Neighbours with labels of the same sort: items of one list, not titles.</summary>
    private static bool SameSeries(TextNode node, Node? other) =>
        other is TextNode { Kind: TextKind.ListItem, IsEmpty: false } item && item.LabelWords > 0 && node.LabelWords > 0
        && LabelSeries.Of(LabelOf(node), default).Sort == LabelSeries.Of(LabelOf(item), default).Sort;

    private static ReadOnlySpan<char> LabelOf(TextNode node) => node.Lines[0].Page.TextOf(node.Lines[0].First);

    /// <summary>A numbered bold line among numbered lines is an item of a list, not a heading over the next item.</summary>
    private static bool Numbered(Node next) => next is TextNode { Kind: TextKind.ListItem } item && item.Lines.Count > 0
        && item.LabelWords > 0 && !ListLabels.IsBulletLabel(item.Lines[0], item.LabelWords) && Look.Of(item).Bold;
}
