namespace Ingest.Readers.Pdf.Layout;

/// <summary>What the words of a line say about its being a heading, whatever its look.</summary>
internal static class HeadingText
{
    /// <summary>"AND", "OR" between criteria.</summary>
    public static bool IsConnective(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> word = text.Trim(" .:;,-*");
        return word.Length < 8 && (word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.Equals("or", StringComparison.OrdinalIgnoreCase)
            || word.Equals("and/or", StringComparison.OrdinalIgnoreCase) || word.Equals("none", StringComparison.OrdinalIgnoreCase)
            || word.Equals("n/a", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"Effective Date: 01/01/2025": a colon and then digits, or a date at the end.</summary>
    public static bool IsFieldAndValue(ReadOnlySpan<char> text)
    {
        int space = text.LastIndexOf(' ');
        if (space > 0 && text[(space + 1)..].Count('/') == 2 && char.IsAsciiDigit(text[^1])) return true;
        int colon = text.IndexOf(':');
        if (colon < 0 || colon > text.Length - 3) return false;
        // "B*27:05", "9:00": the colon is inside of a name or number.
        if (colon > 0 && char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1])) return false;
        int digits = 0;
        foreach (char c in text[colon..]) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= 2;
    }

    /// <summary>"Table 3. …", "Figure 2: …" stand over a table or picture and head nothing else.</summary>
    public static bool IsCaption(ReadOnlySpan<char> text)
    {
        int space = text.IndexOf(' ');
        if (space < 0 || space + 1 >= text.Length) return false;
        ReadOnlySpan<char> word = text[..space];
        if (!word.Equals("Table", StringComparison.OrdinalIgnoreCase) && !word.Equals("Figure", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("Exhibit", StringComparison.OrdinalIgnoreCase)) return false;
        ReadOnlySpan<char> number = text[(space + 1)..];
        int end = number.IndexOfAny(" .:");
        if (end >= 0) number = number[..end];
        return number.Length is > 0 and < 6 && (char.IsAsciiDigit(number[^1]) || number.Length == 1);
    }

    public static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || text.Contains("://", StringComparison.Ordinal) || (text.IndexOf(' ') < 0 && text.IndexOf('@') > 0);

    /// <summary>A full stop, and another sentence after it.</summary>
    public static bool HasSentenceEnd(ReadOnlySpan<char> text)
    {
        for (int i = 12; i + 2 < text.Length; i++)
        {
            if (text[i] == '.' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2]) && char.IsLower(text[i - 3])) return true;
        }
        return false;
    }

    /// <summary>
    /// A bold sentence: eight words or more, most of them small, with a verb that no "when" or "who" before it explains.
    /// </summary>
    public static bool IsSentence(ReadOnlySpan<char> text)
    {
        // "This policy is based on the following references:" is a sentence, and heads the list.
        if (text.TrimEnd(": ").EndsWith(" references", StringComparison.OrdinalIgnoreCase) && text[^1] != '.') return false;
        int words = 0, capitals = 0, longer = 0;
        bool verb = false, subordinate = false;
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range].Trim(".,:;()\"“”");
            if (word.IsEmpty) continue;
            words++;
            if (word is "who" or "whom" or "that" or "which" or "when" or "where" or "if" or "When" or "If" or "What" or "Why" or "How" or "Where" or "Who") subordinate = true;
            if (word is "is" or "are" or "was" or "were" or "must" or "should" or "will" or "may" or "has" or "have" or "do" or "does") verb |= !subordinate;
            if (word.Length < 4) continue;
            longer++;
            if (!char.IsLower(word[0])) capitals++;
        }
        return words >= 8 && verb && capitals * 10 < longer * 6;
    }
}
