using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Keywords;

/// <summary>Key words, index and search terms: in sections of that name, under a label inside a section ("Index terms:"), or beside one in the header.</summary>
public sealed partial class KeywordExtractor : IFactExtractor<Keyword>
{
    public Extraction<Keyword> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        string text = policy.Text;
        var found = ImmutableArray.CreateBuilder<Keyword>();
        FieldLine? label = null;
        // A list of contents may name the section before it comes.
        Section? last = policy.OfKind(SectionKind.Keywords).LastOrDefault(s => HeadingSaysSo(policy, s));
        foreach (FieldLine line in FieldLines.Of(policy))
        {
            if (line.Zone is LineZone.Furniture || line.IsHeading)
            {
                label = line.IsHeading && line.Zone != LineZone.Front && HeadsTerms().IsMatch(line.Span.Slice(text)) ? line : null;
                continue;
            }
            Match labelled = Labelled().Match(text, line.Span.Start, line.Span.Length);
            if (labelled.Success)
            {
                SourceSpan value = new(labelled.Index + labelled.Length, line.Span.End);
                label = value.IsEmpty ? line : null;
                Split(text, value, found);
                continue;
            }
            bool section = line.Section?.Kind == SectionKind.Keywords && line.Section == last && HeadingSaysSo(policy, line.Section);
            if (!section && (label is null || label.Section != line.Section)) continue;
            if (!section && line.Table is not null) continue;
            if (IsProse(text, line.Span) || FieldReader.BeginsWithLabel(text, line)) continue;
            foreach (SourceSpan printed in PrintedLines(policy.Document, line.Span)) Split(text, printed, found);
        }
        return found.DistinctBy(k => k.Value.ToUpperInvariant()).ToImmutableArray();
    }

    /// <summary>A list of terms without any sign between them is parted where its printed lines end.</summary>
    private static SourceSpan[] PrintedLines(PolicyDocument document, SourceSpan span)
    {
        bool parted = span.In(document.Text).IndexOfAny(",;•▪") >= 0;
        SourceSpan[] lines = parted ? [] : [.. document.Regions.Where(r => span.Contains(r.Span)).Select(r => r.Span)];
        return lines.Length > 1 ? lines : [span];
    }

    private static bool HeadingSaysSo(SectionedPolicy policy, Section section) => policy.HeadingOf(section) is { } heading && HeadsTerms().IsMatch(heading);

    private static void Split(string text, SourceSpan span, ImmutableArray<Keyword>.Builder found)
    {
        bool semicolons = span.In(text).Contains(';');
        int start = span.Start, depth = 0;
        for (int i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && text[i] is '(' or '[') depth++;
            if (i < span.End && text[i] is ')' or ']') depth--;
            bool ends = i == span.End || text[i] is '\n' or '•' or '▪' || (depth <= 0 && (semicolons ? text[i] == ';' : text[i] == ','));
            if (!ends) continue;
            Add(text, new(start, i), found);
            start = i + 1;
        }
    }

    private static void Add(string text, SourceSpan span, ImmutableArray<Keyword>.Builder found)
    {
        SourceSpan trimmed = span.Trim(text);
        int start = trimmed.Start, end = trimmed.End;
        while (start < end && text[start] is '*' or '_' or '-' or '•' or '▪' or ' ') start++;
        while (end > start && text[end - 1] is '*' or '_' or '.' or ',' or ';' or ' ') end--;
        if (end - start is < 2 or > 120 || None().IsMatch(text[start..end])) return;
        found.Add(new(White().Replace(text[start..end], " "), new(start, end)));
    }

    /// <summary>A remark on the list, not a term of it.</summary>
    private static bool IsProse(string text, SourceSpan line) => Remark().IsMatch(line.Slice(text));

    [GeneratedRegex(@"^\W*(?:key\s?words?|index(?:\sterms?)?|search terms?|keyword index)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadsTerms();

    [GeneratedRegex(@"\G[\s*_•]*(?:key\s?words?(?:\s?/\s?search terms)?|index terms?|search terms?|policy contains)\s*[:\-][\s*_]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\W*note\b|\b(?:is|are) (?:not )?(?:intended|illustrative|listed|provided|included)\b|^\W*the (?:use|following)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?:none|n/?a|not applicable|none applicable|top|back to top)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex None();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
