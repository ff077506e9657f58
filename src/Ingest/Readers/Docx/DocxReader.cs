using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;

namespace Ingest.Readers.Docx;

/// <summary>
/// Word files (ISO/IEC 29500, WordprocessingML): headings by their outline level, lists with the labels that Word would print, tables with
/// merged cells, the text as it stands after all tracked changes. Word files have no pages of their own, so facts have none either.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    /// <summary>Characters of one part. The longest policies have a few million; more is a bomb.</summary>
    private const long LargestPart = 50_000_000;

    /// <summary>Bytes looked at on either end: names of parts stand uncompressed in the local headers and in the directory at the end.</summary>
    private const int Sample = 8192;

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public bool Recognises(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        if (!bytes.StartsWith("PK\x03\x04"u8)) return false;
        return bytes[..Math.Min(bytes.Length, Sample)].IndexOf("word/"u8) >= 0 || bytes[Math.Max(0, bytes.Length - Sample)..].IndexOf("word/"u8) >= 0;
    }

    public ReadResult Read(SourceFile file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
            using WordprocessingDocument package = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            if (package.MainDocumentPart is { } text) DocxDepth.Check(text, LargestPart, cancellation);
            if (package.MainDocumentPart is not { Document.Body: { } body } main)
                return new ReadResult.Failed("not-a-document", "The package holds no Word document. Open it in Word and save it anew, or give its PDF.");
            List<Draft> drafts = DocxFlow.Read(main, body, cancellation);
            if (!drafts.Exists(d => d is not FurnitureDraft))
                return new ReadResult.Failed("no-usable-text", "The document has no text of its own; it may hold pictures of pages. Give its PDF, or a version with text.");
            return new ReadResult.Read(DraftWriter.Write(drafts).Build(file.Source, MediaType, metadata: MetadataOf(package)));
        }
        catch (Exception error) when (IsDamage(error))
        {
            return new ReadResult.Failed("damaged", $"The Word file is damaged or not made by the rules ({error.Message.TrimEnd('.')}). Open it in Word and save it anew, or give its PDF.");
        }
    }

    /// <summary>
    /// What the package library throws on bytes that are no package, parts that are missing and XML that is none. It looks up the types of
    /// parts without asking whether they are there, hence the last of them.
    /// </summary>
    private static bool IsDamage(Exception error) => error
        is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or InvalidOperationException or ArgumentException
        or FormatException or KeyNotFoundException or OverflowException or NotSupportedException or NullReferenceException;

    private static DocumentMetadata MetadataOf(WordprocessingDocument package)
    {
        var properties = package.PackageProperties;
        static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : Inline.Collapse(value);
        return new(Said(properties.Title), Said(properties.Creator), Said(properties.Subject), Said(properties.Keywords), null, Said(properties.Language));
    }
}
