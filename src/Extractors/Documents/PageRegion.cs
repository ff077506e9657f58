namespace Ingest.Extractors.Documents;

/// <summary>A box in points from the page's top left corner, y downward.</summary>
public readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    public static Box Union(Box a, Box b) =>
        new(Math.Min(a.X0, b.X0), Math.Min(a.Y0, b.Y0), Math.Max(a.X1, b.X1), Math.Max(a.Y1, b.Y1));
}

/// <summary>Where a run of the canonical text stands: a 1-based page and a box on it. Usually one line of a page.</summary>
public readonly record struct PageRegion(SourceSpan Span, int Page, Box Box);

/// <summary>Size of a page in points, after its rotation.</summary>
public readonly record struct PageSize(int Number, double Width, double Height);

[Flags]
public enum TextStyle { None = 0, Bold = 1, Italic = 2, Underline = 4, Strike = 8, Superscript = 16 }

/// <summary>A run of text set apart by its style; runs do not overlap and are in order.</summary>
public readonly record struct StyledRun(SourceSpan Span, TextStyle Style);

public sealed record Link(SourceSpan Span, string Target);
