using Ingest.Readers.Markdown;

namespace Ingest.Readers.Text;

/// <summary>Text in any encoding; last in the row of readers, for nearly anything can be taken for text.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public string MediaType => "text/plain";

    public bool Recognises(SourceFile file) => true;

    public ReadResult Read(SourceFile file, CancellationToken cancellation)
    {
        DecodedText decoded = TextDecoder.Decode(file.Bytes.Span);
        if (decoded.Text is not { } text) return new ReadResult.Failed(decoded.Rule, decoded.Reason);
        bool oneLine = OneLineText.IsIn(text);
        if (oneLine) text = OneLineText.WithLines(System.Net.WebUtility.HtmlDecode(text));
        List<SourceLine> lines = SourceLines.Split(text);
        bool markdown = !oneLine && MarkdownSigns.In(lines);
        List<Draft> drafts = BlockPass.Run(lines, markdown, markdown ? InlineMarkdown.Parse : Inline.Plain, cancellation);
        return new ReadResult.Read(DraftWriter.Write(drafts).Build(file.Source, markdown ? "text/markdown" : MediaType));
    }
}
