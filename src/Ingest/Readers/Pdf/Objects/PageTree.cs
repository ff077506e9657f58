namespace Ingest.Readers.Pdf.Objects;

/// <summary>A page's dictionary with what it inherits (ISO 32000-2, 7.7.3.4). Boxes in user space, ordered; rotation is 0, 90, 180 or 270.</summary>
internal sealed record PageNode(PdfDictionary Dictionary, int Number, PdfDictionary Resources, Rectangle Box, int Rotation);

/// <summary>A rectangle in user space, y upward, its corners in order.</summary>
internal readonly record struct Rectangle(double Left, double Bottom, double Right, double Top)
{
    public static Rectangle Letter { get; } = new(0, 0, 612, 792);

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool IsEmpty => !(Width > 0 && Height > 0);

    public static Rectangle? Of(PdfArray? array)
    {
        if (array is not { Count: >= 4 }) return null;
        double a = array.Number(0), b = array.Number(1), c = array.Number(2), d = array.Number(3);
        return new(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
    }

    public Rectangle Intersect(Rectangle other) =>
        new(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));
}

/// <summary>Lists the pages in order with an explicit stack; a node is entered once, whatever loops the tree has.</summary>
internal static class PageTree
{
    private const int MostPages = 100_000;
    private const int MostNodes = 400_000;

    private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

    public static List<PageNode> Read(ObjectStore store, PdfDictionary catalog)
    {
        var pages = new List<PageNode>();
        Walk(catalog["Pages"], store, pages);
        if (pages.Count == 0 && store.Scan()) Walk((store.Trailer.Get("Root").Dictionary ?? catalog)["Pages"], store, pages);
        if (pages.Count == 0) AddLoose(store, pages);
        return pages;
    }

    private static void Walk(PdfValue root, ObjectStore store, List<PageNode> pages)
    {
        var stack = new Stack<(PdfValue Node, Inherited From)>();
        var entered = new HashSet<int>();
        stack.Push((root, new Inherited([PdfValue.Null, PdfValue.Null, PdfValue.Null, PdfValue.Null])));
        for (int nodes = 0; stack.Count > 0 && nodes < MostNodes && pages.Count < MostPages; nodes++)
        {
            (PdfValue reference, Inherited from) = stack.Pop();
            if (reference.IsReference && !entered.Add(reference.Target)) continue;
            if (store.Resolve(reference).Dictionary is not { } node) continue;
            Inherited own = from.With(node);
            PdfArray? kids = node.Get("Kids").Array;
            if (kids is null || node.Get("Type").Name == "Page")
            {
                if (node.Get("Type").Name is "Page" or null || node.Has("Contents")) pages.Add(own.Page(node, reference.IsReference ? reference.Target : 0));
                continue;
            }
            for (int i = Math.Min(kids.Count, MostNodes) - 1; i >= 0; i--) stack.Push((kids[i], own));
        }
    }

    /// <summary>Where the tree is lost, the pages in the order of their object numbers.</summary>
    private static void AddLoose(ObjectStore store, List<PageNode> pages)
    {
        foreach (int number in store.Numbers.Order().ToArray())
        {
            if (pages.Count >= MostPages) return;
            if (store.Load(number).Dictionary is { } page && page.Get("Type").Name == "Page")
                pages.Add(new Inherited([PdfValue.Null, PdfValue.Null, PdfValue.Null, PdfValue.Null]).With(page).Page(page, number));
        }
    }

    private sealed class Inherited(PdfValue[] values)
    {
        public Inherited With(PdfDictionary node)
        {
            PdfValue[] own = [.. values];
            for (int i = 0; i < own.Length; i++)
            {
                if (node.Get(Inheritable[i]) is { IsNull: false } value) own[i] = value;
            }
            return new(own);
        }

        public PageNode Page(PdfDictionary node, int number)
        {
            Rectangle media = Rectangle.Of(values[1].Array) ?? Rectangle.Letter;
            if (media.IsEmpty) media = Rectangle.Letter;
            Rectangle box = (Rectangle.Of(values[2].Array) ?? media).Intersect(media);
            if (box.IsEmpty) box = media;
            int rotation = ((int)Math.Round(values[3].Number() / 90) % 4 + 4) % 4 * 90;
            return new(node, number, values[0].Dictionary ?? PdfDictionary.Empty, box, rotation);
        }
    }
}
