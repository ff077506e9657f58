using System.Text;

namespace Ingest.Readers.Text;

/// <summary>A line of the source without its end and without invisible characters; tabs inside are kept, other white space is plain.</summary>
/// <param name="Indent">Columns of white space before it, a tab counting to the next multiple of four.</param>
/// <param name="PageBreak">A form feed stands before it.</param>
internal readonly record struct SourceLine(string Text, int Indent, bool PageBreak)
{
    public bool IsBlank => Text.Length == 0;
}

internal static class SourceLines
{
    public static List<SourceLine> Split(string text)
    {
        var lines = new List<SourceLine>();
        var line = new StringBuilder();
        bool pageBreak = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
                lines.Add(Line(line, pageBreak));
                pageBreak = c == '\f';
                line.Clear();
            }
            else if (!Invisible(c))
            {
                line.Append(Plain(c));
            }
        }
        return lines;
    }

    private static SourceLine Line(StringBuilder line, bool pageBreak)
    {
        string raw = line.ToString();
        int at = 0, indent = 0;
        while (at < raw.Length && raw[at] is ' ' or '\t')
        {
            indent = raw[at] == '\t' ? (indent / 4 + 1) * 4 : indent + 1;
            at++;
        }
        // A leading tab is an empty first cell where the line has more of them; the indent alone would lose it.
        bool cells = at > 0 && raw[..at].Contains('\t', StringComparison.Ordinal) && raw.AsSpan(at).TrimEnd().Contains('\t');
        string content = cells ? raw.Trim(' ') : raw[at..].TrimEnd(' ');
        // One tab at the end parts nothing; several are empty cells.
        if (content.IndexOf('\t', StringComparison.Ordinal) == content.Length - 1) content = content.TrimEnd();
        return new(content.AsSpan().Trim().IsEmpty ? "" : content, indent, pageBreak);
    }

    /// <summary>Marks without width: byte order mark, zero-width space and joiners, soft hyphen, directional marks, NUL and other controls.</summary>
    private static bool Invisible(char c) =>
        c is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u00AD' or '\u200E' or '\u200F' || (c < ' ' && c != '\t') || c == '\u007F';

    private static char Plain(char c) => c is '\u00A0' or '\u2007' or '\u202F' or '\u3000' or (>= '\u2000' and <= '\u200A') ? ' ' : c;
}
