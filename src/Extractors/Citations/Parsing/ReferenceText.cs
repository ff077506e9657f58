using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// A reference as it reads: without marks of emphasis and links, its white space single, and addresses and DOIs that were broken over lines
/// in one piece again.
/// </summary>
internal static partial class ReferenceText
{
    private static readonly SearchValues<char> AddressMarks = SearchValues.Create("/-_.=?&%0123456789");

    [GeneratedRegex(@"\[([^\[\]]{1,2000})\]\(\s*<?([^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?\s*\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+.!<>~|-])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<![\p{L}\d])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\d])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\b10\.\s?(\d{4,9})\s?/\s?(?=\S)")]
    private static partial Regex SpacedDoi();

    /// <summary>An address that ends where a line was broken, and what went on in the next one.</summary>
    [GeneratedRegex(@"(?<head>(?:https?://|www\.|\b10\.\d{4,9}/)[^\s<>""“”]*(?:[-/_=?&%,]|\.))\s(?<tail>[^\s<>""“”\[\]()]{2,})")]
    private static partial Regex BrokenAddress();

    [GeneratedRegex(@"\bhttps?:\s*//\s*")]
    private static partial Regex SpacedScheme();

    public static string Clean(string raw)
    {
        string text = raw;
        if (text.Contains("](", StringComparison.Ordinal)) text = MarkdownLink().Replace(text, LinkText);
        if (text.Contains('\\')) text = Escape().Replace(text, "$1");
        if (text.AsSpan().ContainsAny('*', '_')) text = Emphasis().Replace(text, string.Empty);
        text = SingleSpaced(text);
        if (text.Contains("//", StringComparison.Ordinal)) text = SpacedScheme().Replace(text, m => m.Value.StartsWith("https", StringComparison.Ordinal) ? "https://" : "http://");
        if (text.Contains("10.", StringComparison.Ordinal) && text.Contains('/')) text = SpacedDoi().Replace(text, "10.$1/");
        return Rejoined(text);
    }

    /// <summary>The text of a link, with its target only where the text does not say it already.</summary>
    private static string LinkText(Match link)
    {
        string shown = link.Groups[1].Value, target = link.Groups[2].Value;
        return shown.Contains('/') || shown.Contains('.') || target.StartsWith('#') ? shown : $"{shown} {target}";
    }

    private static string SingleSpaced(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\uFEFF') continue;
            if (!char.IsWhiteSpace(c)) single.Append(c);
            else if (single.Length > 0 && single[^1] != ' ') single.Append(' ');
        }
        if (single.Length > 0 && single[^1] == ' ') single.Length--;
        return single.ToString();
    }

    private static string Rejoined(string text)
    {
        // Three rounds mend an address that was broken over four lines.
        for (int round = 0; round < 3 && text.Contains('/'); round++)
        {
            string joined = BrokenAddress().Replace(text, m => GoesOn(m.Groups["head"].Value, m.Groups["tail"].Value)
                ? m.Groups["head"].Value + m.Groups["tail"].Value : m.Value);
            if (joined.Length == text.Length) return joined;
            text = joined;
        }
        return text;
    }

    private static bool GoesOn(string head, string tail)
    {
        char end = head[^1], start = tail[0];
        bool word = !tail.AsSpan().TrimEnd(".,;").ContainsAny(AddressMarks);
        return end switch
        {
            // "…/guidance- prenatal" goes on; so does "2022- 01847-8".
            '-' or '_' or '=' or '&' or '%' => char.IsLetterOrDigit(start),
            '/' => (char.IsLower(start) || !word) && !tail.StartsWith("accessed", StringComparison.OrdinalIgnoreCase)
                && (!word || tail.Length > 3) && !(char.IsAsciiDigit(start) && head.StartsWith("http", StringComparison.Ordinal) && tail.Contains('/')),
            // A stop may end the sentence: only what cannot begin one joins.
            '.' => char.IsAsciiLetterLower(start) && !word && tail.AsSpan().IndexOfAny("/=?") >= 0
                || (head.StartsWith("10.", StringComparison.Ordinal) && char.IsAsciiDigit(start) && tail.Contains('.') && tail.Length > 5 && !tail.StartsWith("20", StringComparison.Ordinal)),
            _ => false,
        };
    }
}
