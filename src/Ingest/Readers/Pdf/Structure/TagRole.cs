namespace Ingest.Readers.Pdf.Structure;

internal enum TagRole { Group, Inline, Paragraph, Heading, List, ListItem, Label, ListBody, Table, Row, HeaderCell, DataCell, TableHead, TablePart, Artifact }

/// <summary>What the standard structure types (ISO 32000-2, 14.8.4) mean for the flow.</summary>
internal static class TagRoles
{
    public static TagRole Of(string role) => role switch
    {
        "P" or "Caption" or "TOCI" or "Note" or "FENote" or "BibEntry" or "Index" or "Formula" or "Title" => TagRole.Paragraph,
        "H" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "H7" or "H8" or "H9" => TagRole.Heading,
        "Span" or "Link" or "Reference" or "Quote" or "Em" or "Strong" or "Sub" or "Code" or "Annot" or "NonStruct" or "Ruby" or "RB" or "RT"
            or "RP" or "Warichu" or "WT" or "WP" or "Private" or "Form" => TagRole.Inline,
        "L" => TagRole.List,
        "LI" => TagRole.ListItem,
        "Lbl" => TagRole.Label,
        "LBody" => TagRole.ListBody,
        "Table" => TagRole.Table,
        "TR" => TagRole.Row,
        "TH" => TagRole.HeaderCell,
        "TD" => TagRole.DataCell,
        "THead" => TagRole.TableHead,
        "TBody" or "TFoot" => TagRole.TablePart,
        "Artifact" => TagRole.Artifact,
        _ => TagRole.Group,
    };

    /// <summary>1 to 6; 1 for the unnumbered "H".</summary>
    public static int HeadingLevel(string role) => role.Length > 1 ? Math.Clamp(role[1] - '0', 1, 6) : 1;
}
