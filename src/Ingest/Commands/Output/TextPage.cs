using System.Text;

namespace Ingest.Commands;

/// <summary>Text for people: headings, wrapped paragraphs, aligned columns; bold and dim where colour may be used.</summary>
internal sealed class TextPage(TextWriter output, bool color, int width)
{
    private const int DefaultWidth = 110;

    public static TextPage For(CommandContext context) =>
        new(context.Out, context.Color, context.Color ? Math.Clamp(Console.WindowWidth, 60, 160) : DefaultWidth);

    public string Bold(string text) => color ? $"\u001b[1m{text}\u001b[0m" : text;

    public string Dim(string text) => color ? $"\u001b[2m{text}\u001b[0m" : text;

    public string Good(string text) => color ? $"\u001b[32m{text}\u001b[0m" : text;

    public string Bad(string text) => color ? $"\u001b[31m{text}\u001b[0m" : text;

    public void Line(string text = "") => output.WriteLine(text);

    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(Bold(text));
    }

    /// <summary>A paragraph wrapped at the page's width; its first line begins with <paramref name="lead"/>, the others are indented as far.</summary>
    public void Wrapped(string lead, string text)
    {
        string indent = new(' ', VisibleLength(lead));
        int room = Math.Max(30, width - indent.Length);
        bool first = true;
        foreach (string line in Wrap(text, room))
        {
            output.WriteLine((first ? lead : indent) + line);
            first = false;
        }
    }

    /// <summary>Rows with each column as wide as its widest cell, at most <paramref name="widest"/>; what is longer ends in "…".</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows, int widest = 60, string indent = "")
    {
        List<string[]> cells = [.. rows.Select(row => row.Select(cell => OneLine(cell ?? "", widest)).ToArray())];
        int[] widths = [.. header.Select((h, i) => Math.Max(h.Length, cells.Count == 0 ? 0 : cells.Max(row => row[i].Length)))];
        if (header.Any(h => h.Length > 0)) output.WriteLine(Bold((indent + Joined([.. header])).TrimEnd()));
        foreach (string[] row in cells) output.WriteLine((indent + Joined(row)).TrimEnd());
        string Joined(string[] row) => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])));
    }

    public static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest + 1));
        foreach (char c in text)
        {
            if (line.Length > longest) break;
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.Length <= longest ? line.ToString().TrimEnd() : line.ToString(0, longest - 1).TrimEnd() + "…";
    }

    private static IEnumerable<string> Wrap(string text, int room)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        yield return line.ToString();
    }

    private static int VisibleLength(string text)
    {
        int length = 0;
        bool escape = false;
        foreach (char c in text)
        {
            if (c == '\u001b') escape = true;
            if (!escape) length++;
            if (escape && c == 'm') escape = false;
        }
        return length;
    }
}
