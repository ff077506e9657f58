using System.Runtime.InteropServices;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>
/// Where each piece of marked content stands in the tag tree. Slots count them in the tree's order; a block is the paragraph,
/// heading or list item that a slot belongs to.
/// </summary>
internal sealed class OwnerMap
{
    public const int None = -1;
    public const int Artifact = -2;

    private readonly Dictionary<(int Page, int Id), int> _slots = [];
    private readonly Dictionary<(int Page, int Id), string> _actual = [];
    private readonly List<(int Block, bool Label)> _owners = [];

    public int Count => _owners.Count;

    /// <summary>False when the piece has a place in the tree already: the first one counts.</summary>
    public bool Add(int page, int id, int block, bool label)
    {
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, (page, id), out bool known);
        if (known) return false;
        slot = _owners.Count;
        _owners.Add((block, label));
        return true;
    }

    public void AddArtifact(int page, int id) => _slots.TryAdd((page, id), Artifact);

    public void Replace(int page, int id, string text) => _actual.TryAdd((page, id), text);

    public int SlotOf(int page, int id) => _slots.TryGetValue((page, id), out int slot) ? slot : None;

    public int BlockOf(int slot) => slot < 0 ? slot : _owners[slot].Block;

    public bool IsLabel(int slot) => slot >= 0 && _owners[slot].Label;

    /// <summary>The text that the tags give in place of the glyphs; null where they give none.</summary>
    public string? ActualText(int page, int id) => _actual.Count > 0 && _actual.TryGetValue((page, id), out string? text) ? text : null;
}
