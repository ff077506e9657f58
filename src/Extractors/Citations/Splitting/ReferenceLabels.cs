using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>Numbers and letters of reference lists: "1.", "[12]", "(3)", "4)", "4, 6.", "a."; "U. S. Preventive" begins with no letter.</summary>
internal static partial class ReferenceLabels
{
    [GeneratedRegex(@"\G[\s*_]*(?:\\?\[(?<label>\d{1,3}[a-z]?)\\?\]|\((?<label>\d{1,3})\)|(?<label>\d{1,3}[a-z]?(?:,\s?\d{1,3})*)\s?\\?[.)](?!\d)|(?<label>\d{1,3})\t+|(?<label>[A-Za-z])[.)](?=\s)(?!\s+\p{Lu}\.))[\s*_]*", RegexOptions.ExplicitCapture)]
    private static partial Regex AtStart();

    /// <summary>A number inside a line: after the end of an entry, before what can begin one.</summary>
    [GeneratedRegex(@"(?<=[.\d)\]/>”""*_]\s+|\.\s*|\n\s*)(?:\[(?<label>\d{1,3})\]|(?<label>\d{1,3})\s?[.)])\s+(?=[\p{Lu}“""‘(\[*_]|(?:de|van|von|den|der|di|da|le|la|ten|al|el)\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^\d{1,3}[a-z]?(?:,\s?\d{1,3})*$|^[A-Za-z]$|^[ivxlIVXL]{1,6}$")]
    private static partial Regex Bare();

    public static (string Label, SourceSpan Content)? Read(string text, SourceSpan span)
    {
        Match m = AtStart().Match(text, span.Start, span.Length);
        if (!m.Success || m.Length >= span.Length) return null;
        return (m.Groups["label"].Value, new SourceSpan(m.Index + m.Length, span.End).Trim(text));
    }

    /// <summary>The label as printed without its punctuation; null for bullets.</summary>
    public static string? Named(string printed)
    {
        string bare = printed.Trim().Trim('.', ')', '(', '[', ']', ':', '*', '_', '\\', ' ');
        return Bare().IsMatch(bare) ? bare : null;
    }

    public static int? Number(string? label)
    {
        if (label is null) return null;
        int digits = 0;
        while (digits < label.Length && char.IsAsciiDigit(label[digits])) digits++;
        return digits > 0 ? int.Parse(label.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Cuts a line at the numbers in it that go on with the count from <paramref name="number"/>.</summary>
    public static IEnumerable<(string? Label, SourceSpan Span)> Cut(string text, SourceSpan span, string? label, int number)
    {
        int from = span.Start;
        string? open = label;
        foreach (Match m in Inside().EnumerateSlice(text, span))
        {
            if (ReferenceLabels.Number(m.Groups["label"].Value) != number + 1) continue;
            var before = new SourceSpan(from, m.Index);
            if (m.Index > from) yield return (open, before.Trim(text));
            (open, from, number) = (m.Groups["label"].Value, m.Index + m.Length, number + 1);
        }
        yield return (open, new SourceSpan(from, span.End).Trim(text));
    }
}
