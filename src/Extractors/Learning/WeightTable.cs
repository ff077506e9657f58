using System.Numerics;

namespace Ingest.Extractors.Learning;

/// <summary>From a feature's key to its row of weights, one a label. Open addressing with linear probing at most half full.</summary>
internal sealed class WeightTable
{
    private readonly Slot[] _slots;
    private readonly int _mask;

    /// <param name="keys">Distinct; the feature at index i has the i-th row.</param>
    public WeightTable(IReadOnlyList<ulong> keys)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Count * 2));
        _slots = new Slot[size];
        _mask = size - 1;
        for (int row = 0; row < keys.Count; row++)
        {
            int at = (int)keys[row] & _mask;
            while (_slots[at].Next > 0) at = (at + 1) & _mask;
            _slots[at] = new(keys[row], row + 1);
        }
    }

    /// <summary>-1 where the feature is not known.</summary>
    public int RowOf(ulong key)
    {
        Slot[] slots = _slots;
        int at = (int)key & _mask;
        while (true)
        {
            ref readonly Slot slot = ref slots[at];
            if (slot.Key == key && slot.Next > 0) return slot.Next - 1;
            if (slot.Next == 0) return -1;
            at = (at + 1) & _mask;
        }
    }

    /// <summary>Key and row side by side: one line of the cache a look. <paramref name="Next"/> is the row plus one; 0 where the slot is free.</summary>
    private readonly record struct Slot(ulong Key, int Next);
}
