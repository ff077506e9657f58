using System.IO.Compression;
using System.Text;

namespace Ingest.Cli.Tests.Docx;

/// <summary>
/// Writes small Word files part by part: the body's XML, three heading styles, one list form (1. a. •), a header and a footnote. Made by hand,
/// so that what a test needs stands in the test.
/// </summary>
internal static class TestDocx
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static byte[] Body(string body)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Part(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                {Type("document", "document.main")}{Type("styles", "styles")}{Type("numbering", "numbering")}{Type("header1", "header")}{Type("footnotes", "footnotes")}</Types>
                """);
            Part(zip, "_rels/.rels", Relations(("rId1", "officeDocument", "word/document.xml")));
            Part(zip, "word/_rels/document.xml.rels", Relations(
                ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "header", "header1.xml"), ("rId4", "footnotes", "footnotes.xml"), ("rId5", "hyperlink", "https://example.org/list\" TargetMode=\"External")));
            Part(zip, "word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>");
            Part(zip, "word/styles.xml", $"""
                <w:styles {Word}>
                <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                </w:styles>
                """);
            Part(zip, "word/numbering.xml", $"""
                <w:numbering {Word}><w:abstractNum w:abstractNumId="7">
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
                <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
                </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>
                """);
            Part(zip, "word/header1.xml", $"<w:hdr {Word}><w:p><w:r><w:t>Policy Number: W-104</w:t></w:r></w:p></w:hdr>");
            Part(zip, "word/footnotes.xml", $"<w:footnotes {Word}><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note at the foot.</w:t></w:r></w:p></w:footnote></w:footnotes>");
        }
        return bytes.ToArray();
    }

    /// <summary>A paragraph of one run.</summary>
    /// <param name="properties">XML of its w:pPr.</param>
    /// <param name="run">XML of its run's w:rPr.</param>
    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Heading(string text, string style = "Heading1") => P(text, $"<w:pStyle w:val=\"{style}\"/>");

    public static string Item(string text, int level = 0, int list = 1) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static string Type(string part, string type) =>
        $"<Override PartName=\"/word/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml\"/>";

    private static string Relations(params (string Id, string Kind, string Target)[] all) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Office}{r.Kind}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using Stream part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
