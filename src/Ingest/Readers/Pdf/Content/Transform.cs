using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>A matrix [a b c d e f] as in ISO 32000-2, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f.</summary>
internal readonly record struct Transform(double A, double B, double C, double D, double E, double F)
{
    public static Transform Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>First this, then <paramref name="next"/>.</summary>
    public Transform Then(in Transform next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D, C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    public Transform Moved(double x, double y) => this with { E = A * x + C * y + E, F = B * x + D * y + F };

    /// <summary>The matrix of an array of six numbers, the identity where it is none.</summary>
    public static Transform Of(PdfArray? array) => array is not { Count: >= 6 }
        ? Identity
        : new(array.Number(0, 1), array.Number(1), array.Number(2), array.Number(3, 1), array.Number(4), array.Number(5));

    /// <summary>From a page's user space to points from its top left corner as it is shown, y downward.</summary>
    public static Transform ToPage(Rectangle box, int rotation) => rotation switch
    {
        90 => new(0, 1, 1, 0, -box.Bottom, -box.Left),
        180 => new(-1, 0, 0, 1, box.Right, -box.Bottom),
        270 => new(0, -1, -1, 0, box.Top, box.Right),
        _ => new(1, 0, 0, -1, -box.Left, box.Top),
    };

    /// <summary>The box around a transformed rectangle.</summary>
    public Area Bounds(double left, double bottom, double right, double top)
    {
        (double x0, double y0) = Apply(left, bottom);
        (double x1, double y1) = Apply(right, bottom);
        (double x2, double y2) = Apply(left, top);
        (double x3, double y3) = Apply(right, top);
        return new(
            Math.Min(Math.Min(x0, x1), Math.Min(x2, x3)), Math.Min(Math.Min(y0, y1), Math.Min(y2, y3)),
            Math.Max(Math.Max(x0, x1), Math.Max(x2, x3)), Math.Max(Math.Max(y0, y1), Math.Max(y2, y3)));
    }
}

/// <summary>A box on the page, y downward; may be empty (right of less than left).</summary>
internal readonly record struct Area(double X0, double Y0, double X1, double Y1)
{
    public double Width => Math.Max(0, X1 - X0);

    public double Height => Math.Max(0, Y1 - Y0);

    public Area Intersect(in Area other) => new(Math.Max(X0, other.X0), Math.Max(Y0, other.Y0), Math.Min(X1, other.X1), Math.Min(Y1, other.Y1));

    public bool Holds(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;
}
