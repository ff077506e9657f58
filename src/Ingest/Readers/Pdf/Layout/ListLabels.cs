namespace Ingest.Readers.Pdf.Layout;

/// <summary>Finds the label at the start of a line: a bullet, a number, a letter or a roman numeral with its point or brackets.</summary>
internal static class ListLabels
{
    /// <summary>How many words of the line are its label; 0 where it has none, or nothing stands after it.</summary>
    public static int Words(Line line)
    {
        if (line.Words.Length < 2 && line.First.Length < 2) return 0;
        PageContent page = line.Page;
        ref Word first = ref line.First;
        ReadOnlySpan<char> text = page.TextOf(first);
        int words = 1;
        // "1" and "." may be two words of different style, and "(" "a" ")" three.
        Span<char> joined = stackalloc char[12];
        if (text.Length > 8) return 0;
        text.CopyTo(joined);
        int length = text.Length;
        while (words < line.Words.Length && words < 4)
        {
            ref Word next = ref page.Words[line.Words[words]];
            if (next.Has(WordFlags.SpaceBefore) || length + next.Length > 8 || IsLabel(joined[..length])) break;
            page.TextOf(next).CopyTo(joined[length..]);
            length += next.Length;
            words++;
        }
        if (words >= line.Words.Length) return 0;
        if (IsLabel(joined[..length])) return words;
        return IsLoneBullet(joined[..length], line, words) ? words : 0;
    }

    /// <summary>"o" is Word's second-level bullet, set in Courier New, and stands well apart from the text.</summary>
    private static bool IsLoneBullet(ReadOnlySpan<char> text, Line line, int words)
    {
        if (text is not ("o" or "q" or "v" or "Ø" or "§")) return false;
        ref Word next = ref line.Page.Words[line.Words[words]];
        return next.X0 - line.First.X1 > 0.5f * line.Size;
    }

    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        if (text.Length == 1) return Characters.IsBullet(text[0]);
        if (text.Length == 2 && text[0] == text[1] && Characters.IsBullet(text[0]) && text[0] != '-') return true;
        bool open = text[0] is '(' or '[';
        bool close = text[^1] is ')' or ']';
        if (!close && text[^1] is not '.') return false;
        if (open && !close) return false;
        ReadOnlySpan<char> core = text[(open ? 1 : 0)..^1];
        return core.Length > 0 && (IsNumber(core) || IsLetter(core) || IsRoman(core));
    }

    /// <summary>Up to three digits, or an outline number ("2.1.3").</summary>
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '.' && digits > 0) digits = 0;
            else return false;
            if (digits > 3) return false;
        }
        return digits > 0;
    }

    private static bool IsLetter(ReadOnlySpan<char> text) =>
        char.IsAsciiLetter(text[0]) && (text.Length == 1 || (text.Length == 2 && text[0] == text[1]));

    private static bool IsRoman(ReadOnlySpan<char> text)
    {
        if (text.Length > 6) return false;
        bool upper = char.IsAsciiLetterUpper(text[0]);
        foreach (char c in text)
        {
            if (upper != char.IsAsciiLetterUpper(c) || char.ToLowerInvariant(c) is not ('i' or 'v' or 'x' or 'l')) return false;
        }
        return true;
    }

    public static bool IsBulletLabel(Line line, int words)
    {
        if (words != 1) return false;
        ReadOnlySpan<char> text = line.Page.TextOf(line.First);
        return text.Length == 1 && (Characters.IsBullet(text[0]) || text[0] is 'o' or 'q' or 'v');
    }
}
