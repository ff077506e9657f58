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
                if (!IsPlausible(node, body)) (node.Kind, node.Tagged) = (TextKind.Paragraph, false);
            }
            else if (IsPseudoHeading(node, body, i + 1 < flow.Count ? flow[i + 1] : null))
            {
                node.Kind = TextKind.Heading;
                node.Level = 0;
                node.LabelWords = 0;
            }
        }
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

    private static bool IsPseudoHeading(TextNode node, float body, Node? next)
    {
        if (node.Lines.Count > 3 || node.Length > LongestHeading || Letters(node) < 3 || next is null) return false;
        Line first = node.Lines[0];
        if (first.Rotated) return false;
        if (node.Kind == TextKind.ListItem && (ListLabels.IsBulletLabel(first, node.LabelWords) || Numbered(next))) return false;
        char end = EndOf(node);
        if (end is '.' or ';' or ',') return false;
        Look look = Look.Of(node);
        bool larger = look.Size > 1.12f * body;
        bool smaller = look.Size < 0.85f * body;
        if (smaller || !(look.Bold || look.Caps || larger || (look.Underlined && node.Lines.Count == 1))) return false;
        if (IsConnective(node) || IsFieldAndValue(node)) return false;
        if (!look.Bold && !larger && node.Lines.Count > 1) return false;
        return !(look.Caps && !look.Bold && !larger && Letters(node) < 4);
    }

    /// <summary>A numbered bold line among numbered lines is an item of a list, not a heading over the next item.</summary>
    private static bool Numbered(Node next) => next is TextNode { Kind: TextKind.ListItem } item && item.Lines.Count > 0
        && item.LabelWords > 0 && !ListLabels.IsBulletLabel(item.Lines[0], item.LabelWords) && Look.Of(item).Bold;

    /// <summary>"AND", "OR" between criteria.</summary>
    private static bool IsConnective(TextNode node)
    {
        if (node.Lines.Count > 1 || node.Lines[0].Words.Length > 2) return false;
        ReadOnlySpan<char> word = node.Lines[0].Text().AsSpan().Trim(" .:;,-");
        return word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.Equals("or", StringComparison.OrdinalIgnoreCase)
            || word.Equals("and/or", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Effective Date: 01/01/2025": a colon and then mostly digits.</summary>
    private static bool IsFieldAndValue(TextNode node)
    {
        string text = node.Lines[0].Text();
        int colon = text.IndexOf(':');
        if (colon < 0 || colon > text.Length - 3) return false;
        int digits = 0;
        foreach (char c in text.AsSpan(colon)) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 2;
    }
}
