using System.Collections.Immutable;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Navigation;

/// <summary>Lists the document outline (ISO 32000-2, 12.3.3) with an explicit stack; an item is entered once.</summary>
internal static class OutlineReader
{
    private const int MostItems = 20_000;

    public static ImmutableArray<PdfOutlineItem> Read(PdfDictionary catalog, Destinations destinations, ObjectStore store)
    {
        var items = ImmutableArray.CreateBuilder<PdfOutlineItem>();
        var entered = new HashSet<int>();
        var stack = new Stack<(PdfValue Item, int Level)>();
        if (catalog.Get("Outlines").Dictionary is { } root) stack.Push((root["First"], 1));
        while (stack.Count > 0 && items.Count < MostItems)
        {
            (PdfValue reference, int level) = stack.Pop();
            if ((reference.IsReference && !entered.Add(reference.Target)) || store.Resolve(reference).Dictionary is not { } item) continue;
            PdfValue destination = item.Get("A").Dictionary is { } action && action.Get("S").Name == "GoTo" ? action.Get("D") : item.Get("Dest");
            (int Page, double? Top)? target = destinations.Find(destination);
            if (item.Get("Title").Text() is { } title) items.Add(new(title, level, target?.Page, target?.Top));
            stack.Push((item["Next"], level));
            stack.Push((item["First"], level + 1));
        }
        return items.ToImmutable();
    }
}
