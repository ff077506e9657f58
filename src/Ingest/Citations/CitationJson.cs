using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Extractors;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Citations;

/// <summary>A parsed line as an object with the columns of the view <c>citations</c>; those of a stored document are null.</summary>
internal static class CitationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static (string Json, bool Read) Of(ReferenceParser parser, string line, long ordinal)
    {
        (Citation c, UnreadReason? unread) = parser.ParseLine(line);
        ArrayBufferWriter<byte> buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNull("citation_id");
            json.WriteNull("policy_id");
            json.WriteNumber("ordinal", ordinal);
            json.WriteString("label", c.Label);
            json.WriteString("kind", ContractName.Of(c.Kind));
            WriteAuthors(json, c);
            json.WriteString("title", c.Title);
            json.WriteString("container", c.Container);
            if (c.Year is { } year) json.WriteNumber("year", year);
            else json.WriteNull("year");
            json.WriteString("volume", c.Volume);
            json.WriteString("issue", c.Issue);
            json.WriteString("pages", c.Pages);
            json.WriteString("doi", c.Doi);
            json.WriteString("pmid", c.Pmid);
            json.WriteString("pmcid", c.Pmcid);
            json.WriteString("nct", c.Nct);
            json.WriteString("url", c.Url);
            json.WriteString("accessed_date", c.AccessedDate?.ToString());
            json.WriteString("raw", c.Raw);
            json.WriteNull("page");
            json.WriteNumber("span_start", CodePoints(line.AsSpan(0, c.Span.Start)));
            json.WriteNumber("span_end", CodePoints(line.AsSpan(0, c.Span.End)));
            if (unread is { } reason) json.WriteString("finding", reason == UnreadReason.Truncated ? "truncated-citation" : "unparsed-citation");
            json.WriteEndObject();
        }
        return (Encoding.UTF8.GetString(buffer.WrittenSpan), unread is null);
    }

    private static void WriteAuthors(Utf8JsonWriter json, Citation citation)
    {
        if (citation.Authors.IsEmpty)
        {
            json.WriteNull("authors");
            return;
        }
        json.WriteStartArray("authors");
        foreach (CitationAuthor author in citation.Authors)
        {
            json.WriteStartObject();
            if (author.Literal is not null) json.WriteString("literal", author.Literal);
            if (author.Family is not null) json.WriteString("family", author.Family);
            if (author.Given is not null) json.WriteString("given", author.Given);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text) if (!char.IsLowSurrogate(c)) count++;
        return count;
    }
}
