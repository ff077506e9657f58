using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>A run of text within one piece, set apart by style or link.</summary>
internal readonly record struct InlineMark(int Start, int End, TextStyle Style, string? Target);

/// <summary>The text of one piece (heading, paragraph, cell) as a person reads it, with its styles and links by offset in <see cref="Text"/>.</summary>
internal sealed record Inline(string Text, ImmutableArray<InlineMark> Marks)
{
    public static Inline Plain(string text) => new(Collapse(text), []);

    public bool IsEmpty => Text.Length == 0;

    public Inline From(int start)
    {
        while (start < Text.Length && char.IsWhiteSpace(Text[start])) start++;
        var marks = Marks.Where(m => m.End > start)
            .Select(m => m with { Start = Math.Max(0, m.Start - start), End = m.End - start });
        return new(Text[start..], [.. marks]);
    }

    public Inline To(int end)
    {
        string text = Text[..end].TrimEnd();
        return new(text, [.. Marks.Where(m => m.Start < text.Length).Select(m => m with { End = Math.Min(m.End, text.Length) })]);
    }

    public Inline Then(string separator, Inline next)
    {
        int shift = Text.Length + separator.Length;
        return new(
            string.Concat(Text, separator, next.Text),
            [.. Marks, .. next.Marks.Select(m => m with { Start = m.Start + shift, End = m.End + shift })]);
    }

    /// <summary>Whether all letters of the text carry <paramref name="style"/>.</summary>
    public bool IsAll(TextStyle style)
    {
        if (IsEmpty) return false;
        for (int i = 0; i < Text.Length; i++)
        {
            if (char.IsLetterOrDigit(Text[i]) && !Marks.Any(m => m.Style.HasFlag(style) && m.Start <= i && i < m.End)) return false;
        }
        return true;
    }

    /// <summary>Runs of white space as one space, none at the ends.</summary>
    public static string Collapse(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        if (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        return plain.ToString();
    }
}
