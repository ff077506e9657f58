using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;

namespace Ingest.Readers.Docx;

/// <summary>The text of paragraphs as it stands after all tracked changes: what was deleted, moved away or hidden is not there.</summary>
internal sealed class DocxText(OpenXmlPart part, DocxStyles styles)
{
    /// <summary>The pieces of a paragraph; a forced line end parts what is short or complete before it (fields, addresses).</summary>
    public IEnumerable<Inline> Pieces(Paragraph paragraph)
    {
        var text = new InlineBuilder();
        var pieces = new List<Inline>();
        bool instruction = false;
        foreach (OpenXmlElement element in Seen(paragraph))
        {
            if (element is FieldChar field)
            {
                if (field.FieldCharType?.Value == FieldCharValues.Begin)
                {
                    instruction = true;
                    if (field.FormFieldData?.GetFirstChild<CheckBox>() is { } box) text.Append(IsChecked(box) ? "☒ " : "☐ ");
                }
                else instruction = false;
                continue;
            }
            if (instruction || element.Parent is not Run run || styles.IsHidden(run, paragraph)) continue;
            if (element is Break { Type: null } && (text.Length < 100 || text.Last is '.' or ':' or ';' or ' ')) Take();
            else Add(text, element, run, paragraph);
        }
        Take();
        return pieces;

        void Take()
        {
            Inline piece = text.Take();
            if (!piece.IsEmpty) pieces.Add(piece);
        }
    }

    /// <summary>What may be text, in order, without what tracked changes took out and without the text of boxes, which stand apart.</summary>
    private static IEnumerable<OpenXmlElement> Seen(OpenXmlElement parent)
    {
        foreach (OpenXmlElement child in parent.ChildElements)
        {
            if (child is DeletedRun or MoveFromRun or RunProperties or ParagraphProperties or AlternateContent or Drawing or Picture) continue;
            if (child is OpenXmlLeafElement or OpenXmlLeafTextElement or FieldChar) yield return child;
            else foreach (OpenXmlElement inside in Seen(child)) yield return inside;
        }
    }

    private void Add(InlineBuilder text, OpenXmlElement element, Run run, Paragraph paragraph)
    {
        int start = text.Length;
        text.Append(element switch
        {
            DocumentFormat.OpenXml.Wordprocessing.Text words => words.Text,
            TabChar or Break or CarriageReturn => " ",
            NoBreakHyphen => "-",
            SymbolChar symbol => Sign(symbol),
            _ => "",
        });
        if (text.Length == start) return;
        TextStyle style = styles.StyleOf(run, paragraph);
        if (style != TextStyle.None) text.Mark(start, style, null);
        if (run.Parent is Hyperlink { Id.Value: { } id } && part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id) is { } link) text.Mark(start, TextStyle.None, link.Uri.OriginalString);
    }

    private static bool IsChecked(CheckBox box)
    {
        OnOffType? state = (OnOffType?)box.GetFirstChild<Checked>() ?? box.GetFirstChild<DefaultCheckBoxFormFieldState>();
        return state is not null && (state.Val is null || state.Val.Value);
    }

    /// <summary>Signs of the Wingdings fonts that policies use; others are ornaments.</summary>
    private static string Sign(SymbolChar symbol) => symbol.Char?.Value?.ToUpperInvariant() switch
    {
        "F0FE" or "F078" or "F054" or "F052" => "☒",
        "F0A8" or "F06F" or "F071" => "☐",
        "F0FC" => "✓",
        "F0B7" or "F0A7" => "•",
        "F0B3" => "≥",
        "F0A3" => "≤",
        "F0E0" => "→",
        _ => " ",
    };
}
