using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Ingest.Readers.Docx;

/// <summary>
/// Looks how deep the XML of the parts goes before the package library builds trees of them: it recurses, and a stack that overflows ends
/// the process, which no handler can prevent.
/// </summary>
internal static class DocxDepth
{
    /// <summary>A table in a table in a text box stands about 40 elements deep.</summary>
    private const int Deepest = 400;

    /// <exception cref="InvalidDataException">A part is nested deeper than any document is.</exception>
    /// <exception cref="XmlException">A part is no XML, or longer than allowed.</exception>
    public static void Check(MainDocumentPart main, long largestPart, CancellationToken cancellation)
    {
        var settings = new XmlReaderSettings { MaxCharactersInDocument = largestPart, DtdProcessing = DtdProcessing.Prohibit, CloseInput = true };
        IEnumerable<OpenXmlPart?> parts = [main, main.StyleDefinitionsPart, main.NumberingDefinitionsPart, main.FootnotesPart, main.EndnotesPart, .. main.HeaderParts, .. main.FooterParts];
        foreach (OpenXmlPart part in parts.OfType<OpenXmlPart>())
        {
            using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), settings);
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.Depth > Deepest) throw new InvalidDataException($"{part.Uri} nests its elements over {Deepest} deep");
            }
        }
    }
}
