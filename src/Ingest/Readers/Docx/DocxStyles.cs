using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Docx;

/// <summary>What paragraph and character styles say, through the styles that they are based on (ISO/IEC 29500-1, 17.7).</summary>
internal sealed class DocxStyles
{
    /// <summary>Longer chains of styles are circles.</summary>
    private const int Deepest = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public DocxStyles(MainDocumentPart main)
    {
        foreach (Style style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
        }
    }

    /// <summary>Level of the heading that the paragraph is, 1 to 6; null for body text (17.3.1.20: outline levels 0 to 8, 9 is body text).</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own) return Level(own);
        foreach (Style style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level) return Level(level);
            if (style.StyleName?.Val?.Value is { } name && string.Equals(name, "Title", StringComparison.OrdinalIgnoreCase)) return 1;
        }
        return null;

        static int? Level(int outline) => outline is >= 0 and < 9 ? Math.Min(outline + 1, 6) : null;
    }

    /// <summary>The list that the paragraph is in: number of the list and level (0 outermost); null where it is in none.</summary>
    public (int List, int Level)? ListOf(Paragraph paragraph)
    {
        NumberingProperties? own = paragraph.ParagraphProperties?.NumberingProperties;
        int? list = own?.NumberingId?.Val?.Value, level = own?.NumberingLevelReference?.Val?.Value;
        foreach (Style style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            list ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;
            level ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.Value;
        }
        // List 0 takes a paragraph out of the list of its style (17.9.18).
        return list is null or 0 ? null : (list.Value, Math.Clamp(level ?? 0, 0, 8));
    }

    /// <summary>How a run is set, by itself, by its character style and by its paragraph's style.</summary>
    public TextStyle StyleOf(Run run, Paragraph paragraph)
    {
        var style = TextStyle.None;
        if (Is(run, paragraph, p => p.GetFirstChild<Bold>())) style |= TextStyle.Bold;
        if (Is(run, paragraph, p => p.GetFirstChild<Italic>())) style |= TextStyle.Italic;
        if (run.RunProperties?.Underline?.Val?.Value is { } line && line != UnderlineValues.None) style |= TextStyle.Underline;
        if (run.RunProperties?.VerticalTextAlignment?.Val?.Value is VerticalPositionValues.Superscript) style |= TextStyle.Superscript;
        return style;
    }

    public bool IsHidden(Run run, Paragraph paragraph) => Is(run, paragraph, p => p.GetFirstChild<Vanish>());

    private bool Is(Run run, Paragraph paragraph, Func<DocumentFormat.OpenXml.OpenXmlElement, OnOffType?> toggle)
    {
        if (run.RunProperties is { } own && toggle(own) is { } said) return On(said);
        foreach (string? id in new[] { run.RunProperties?.RunStyle?.Val?.Value, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value })
        {
            foreach (Style style in Chain(id))
            {
                if (style.StyleRunProperties is { } properties && toggle(properties) is { } inherited) return On(inherited);
            }
        }
        return false;

        static bool On(OnOffType value) => value.Val is null || value.Val.Value;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (int depth = 0; id is not null && depth < Deepest && _styles.TryGetValue(id, out Style? style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
