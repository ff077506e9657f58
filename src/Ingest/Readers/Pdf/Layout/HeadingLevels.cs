namespace Ingest.Readers.Pdf.Layout;

/// <summary>How a node looks: what readers go by when they tell levels of headings.</summary>
internal readonly record struct Look(float Size, bool Bold, bool Caps, bool Underlined, bool Italic, int Color)
{
    public static Look Of(TextNode node)
    {
        float size = 0;
        int letters = 0, bold = 0, italic = 0, underlined = 0, upper = 0, lower = 0, color = 0;
        foreach (Line line in node.Lines)
        {
            float own = line.LowerLetters == 0 ? line.LargestSize : line.Size;
            if (own > size) (size, color) = (own, line.Color);
            letters += line.Letters;
            bold += line.BoldLetters;
            italic += line.ItalicLetters;
            underlined += line.UnderlinedLetters;
            upper += line.UpperLetters;
            lower += line.LowerLetters;
        }
        // One letter in twenty may be plain: a space-like sign, a registered mark, a Greek letter of another font.
        return new(
            MathF.Round(size * 2) / 2, letters > 0 && bold >= 0.95f * letters, upper >= 3 && lower <= 0.1f * upper,
            letters > 0 && underlined >= 0.9f * letters, letters > 0 && italic >= 0.9f * letters, color);
    }

    /// <summary>More is outer. Size counts most, then capitals, weight, underline; italics are inner.</summary>
    public float Weight => (Size * 10) + (Caps ? 9 : 0) + (Bold ? 6 : 0) + (Underlined ? 2 : 0) - (Italic ? 3 : 0);
}

/// <summary>
/// Gives every heading a level that is the same for the same look. Where tags number their headings, looks take the level that most of their
/// tagged headings have; looks without tags stand by their weight among those. No level is skipped on the way in.
/// </summary>
internal static class HeadingLevels
{
    private sealed class Style(float weight)
    {
        public float Weight { get; } = weight;

        public int[] Tagged { get; } = new int[7];

        public int Level { get; set; }
    }

    public static void Set(List<Node> flow, float body)
    {
        Dictionary<Look, Style> styles = [];
        foreach (Node node in flow)
        {
            if (node is not TextNode { Kind: TextKind.Heading } heading) continue;
            Look look = Look.Of(heading) with { Color = 0 };
            if (!styles.TryGetValue(look, out Style? style)) styles[look] = style = new(look.Weight);
            if (heading.Tagged) style.Tagged[Math.Clamp(heading.Level, 1, 6)]++;
        }
        Rank([.. styles.Values]);
        Stack<int> open = new();
        foreach (Node node in flow)
        {
            if (node is not TextNode { Kind: TextKind.Heading } heading) continue;
            int level = styles[Look.Of(heading) with { Color = 0 }].Level;
            while (open.Count > 0 && open.Peek() >= level) open.Pop();
            open.Push(level);
            heading.Level = Math.Min(6, open.Count);
        }
    }

    private static void Rank(Style[] styles)
    {
        Array.Sort(styles, (a, b) => b.Weight.CompareTo(a.Weight));
        int level = 0;
        float last = float.MaxValue;
        foreach (Style style in styles)
        {
            if (style.Weight < last - 0.5f) level++;
            last = style.Weight;
            style.Level = level;
        }
    }
}
