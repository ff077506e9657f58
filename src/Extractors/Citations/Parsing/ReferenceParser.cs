using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Citations.Labelling;
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

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex YearForm();

    [GeneratedRegex(@"\b(?:published|released|effective|issued|adopted|posted|approved|updated?|revised|reviewed|modified|reaffirmed|version|current\sthrough|date)\b[^.]{0,60}?\b(?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DatedYear();

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

        string? title = Trimmed(runs.Longest(ReferenceLabel.Title, locator?.Start), keepsMark: true);
        string? container = Trimmed(runs.Longest(ReferenceLabel.Container, null), keepsMark: false);
        if (container is not null) container = Trimmed(Preposition().Replace(container, string.Empty), keepsMark: false);
        ImmutableArray<CitationAuthor> authors = AuthorList.Parse(runs.All(ReferenceLabel.Author));
        int? year = locator?.Year ?? YearOf(runs, text);
        string? volume = locator is not null ? locator.Volume : Number(runs.First(ReferenceLabel.Volume));
        string? issue = locator is not null ? locator.Issue : Number(runs.First(ReferenceLabel.Issue));
        string? pages = locator?.Pages ?? PageRun(runs.First(ReferenceLabel.Pages));
        PartialDate? accessed = AccessDate.In(text);
        CitationKind kind = ReferenceKind.Of(text, title, container, volume ?? pages, identifiers);
        UnreadReason? unread = Unread(text, title, authors, container, identifiers);
        return new(kind, authors, title, container, year, volume, issue, pages, identifiers, accessed, unread);
    }

    private static UnreadReason? Unread(string text, string? title, ImmutableArray<CitationAuthor> authors, string? container, Identifiers identifiers)
    {
        bool identified = (identifiers.Doi ?? identifiers.Pmid ?? identifiers.Pmcid ?? identifiers.Nct ?? identifiers.Url) is not null;
        if (text.Length < 40 && !identified && !YearForm().IsMatch(text) && text.Length > 0 && text[^1] is ',' or ';' or '-' or '&' or ':') return UnreadReason.Truncated;
        return title is null && container is null && !identified && (authors.IsEmpty || text.Length > 60) ? UnreadReason.NotParsed : null;
    }

    private static int? YearOf(LabelRuns runs, string text)
    {
        foreach (string date in runs.Each(ReferenceLabel.Date))
        {
            if (YearForm().Matches(date) is { Count: > 0 } years) return Year(years[0].Value);
        }
        string dated = AccessDate.Without(text);
        return DatedYear().Match(dated) is { Success: true } m ? Year(m.Groups["year"].Value) : null;
    }

    private static int Year(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

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
        if (trimmed.EndsWith('(')) trimmed = trimmed[..^1].TrimEnd();
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

    [GeneratedRegex(@"[A-Za-z]{0,3}\d[\d.]*[A-Za-z]{0,2}(?:\s?[-–—‐‑]\s?[A-Za-z]{0,3}\d+[A-Za-z]{0,2})?")]
    private static partial Regex PageForm();
}
