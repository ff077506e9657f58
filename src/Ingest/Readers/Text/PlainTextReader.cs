using Ingest.Readers.Markdown;

namespace Ingest.Readers.Text;

/// <summary>Text in any encoding; last in the row of readers, for nearly anything can be taken for text.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public string MediaType => "text/plain";

    /// <summary>All but what says in its first bytes that it is something else: PDF (anywhere in the first kilobyte), archives and Office files.</summary>
    public bool Recognises(SourceFile file)
    {
        ReadOnlySpan<byte> head = file.Bytes.Span[..Math.Min(file.Bytes.Length, 1024)];
        return head.IndexOf("%PDF-"u8) < 0 && !head.StartsWith("PK\x3\x4"u8) && !head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
    }

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
