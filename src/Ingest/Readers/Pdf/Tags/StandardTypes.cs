using System.Collections.Frozen;

namespace Ingest.Readers.Pdf.Tags;

/// <summary>The standard structure types of PDF 1.7 and 2.0 (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4).</summary>
internal static class StandardTypes
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "Aside", "Title",
        "FENote", "Sub", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Em", "Strong", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
        "Figure", "Formula", "Form", "Artifact",
    ]);

    public static bool Contains(string type) => Names.Contains(type);
}
