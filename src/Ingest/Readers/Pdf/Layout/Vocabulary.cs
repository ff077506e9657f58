namespace Ingest.Readers.Pdf.Layout;

internal enum LineEnd
{
    /// <summary>The block ends here.</summary>
    Last,

    Space,

    /// <summary>The next line goes on without a space: after a hyphen or slash that belongs to the word, or inside an address.</summary>
    Nothing,

    /// <summary>The hyphen was put there by the line break: it goes, and the word is one.</summary>
    DropHyphen,
}

/// <summary>
/// Knows the words of the document, to judge a hyphen at a line's end. Word and Chrome break lines only after hyphens that the author typed,
/// so a hyphen stays unless the joined word stands elsewhere in the document and the hyphenated one does not.
/// </summary>
internal sealed class Vocabulary(IReadOnlyList<PageContent> pages)
{
    private HashSet<string>? _words;
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public LineEnd EndOf(Line line, Line next)
    {
        ref Word last = ref line.Last;
        ReadOnlySpan<char> text = line.Page.TextOf(last);
        char end = text[^1];
        if (end == Characters.SoftHyphen) return LineEnd.DropHyphen;
        ref Word first = ref next.First;
        if (end is '-' && char.IsLetterOrDigit(text.Length > 1 ? text[^2] : Before(line)))
        {
            char after = next.Page.Text[first.Start];
            if (!char.IsLetterOrDigit(after)) return LineEnd.Space;
            return text.Length > 1 && char.IsLower(after) && char.IsLower(text[^2]) && IsBroken(text[..^1], next.Page.TextOf(first)) ? LineEnd.DropHyphen : LineEnd.Nothing;
        }
        if (end is '/' && text.Length > 1 && !HeadingText.IsAddress(text)) return LineEnd.Nothing;
        return GoesOnAddress(line, last, text, next, first) ? LineEnd.Nothing : LineEnd.Space;
    }

    /// <summary>The character before the last word, where no space parts them.</summary>
    private static char Before(Line line)
    {
        if (line.Words.Length < 2 || line.Last.Has(WordFlags.SpaceBefore)) return ' ';
        return line.Page.TextOf(line.Page.Words[line.Words[^2]])[^1];
    }

    /// <summary>An address that is broken over lines: the link over both lines is the evidence, since its target holds the joined text.</summary>
    private static bool GoesOnAddress(Line line, in Word last, ReadOnlySpan<char> text, Line next, in Word first)
    {
        if (line.Page.Links.IsEmpty || text.IndexOfAny('.', '/', '=') < 0) return false;
        string? target = LinkRuns.TargetOf(line.Page, last);
        if (target is null || !target.Equals(LinkRuns.TargetOf(next.Page, first), StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> head = text.Length > 8 ? text[^8..] : text;
        ReadOnlySpan<char> tail = next.Page.TextOf(first);
        if (tail.Length > 8) tail = tail[..8];
        Span<char> joined = stackalloc char[16];
        head.CopyTo(joined);
        tail.CopyTo(joined[head.Length..]);
        return target.AsSpan().Contains(joined[..(head.Length + tail.Length)], StringComparison.OrdinalIgnoreCase);
    }

    private bool IsBroken(ReadOnlySpan<char> head, ReadOnlySpan<char> tail)
    {
        head = Letters(head, fromEnd: true);
        tail = Letters(tail, fromEnd: false);
        if (head.Length < 2 || tail.Length < 2 || head.Length + tail.Length > 60) return false;
        Load();
        Span<char> joined = stackalloc char[64];
        head.ToLowerInvariant(joined);
        tail.ToLowerInvariant(joined[head.Length..]);
        if (!_lookup.Contains(joined[..(head.Length + tail.Length)])) return false;
        joined[head.Length] = '-';
        tail.ToLowerInvariant(joined[(head.Length + 1)..]);
        return !_lookup.Contains(joined[..(head.Length + 1 + tail.Length)]);
    }

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> word, bool fromEnd)
    {
        int length = 0;
        while (length < word.Length && char.IsLetter(word[fromEnd ? word.Length - 1 - length : length])) length++;
        return fromEnd ? word[^length..] : word[..length];
    }

    private void Load()
    {
        if (_words is not null) return;
        _words = new(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        foreach (PageContent page in pages)
        {
            foreach (Word word in page.Words)
            {
                ReadOnlySpan<char> text = page.TextOf(word).Trim("()[]{}.,;:\"'“”‘’");
                if (text.Length is < 4 or > 60) continue;
                text.ToLowerInvariant(lower);
                _lookup.Add(lower[..text.Length]);
            }
        }
    }
}
