using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Extractors.Citations.Labelling;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// A reference as it reads: without marks of emphasis and links, its white space single, and addresses and DOIs that were broken over lines
/// in one piece again.
/// </summary>
internal static partial class ReferenceText
{
    private static readonly SearchValues<char> AddressMarks = SearchValues.Create("/-_.=?&%0123456789");

    private static readonly string[] Notices = ["Referenced with permission", "All rights reserved", "This document contains confidential"];

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

    /// <summary>A publisher's number of an article ahead of print ("pii: S1556-0864(19)30027-9"), which reads as volume, issue and pages and is none.</summary>
    [GeneratedRegex(@"\s?\bpii:\s?[\w()-]+(?:\.(?=\s|$))?", RegexOptions.IgnoreCase)]
    private static partial Regex PublisherItem();

    /// <summary>How PubMed prints a committee that gave an address: "A Committee. Electronic address: a@b.org; A Committee."</summary>
    [GeneratedRegex(@"\s?\bElectronic address:\s?[^\s;]+@[^\s;]+;\s[^.]{1,300}\.", RegexOptions.IgnoreCase)]
    private static partial Regex ElectronicAddress();

    /// <summary>"[published correction appears in Genet Med. 2013;15(4):321]": the numbers of another text.</summary>
    [GeneratedRegex(@"\s?\[[^\[\]]{0,120}\b(?:correction|corrected|erratum|errata|corrigendum)\b[^\[\]]{0,160}\]", RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    public static string Clean(string raw)
    {
        string text = raw;
        if (text.Contains("](", StringComparison.Ordinal)) text = MarkdownLink().Replace(text, LinkText);
        if (text.Contains('\\')) text = Escape().Replace(text, "$1");
        if (text.AsSpan().ContainsAny('*', '_')) text = Emphasis().Replace(text, string.Empty);
        text = SingleSpaced(text);
        if (text.Contains("//", StringComparison.Ordinal)) text = SpacedScheme().Replace(text, m => m.Value.StartsWith("https", StringComparison.Ordinal) ? "https://" : "http://");
        if (text.Contains("10.", StringComparison.Ordinal) && text.Contains('/')) text = SpacedDoi().Replace(text, "10.$1/");
        if (text.Contains("pii:", StringComparison.OrdinalIgnoreCase)) text = PublisherItem().Replace(text, string.Empty);
        if (text.Contains("Electronic address:", StringComparison.OrdinalIgnoreCase)) text = ElectronicAddress().Replace(text, string.Empty);
        if (text.Contains('[')) text = Correction().Replace(text, string.Empty);
        return Rejoined(WithoutRights(text));
    }

    /// <summary>Without the notice of rights and permissions that some owners ask to be printed behind a reference: sentences, and none of it names the work.</summary>
    private static string WithoutRights(string text)
    {
        const int ShortestReference = 60;
        foreach (string notice in Notices)
        {
            if (text.IndexOf(notice, StringComparison.OrdinalIgnoreCase) is > ShortestReference and var at) text = text[..at].TrimEnd();
        }
        return text;
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
            if (!char.IsWhiteSpace(c))
            {
                // "Nov2015": the space that a conversion lost. No word of a reference but a month goes on with a digit after small letters so.
                if (c is '1' or '2' && EndsWithMonth(single)) single.Append(' ');
                single.Append(c);
            }
            else if (single.Length > 0 && single[^1] != ' ') single.Append(' ');
        }
        if (single.Length > 0 && single[^1] == ' ') single.Length--;
        return single.ToString();
    }

    private static bool EndsWithMonth(StringBuilder text)
    {
        int end = text.Length;
        if (end < 4 || text[end - 1] is < 'a' or > 'z') return false;
        int from = end;
        while (from > 0 && end - from < 10 && char.IsAsciiLetter(text[from - 1])) from--;
        Span<char> word = stackalloc char[10];
        text.CopyTo(from, word, end - from);
        word = word[..(end - from)];
        return char.IsAsciiLetterUpper(word[0]) && (ReferenceWords.Of(Lower(word)) & WordClasses.Month) != WordClasses.None;
    }

    private static Span<char> Lower(Span<char> word)
    {
        word[0] = char.ToLowerInvariant(word[0]);
        return word;
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
