using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Citations.Splitting;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// Parses one reference string. Identifiers and the numbers of a journal reference have forms and are read by rule; where authors, title and
/// container begin and end is decided by the learned labels. Not thread-safe: make one a thread.
/// </summary>
public sealed partial class ReferenceParser(ChainModel model)
{
    private const int LongestReference = 4000;

    private readonly ReferenceLabeller _labeller = new(model);

    public ReferenceParser()
        : this(ReferenceLabeller.ShippedModel)
    {
    }

    /// <summary>"Dietz H. Marfan syndrome.": a short title that went with the names.</summary>
    [GeneratedRegex(@"^(?<names>(?:\p{Lu}[\p{L}'’‐‑-]+\s\p{Lu}{1,3}(?:,\s+|(?=\.)|(?=\set\sal)))+(?:et\sal)?)\.\s+(?<title>\p{Lu}[^.]{5,120})\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NamesThenTitle();

    /// <summary>"A page. (2024). Retrieved … from a site": what stands first is the title, since nothing follows the date.</summary>
    [GeneratedRegex(@"^[^.()]{3,160}\.\s\((?:19|20)\d\d[^()]{0,20}\)\.\sRetrieved\b")]
    private static partial Regex RetrievedWork();

    [GeneratedRegex(@"^(?:in|from)\s*:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Preposition();

    /// <param name="raw">One reference without its label, as printed; line breaks and marks of emphasis may stand in it.</param>
    public ParsedReference Parse(string raw)
    {
        string text = ReferenceText.Clean(raw.Length > LongestReference ? raw[..LongestReference] : raw);
        List<SourceSpan> tokens = ReferenceTokenizer.Tokenize(text);
        ReferenceLabel[] labels = _labeller.Label(text, tokens);
        Identifiers identifiers = Identifiers.In(text);
        Locator? locator = Locator.Find(text);
        var runs = new LabelRuns(text, tokens, labels);

        TitleAndContainer parts = TitleAndContainer.Of(text, runs, locator);
        string? title = Trimmed(parts.Title, keepsMark: true);
        string? container = Trimmed(parts.Container, keepsMark: false);
        if (container is not null) container = Trimmed(Preposition().Replace(container, string.Empty), keepsMark: false);
        ImmutableArray<CitationAuthor> authors = AuthorList.Parse(runs.All(ReferenceLabel.Author));
        if (title is null && NamesThenTitle().Match(runs.All(ReferenceLabel.Author)) is { Success: true } both)
        {
            (title, authors) = (Trimmed(both.Groups["title"].Value, keepsMark: true), AuthorList.Parse(both.Groups["names"].Value));
        }
        if (title is null && container is not null && authors is [{ Literal: { } work }] && RetrievedWork().IsMatch(text)) (title, authors) = (work, []);
        int? year = locator?.Year ?? YearOf(runs, text);
        string? volume = locator is not null ? locator.Volume : Number(runs.First(ReferenceLabel.Volume));
        string? issue = locator is not null ? locator.Issue : Number(runs.First(ReferenceLabel.Issue));
        string? pages = locator?.Pages ?? PageRun(runs.First(ReferenceLabel.Pages));
        PartialDate? accessed = AccessDate.In(text);
        CitationKind kind = ReferenceKind.Of(text, title, container, volume ?? pages, identifiers);
        UnreadReason? unread = Unread(text, title, authors, container, identifiers);
        return new(kind, authors, title, container, year, volume, issue, pages, identifiers, accessed, unread);
    }

    /// <summary>Parses a line that may begin with a label ("12. "). The citation's span is within the line, without the label.</summary>
    public (Citation Citation, UnreadReason? Unread) ParseLine(string line)
    {
        SourceSpan span = new SourceSpan(0, line.Length).Trim(line);
        string? label = null;
        if (ReferenceLabels.Read(line, span) is { } read && !read.Content.IsEmpty && char.IsAsciiDigit(read.Label[0])) (label, span) = read;
        string raw = span.Slice(line);
        ParsedReference parsed = Parse(raw);
        return (parsed.ToCitation(label, raw, span), parsed.Unread);
    }

    private static UnreadReason? Unread(string text, string? title, ImmutableArray<CitationAuthor> authors, string? container, Identifiers identifiers)
    {
        bool identified = (identifiers.Doi ?? identifiers.Pmid ?? identifiers.Pmcid ?? identifiers.Nct ?? identifiers.Url) is not null;
        if (text.Length < 40 && !identified && DateYear.In(text) is null && text.Length > 0 && text[^1] is ',' or ';' or '-' or '&' or ':') return UnreadReason.Truncated;
        return title is null && container is null && !identified && (authors.IsEmpty || text.Length > 60) ? UnreadReason.NotParsed : null;
    }

    private static int? YearOf(LabelRuns runs, string text)
    {
        foreach (string date in runs.Each(ReferenceLabel.Date))
        {
            if (DateYear.In(date) is { } year) return year;
        }
        return DateYear.SaidIn(AccessDate.Without(text));
    }

    private static string? Trimmed(string? text, bool keepsMark)
    {
        if (text is null) return null;
        string trimmed = text.Trim(' ', ',', ';', ':', '"', '“', '”', '«', '»', '*', '_', '‘', '–', '—', '-');
        trimmed = trimmed.EndsWith('’') && !trimmed.Contains('‘') ? trimmed[..^1] : trimmed;
        // "Smith et al." and "J Clin Oncol." alike lose the stop; a question keeps its mark.
        trimmed = trimmed.TrimEnd('.', ',', ';', ':', ' ', '"', '”', '’');
        if (!keepsMark) trimmed = trimmed.TrimEnd('?', '!');
        if (trimmed.StartsWith('(') && !trimmed.Contains(')')) trimmed = trimmed[1..];
        if (trimmed.EndsWith(')') && !trimmed.Contains('(')) trimmed = trimmed[..^1];
        int open = trimmed.LastIndexOf('(');
        // "Guidelines (version 1.2025" lost its end: what stood in the bracket is no part.
        if (open > 0 && trimmed.IndexOf(')', open) < 0) trimmed = trimmed[..open].TrimEnd(' ', '.', ',');
        return trimmed.AsSpan().ContainsAnyExcept(" .,-") ? trimmed : null;
    }

    private static string? Number(string? text)
    {
        if (text is null) return null;
        string bare = VolumeWord().Replace(text.Trim(' ', ',', ';', ':', '.', '(', ')', '*'), string.Empty).Trim(' ', '.', ',', ':', ';', '(', ')');
        return bare.Length is > 0 and <= 24 && bare.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? bare : null;
    }

    private static string? PageRun(string? text)
    {
        if (text is null) return null;
        Match m = PageForm().Match(text);
        return m.Success ? m.Value : null;
    }

    [GeneratedRegex(@"^(?:vol(?:ume)?s?|no|number|nr|issue|iss)\.?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex VolumeWord();

    [GeneratedRegex(@"[A-Za-z]{0,3}\d+(?:\.\d+)?[A-Za-z]{0,2}(?:\s?[-–—‐‑]\s?[A-Za-z]{0,3}\d+[A-Za-z]{0,2}(?:\.e\d+)?)?")]
    private static partial Regex PageForm();
}
