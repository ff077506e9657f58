using System.Collections.Immutable;

namespace Ingest.Readers;

/// <summary>Chooses the reader by content: the first that recognises the bytes.</summary>
public sealed class DocumentReaders(ImmutableArray<IDocumentReader> readers)
{
    public static DocumentReaders Default { get; } = new([new Pdf.PdfReader(new Pdf.PdfEngine()), new Docx.DocxReader(), new Html.HtmlReader(), new Text.PlainTextReader()]);

    public ReadResult Read(SourceFile file, CancellationToken cancellation)
    {
        if (file.Bytes.IsEmpty) return new ReadResult.Failed("empty-file", "The file is empty (0 bytes).");
        foreach (IDocumentReader reader in readers)
        {
            if (reader.Recognises(file)) return reader.Read(file, cancellation);
        }
        return new ReadResult.Failed("unknown-format", "The content is not PDF, Word (DOCX), HTML, Markdown or text.");
    }
}
