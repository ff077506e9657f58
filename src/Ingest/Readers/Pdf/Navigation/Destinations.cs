using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Navigation;

/// <summary>Finds what a destination points at (ISO 32000-2, 12.3.2): a page and, if given, the height on it in user space.</summary>
internal sealed class Destinations(PdfDictionary catalog, IReadOnlyDictionary<int, int> pageNumbers)
{
    private const int DeepestNode = 32;
    private const int MostNodes = 20_000;

    private Dictionary<string, PdfValue>? _named;

    /// <summary>1-based page, null where the destination is unknown.</summary>
    public (int Page, double? Top)? Find(PdfValue destination)
    {
        if (destination.Text() is { } text) destination = Named().GetValueOrDefault(text);
        else if (destination.Name is { } name) destination = catalog.Get("Dests").Dictionary?.Get(name) is { IsNull: false } old ? old : Named().GetValueOrDefault(name);
        PdfArray? array = destination.Array ?? destination.Dictionary?.Get("D").Array;
        if (array is null) return null;
        int? page = array[0] is { IsReference: true } reference
            ? pageNumbers.TryGetValue(reference.Target, out int number) ? number : null
            : array[0] is { IsNumber: true } index ? index.Int() + 1 : null;
        int topIndex = array.Get(1).Name switch { "XYZ" => 3, "FitH" or "FitBH" => 2, "FitR" => 5, _ => -1 };
        double? top = topIndex > 0 && array.Get(topIndex) is { IsNumber: true } height ? height.Number() : null;
        return page is { } p ? (p, top) : null;
    }

    /// <summary>The target of an action or destination as <see cref="PdfLink"/> gives it; null where there is none.</summary>
    public string? Target(PdfDictionary annotation)
    {
        PdfValue destination = annotation.Get("Dest");
        if (annotation.Get("A").Dictionary is { } action)
        {
            switch (action.Get("S").Name)
            {
                case "URI": return Resolve(action.Get("URI").Text());
                case "GoToR" or "Launch": return action.Get("F").Text() ?? action.Get("F").Dictionary?.Get("F").Text();
                case "GoTo": destination = action.Get("D"); break;
            }
        }
        return Find(destination) is { } found ? $"#page={found.Page}" : null;
    }

    /// <summary>An address against the document's base, where it has one (ISO 32000-2, 12.6.4.8).</summary>
    private string? Resolve(string? address)
    {
        if (address is null || catalog.Get("URI").Dictionary?.Get("Base").Text() is not { } given) return address;
        return Uri.TryCreate(given, UriKind.Absolute, out Uri? root) && Uri.TryCreate(root, address, out Uri? whole) ? whole.AbsoluteUri : address;
    }

    private Dictionary<string, PdfValue> Named()
    {
        if (_named is { } ready) return ready;
        var named = new Dictionary<string, PdfValue>();
        var stack = new Stack<(PdfDictionary Node, int Depth)>();
        if (catalog.Get("Names").Dictionary?.Get("Dests").Dictionary is { } root) stack.Push((root, 0));
        for (int nodes = 0; stack.Count > 0 && nodes < MostNodes; nodes++)
        {
            (PdfDictionary node, int depth) = stack.Pop();
            PdfArray? names = node.Get("Names").Array;
            for (int i = 0; i + 1 < (names?.Count ?? 0); i += 2)
            {
                if (names!.Get(i).Text() is { } key) named.TryAdd(key, names.Get(i + 1));
            }
            PdfArray? kids = node.Get("Kids").Array;
            for (int i = 0; depth < DeepestNode && i < Math.Min(kids?.Count ?? 0, MostNodes); i++)
            {
                if (kids!.Get(i).Dictionary is { } kid) stack.Push((kid, depth + 1));
            }
        }
        return _named = named;
    }
}
