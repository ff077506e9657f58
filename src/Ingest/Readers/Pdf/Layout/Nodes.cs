using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>
/// A piece of the flow while it is being made, by tags or by geometry. These become <see cref="Block"/>s when the document is written;
/// until then passes may join, split, promote and reorder them.
/// </summary>
internal abstract class Node
{
    public abstract bool IsEmpty { get; }

    public abstract int FirstPage { get; }

    public abstract int LastPage { get; }
}

internal enum TextKind { Paragraph, Heading, ListItem }

internal sealed class TextNode(TextKind kind) : Node
{
    public TextKind Kind { get; set; } = kind;

    /// <summary>Heading level 1 to 6, or list depth from 0. For a heading from the tags, the level of its tag until levels are set.</summary>
    public int Level { get; set; }

    /// <summary>The file's own tag says that it is a heading.</summary>
    public bool Tagged { get; set; }

    /// <summary>In a table of contents: it names headings and is none.</summary>
    public bool IsContents { get; set; }

    /// <summary>The title of the table below it, from within its frame: it heads that table alone.</summary>
    public bool IsCaption { get; set; }

    /// <summary>How many words at the start are the label of a list item.</summary>
    public int LabelWords { get; set; }

    /// <summary>Columns of text, table cells, side boxes: only nodes of the same frame are joined.</summary>
    public int Frame { get; init; }

    public List<Line> Lines { get; init; } = [];

    public override bool IsEmpty => Lines.Count == 0;

    public override int FirstPage => Lines.Count == 0 ? 0 : Lines[0].Page.Number;

    public override int LastPage => Lines.Count == 0 ? 0 : Lines[^1].Page.Number;

    public int Length
    {
        get
        {
            int length = 0;
            foreach (Line line in Lines) length += line.Length;
            return length;
        }
    }
}

internal sealed class CellNode(bool header, int rowSpan, int columnSpan)
{
    public bool IsHeader { get; set; } = header;

    public int RowSpan { get; set; } = Math.Clamp(rowSpan, 1, 1000);

    public int ColumnSpan { get; set; } = Math.Clamp(columnSpan, 1, 100);

    /// <summary>Column in the grid, once rows and spans are laid out.</summary>
    public int Column { get; set; }

    public List<Node> Content { get; set; } = [];

    public bool IsEmpty
    {
        get
        {
            foreach (Node node in Content)
            {
                if (!node.IsEmpty) return false;
            }
            return true;
        }
    }
}

internal sealed class RowNode
{
    public List<CellNode> Cells { get; } = [];

    /// <summary>In the table's head by the tags.</summary>
    public bool InHead { get; init; }
}

internal sealed class TableNode : Node
{
    public List<RowNode> Rows { get; init; } = [];

    public int Columns { get; set; }

    public override bool IsEmpty => FirstPage == 0;

    public override int FirstPage => Edge(last: false);

    public override int LastPage => Edge(last: true);

    private int Edge(bool last)
    {
        int page = 0;
        foreach (RowNode row in Rows)
        {
            foreach (CellNode cell in row.Cells)
            {
                foreach (Node node in cell.Content)
                {
                    int found = last ? node.LastPage : node.FirstPage;
                    if (found > 0 && (page == 0 || (last ? found > page : found < page))) page = found;
                }
            }
        }
        return page;
    }
}

internal sealed class FurnitureNode(FurnitureKind kind, Line line)
{
    public FurnitureKind Kind { get; } = kind;

    public Line Line { get; } = line;
}
