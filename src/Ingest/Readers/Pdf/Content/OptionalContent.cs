using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Which optional content groups are off when the document opens (ISO 32000-2, 8.11.4.3).</summary>
internal sealed class OptionalContent
{
    private readonly HashSet<PdfDictionary> _off = [];

    public OptionalContent(PdfDictionary catalog)
    {
        if (catalog.Get("OCProperties").Dictionary is not { } properties || properties.Get("D").Dictionary is not { } config) return;
        if (config.Get("BaseState").Name == "OFF") Add(properties.Get("OCGs").Array);
        Add(config.Get("OFF").Array);
        if (config.Get("ON").Array is not { } on || config.Get("BaseState").Name != "OFF") return;
        for (int i = 0; i < on.Count; i++)
        {
            if (on.Get(i).Dictionary is { } group) _off.Remove(group);
        }
    }

    /// <param name="group">A group, or a membership dictionary (8.11.2.2).</param>
    public bool IsHidden(PdfDictionary group)
    {
        if (_off.Count == 0) return false;
        if (group.Get("Type").Name != "OCMD") return _off.Contains(group);
        PdfValue members = group.Get("OCGs");
        if (members.Dictionary is { } single) return _off.Contains(single) != (group.Get("P").Name is "AnyOff" or "AllOff");
        if (members.Array is not { Count: > 0 } all) return false;
        int off = 0;
        for (int i = 0; i < all.Count; i++) off += all.Get(i).Dictionary is { } member && _off.Contains(member) ? 1 : 0;
        return group.Get("P").Name switch
        {
            "AllOn" => off > 0,
            "AnyOff" => off == 0,
            "AllOff" => off < all.Count,
            _ => off == all.Count,
        };
    }

    private void Add(PdfArray? groups)
    {
        for (int i = 0; i < (groups?.Count ?? 0); i++)
        {
            if (groups!.Get(i).Dictionary is { } group) _off.Add(group);
        }
    }
}
