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
    [GeneratedRegex(@"^\P{C}{3,160}?\.\s\((?:19|20)\d\d[^()]{0,20}\)\.?\sRetrieved\b")]
    private static partial Regex RetrievedWork();

    [GeneratedRegex(@"^(?<name>.{3,120}?)\s*\[(?:Internet|database\s[^\]]{2,30}|website)\]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeWork();

    /// <summary>"MedlinePlus [Internet]. Bethesda (MD): National Library of Medicine": a site cited whole, in the form of the NLM.</summary>
    [GeneratedRegex(@"^(?<name>[^.\[\]]{3,120}?)\s*\[(?:Internet|database[^\[\]]{0,30}|homepage[^\[\]]{0,30})\]\.\s\p{Lu}[^.:;]{2,40}:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeSite();

    [GeneratedRegex(@"^\W*(?:\d{1,4}\W+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\W*(?:\d{1,4}\W*){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyDate();

    /// <summary>The first sentence behind the name of a site's owner: short, and neither a date nor what is said about the access.</summary>
    [GeneratedRegex(@"\G[\s.,;:]*(?<title>(?!Available|Accessed|Retrieved|Updated|Published|Last\s|https?:|www\.|\()[\p{Lu}\d“""][^.\[\]<>]{3,200}?)(?=\s\((?:updated|reviewed|last|accessed)|\.\s|\.?\shttps?:)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PageTitle();

    /// <summary>"Office of Widgets": a part of the owner, behind its name.</summary>
    [GeneratedRegex(@"^(?:Offices?|Division|Bureau|Branch|Department|Dept\.?|Center|Centre)\s(?:of|for|on)\s(?:\p{Lu}\S*|the|and|of|for|&|\s)+$")]
    private static partial Regex OfficeName();

    /// <summary>What follows a title in its own sentence: "(version 1.2025 – June 3, 2025)", "© 2025 Some Network".</summary>
    [GeneratedRegex(@"[\s.]*(?:©|\bCopyright\s+(?:©|\d{4})).*$|;?\s*\[(?:updated|about|cited|reviewed)\b.*$|\s*\((?:version|ver\.?|v\.?)\s?\d[^()]*\)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Edition();

    /// <summary>"Guidelines in Oncology Multiple Myeloma v4.2026": the version stays with the title and tells the year.</summary>
    [GeneratedRegex(@"\b(?:version|ver\.?|v\.?)\s?\d{1,2}\.20\d\d$", RegexOptions.IgnoreCase)]
    private static partial Regex VersionEnd();

    [GeneratedRegex(@"[\s,]*\(?\b(?:editors?|eds?)\b\.?\)?[.,:]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex EditorWord();

    [GeneratedRegex(@"^(?:(?:retrieved|available)\s+)?(?:in|from)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Preposition();

    /// <summary>What follows a container: "An Agency. Website: https://…", "A Library (database online). Copyright …", "Reviews [Internet].Seattle".</summary>
    [GeneratedRegex(@"(?<=\w[.,;])\s*(?:Web\s?site|Web\s?page|Internet|Online)$|\s*\((?:database|serial)\s+online\).*$|(?<=\])\.\p{Lu}[\p{L} ]{2,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex WebsiteWord();

    /// <param name="raw">One reference without its label, as printed; line breaks and marks of emphasis may stand in it.</param>
    public ParsedReference Parse(string raw)
    {
        string text = ReferenceText.Clean(raw.Length > LongestReference ? Head(raw) : raw);
        List<SourceSpan> tokens = ReferenceTokenizer.Tokenize(text);
        ReferenceLabel[] labels = _labeller.Label(text, tokens);
        Identifiers identifiers = Identifiers.In(text);
        Locator? locator = Locator.Find(text);
        var runs = new LabelRuns(text, tokens, labels);

        TitleAndContainer parts = TitleAndContainer.Of(text, runs, locator);
        string? title = Trimmed(parts.Title, keepsMark: true);
        if (title is not null && (title[^1] is ')' or ']' || title.AsSpan().IndexOfAny('©', '[') >= 0 || title.Contains("opyright", StringComparison.Ordinal))) title = Trimmed(Edition().Replace(Edition().Replace(title, string.Empty), string.Empty), keepsMark: true);
        if (title?.IndexOf(" http", StringComparison.Ordinal) is > 0 and var address) title = Trimmed(title[..address], keepsMark: true);
        if (title is not null && title.StartsWith("et al", StringComparison.Ordinal)) title = Trimmed(title[5..].TrimStart('.', ',', ' '), keepsMark: true);
        if (title is { Length: < 24 } && (OnlyDate().IsMatch(title) || title.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)) title = null;
        if (title is { Length: < 16 } && EditorWord().Match(title) is { Success: true, Index: 0 }) title = null;
        string? container = Trimmed(parts.Container, keepsMark: false);
        if (container is not null) container = Trimmed(WebsiteWord().Replace(Preposition().Replace(container, string.Empty), string.Empty), keepsMark: false);
        string named = runs.All(ReferenceLabel.Author);
        (named, title) = TitleHead.Apart(text, named, title);
        ImmutableArray<CitationAuthor> authors = AuthorList.Parse(named);
        // Who edits a work that is cited whole stands where its authors would.
        if (authors.IsEmpty && runs.Leading(ReferenceLabel.Editor) is { } editors) authors = AuthorList.Parse(EditorWord().Replace(editors, string.Empty));
        if (title is null && NamesThenTitle().Match(runs.All(ReferenceLabel.Author)) is { Success: true } both)
        {
            (title, authors) = (Trimmed(both.Groups["title"].Value, keepsMark: true), AuthorList.Parse(both.Groups["names"].Value));
        }
        if (title is null && authors is [{ Literal: { } work }] && RetrievedWork().IsMatch(text)) (title, authors) = (work, []);
        // A work cited whole ("GeneReviews [Internet]. City: Publisher") is what the reference is about.
        if (container is null || title is null)
        {
            if (WholeWork().Match(title ?? container ?? string.Empty) is { Success: true } whole) (title, container) = (whole.Groups["name"].Value, null);
        }
        if (authors.IsEmpty && WholeSite().Match(text) is { Success: true } site)
        {
            // Behind the publisher a page of the site may be named.
            bool page = title is not null && text.IndexOf(title, StringComparison.Ordinal) > site.Index + site.Length + 2;
            (title, container) = page ? (title, site.Groups["name"].Value) : (site.Groups["name"].Value, null);
        }
        if (title is null && identifiers.Url is not null)
        {
            (title, authors) = PageOf(text, runs, authors);
            if (container is not null && title?.Contains(container, StringComparison.Ordinal) == true) container = null;
        }
        if (title is not null && OfficeName().IsMatch(title) && PageTitle().Match(text, text.IndexOf(title, StringComparison.Ordinal) + title.Length) is { Success: true } next) title = Trimmed(next.Groups["title"].Value, keepsMark: true);
        int? year = locator?.Year ?? YearOf(runs, text, title);
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

    /// <summary>
    /// The title of a page that the labels did not show: what stands between its owner and its address ("A Society. 1997 Update of the Criteria.
    /// Available at …"), or the last sentence of what went with the owner ("A Department. An Office. Widgets (updated 2021)").
    /// </summary>
    private static (string? Title, ImmutableArray<CitationAuthor> Authors) PageOf(string text, LabelRuns runs, ImmutableArray<CitationAuthor> authors)
    {
        if (authors is not [{ Literal: { } owner }]) return (null, authors);
        int end = runs.Longest(ReferenceLabel.Author, null).End;
        int sentence = owner.LastIndexOf(". ", StringComparison.Ordinal);
        if (sentence > 10 && owner.Length - sentence > 5) return (Trimmed(owner[(sentence + 2)..], keepsMark: true), [new(null, null, owner[..sentence])]);
        return PageTitle().Match(text, end) is { Success: true } page && !OnlyDate().IsMatch(page.Groups["title"].Value)
            ? (Trimmed(page.Groups["title"].Value, keepsMark: true), authors) : (null, authors);
    }

    private static UnreadReason? Unread(string text, string? title, ImmutableArray<CitationAuthor> authors, string? container, Identifiers identifiers)
    {
        bool identified = (identifiers.Doi ?? identifiers.Pmid ?? identifiers.Pmcid ?? identifiers.Nct ?? identifiers.Url) is not null;
        if (text.Length < 40 && !identified && DateYear.In(text) is null && text.Length > 0 && text[^1] is ',' or ';' or '-' or '&' or ':') return UnreadReason.Truncated;
        return title is null && container is null && !identified && (authors.IsEmpty || (text.Length > 60 && DateYear.In(text) is null)) ? UnreadReason.NotParsed : null;
    }

    private static string Head(string raw) => raw[..(char.IsHighSurrogate(raw[LongestReference - 1]) ? LongestReference - 1 : LongestReference)];

    private static int? YearOf(LabelRuns runs, string text, string? title)
    {
        foreach (SourceSpan span in runs.Spans(ReferenceLabel.Date))
        {
            string date = span.Slice(text);
            if (text.AsSpan(0, span.Start).TrimEnd(" :").EndsWith("retired", StringComparison.OrdinalIgnoreCase) || date.StartsWith("retired", StringComparison.OrdinalIgnoreCase)) continue;
            // "1997 Update of the 1982 Criteria" names years of other works.
            if (DateYear.In(date) is { } year && title?.Contains(date, StringComparison.Ordinal) != true) return year;
        }
        string rest = AccessDate.Without(text);
        return DateYear.SaidIn(title is null ? rest : rest.Replace(title, " ", StringComparison.Ordinal)) ?? (title is not null && VersionEnd().Match(title) is { Success: true } version ? DateYear.SaidIn(version.Value) : null);
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
