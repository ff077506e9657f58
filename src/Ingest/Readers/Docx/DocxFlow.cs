using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace Ingest.Readers.Docx;

/// <summary>Walks the body of a Word document and drafts its blocks. Headers and footers are furniture; notes follow the body.</summary>
internal sealed class DocxFlow
{
    private readonly List<Draft> _drafts = [];
    private readonly DocxStyles _styles;
    private readonly DocxNumbering _numbering;
    private readonly DocxText _text;
    private readonly CancellationToken _cancellation;

    private DocxFlow(OpenXmlPart part, DocxStyles styles, DocxNumbering numbering, CancellationToken cancellation)
    {
        (_styles, _numbering, _cancellation) = (styles, numbering, cancellation);
        _text = new DocxText(part, styles);
    }

    public static List<Draft> Read(MainDocumentPart main, Body body, CancellationToken cancellation)
    {
        var flow = new DocxFlow(main, new DocxStyles(main), new DocxNumbering(main), cancellation);
        flow.Children(body);
        HeadingLevels.Assign(flow._drafts);
        foreach (Footnote note in main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []) flow.Note(main.FootnotesPart!, note, note.Type?.Value);
        foreach (Endnote note in main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []) flow.Note(main.EndnotesPart!, note, note.Type?.Value);
        foreach (HeaderPart header in main.HeaderParts) flow.Furniture(header, header.Header, FurnitureKind.Header);
        foreach (FooterPart footer in main.FooterParts) flow.Furniture(footer, footer.Footer, FurnitureKind.Footer);
        return flow._drafts;
    }

    private void Children(OpenXmlElement parent)
    {
        foreach (OpenXmlElement child in parent.ChildElements)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table:
                    Add(table);
                    break;
                case SdtBlock { SdtContentBlock: { } content } control:
                    if (!IsContents(control)) Children(content);
                    break;
                case CustomXmlBlock or InsertedRun:
                    Children(child);
                    break;
            }
        }
    }

    /// <summary>A table of contents that Word made (17.5.2.12); its entries repeat the headings.</summary>
    private static bool IsContents(SdtBlock control) =>
        control.SdtProperties?.GetFirstChild<SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value is { } gallery && gallery.Contains("Table of Contents", StringComparison.Ordinal);

    private void Add(Paragraph paragraph)
    {
        Inline[] pieces = [.. _text.Pieces(paragraph)];
        Box(paragraph);
        if (pieces.Length == 0) return;
        int? heading = _styles.HeadingLevel(paragraph);
        (int List, int Level)? list = _styles.ListOf(paragraph);
        string? label = list is { } at ? _numbering.Next(at.List, at.Level) : null;
        if (heading is { } level)
        {
            foreach (Inline piece in pieces) _drafts.Add(new HeadingDraft(label is null ? piece : new Inline(label + " ", []).Then("", piece), level, HeadingStyle.Marked));
            return;
        }
        _drafts.Add(list is { } inside ? new ItemDraft(inside.Level, label, pieces[0]) : Plain(pieces[0]));
        foreach (Inline piece in pieces.Skip(1)) _drafts.Add(Plain(piece));
    }

    /// <summary>Lists typed by hand are lists; a short bold line that reads as a heading is one.</summary>
    private static Draft Plain(Inline text)
    {
        ListLabel[] labels = ListLabels.Of(text.Text, markdown: false);
        bool bold = text.Text.Length <= 120 && text.Text[^1] is not ('.' or ';' or ',') && text.IsAll(TextStyle.Bold) && text.Text.Any(char.IsLetter);
        if (bold && HeadingLines.StyleOf(text.Text, before: true, after: true, opens: true) is { } style) return new HeadingDraft(text, 0, style);
        return labels.Length > 0 && labels[0].Printed is { } printed ? new ItemDraft(0, printed, text.From(labels[0].Length)) : new ParagraphDraft(text);
    }

    /// <summary>Text boxes are read after the paragraph that holds them, once: Word writes each also in an older form.</summary>
    private void Box(Paragraph paragraph)
    {
        foreach (TextBoxContent box in paragraph.Descendants<TextBoxContent>())
        {
            if (!box.Ancestors<AlternateContentFallback>().Any() && !box.Ancestors<TextBoxContent>().Any()) Children(box);
        }
    }

    private void Add(Table table) => _drafts.AddRange(DocxTables.Read(table, Cell));

    private List<Draft> Cell(TableCell cell)
    {
        int before = _drafts.Count;
        Children(cell);
        List<Draft> content = _drafts[before..];
        _drafts.RemoveRange(before, content.Count);
        return content;
    }

    private void Note(OpenXmlPart part, OpenXmlCompositeElement note, FootnoteEndnoteValues? type)
    {
        if (type is not (null or FootnoteEndnoteValues.Normal)) return;
        Furniture(part, note, FurnitureKind.Footer);
    }

    private void Furniture(OpenXmlPart part, OpenXmlElement? root, FurnitureKind kind)
    {
        if (root is null) return;
        var text = new DocxText(part, _styles);
        foreach (Paragraph paragraph in root.Descendants<Paragraph>())
        {
            foreach (Inline piece in text.Pieces(paragraph)) _drafts.Add(new FurnitureDraft(piece, kind));
        }
    }
}
