using System.Net;
using System.Text;
using HtmlAgilityPack;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;

namespace Ingest.Readers.Html;

/// <summary>Web pages: the document among the site's menus and footers, which are kept as furniture.</summary>
public sealed class HtmlReader : IDocumentReader
{
    private const int Sample = 4096;

    public string MediaType => "text/html";

    public bool Recognises(SourceFile file)
    {
        ReadOnlySpan<byte> head = file.Bytes.Span[..Math.Min(file.Bytes.Length, Sample)];
        if (TextDecoder.Decode(head).Text is not { } text) return false;
        string start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.Length == 0 || start[0] != '<') return false;
        return Has(start, "<!doctype html") || Has(start, "<html") || Has(start, "<head") || Has(start, "<body")
            || Has(start, "</div>") || Has(start, "</p>") || Has(start, "</table>") || Has(start, "</h1>") || Has(start, "</section>");

        static bool Has(string text, string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);
    }

    public ReadResult Read(SourceFile file, CancellationToken cancellation)
    {
        DecodedText decoded = TextDecoder.Decode(file.Bytes.Span);
        if (decoded.Text is not { } text) return new ReadResult.Failed(decoded.Rule, decoded.Reason);
        if (HtmlNesting.IsTooDeep(text)) return new ReadResult.Failed("too-deeply-nested", $"Elements nest deeper than {HtmlNesting.Deepest}; no web page does. Save the page anew, or give its PDF.");
        var page = new HtmlDocument { OptionFixNestedTags = true, OptionReadEncoding = false };
        page.LoadHtml(text);
        cancellation.ThrowIfCancellationRequested();
        HtmlNode body = page.DocumentNode.Descendants("body").FirstOrDefault() ?? page.DocumentNode;
        List<Draft> drafts = HtmlFlow.Read(body, cancellation);
        if (!drafts.Exists(d => d is not FurnitureDraft)) return new ReadResult.Failed("no-usable-text", "The page has no text of its own: it is empty, or made by script when shown in a browser. Save the page as shown, or give its PDF.");
        return new ReadResult.Read(DraftWriter.Write(drafts).Build(file.Source, MediaType, metadata: MetadataOf(page)));
    }

    private static DocumentMetadata MetadataOf(HtmlDocument page)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (HtmlNode meta in page.DocumentNode.Descendants("meta"))
        {
            if (meta.GetAttributeValue("name", "") is { Length: > 0 } name) names.TryAdd(name, WebUtility.HtmlDecode(meta.GetAttributeValue("content", "")));
        }
        string? Named(string name) => names.TryGetValue(name, out string? value) && value.Length > 0 ? Inline.Collapse(value) : null;
        string? title = page.DocumentNode.Descendants("title").FirstOrDefault()?.InnerText;
        string? language = page.DocumentNode.Descendants("html").FirstOrDefault()?.GetAttributeValue("lang", "");
        return new(
            string.IsNullOrWhiteSpace(title) ? null : Inline.Collapse(WebUtility.HtmlDecode(title)), Named("author"), Named("description"), Named("keywords"),
            Named("generator"), string.IsNullOrEmpty(language) ? null : language);
    }
}
