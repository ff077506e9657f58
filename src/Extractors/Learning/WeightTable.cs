using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ingest.Extractors.Learning;

/// <summary>From a feature's key to its row of weights, one a label. Open addressing with linear probing at most half full.</summary>
internal sealed class WeightTable
{
    /// <summary>Bits to a key in the sieve: one key in some twenty that are not known comes through.</summary>
    private const int SieveBits = 16;

    private readonly Slot[] _slots;
    private readonly int _mask;

    /// <summary>A bit for each known key, at its upper bits: most features of a text are in no model, and this room stays in the nearest cache.</summary>
    private readonly ulong[] _sieve;
    private readonly int _sieveShift;

    /// <param name="keys">Distinct; the feature at index i has the i-th row.</param>
    public WeightTable(IReadOnlyList<ulong> keys)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Count * 2));
        _slots = new Slot[size];
        _mask = size - 1;
        int sieve = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(keys.Count * SieveBits, 64, 1 << 20));
        _sieve = new ulong[sieve / 64];
        _sieveShift = 64 - BitOperations.Log2((uint)sieve);
        for (int row = 0; row < keys.Count; row++)
        {
            ulong bit = keys[row] >> _sieveShift;
            _sieve[bit >> 6] |= 1UL << (int)(bit & 63);
            int at = (int)keys[row] & _mask;
            while (_slots[at].Next > 0) at = (at + 1) & _mask;
            _slots[at] = new(keys[row], row + 1);
        }
    }

    /// <summary>-1 where the feature is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(ulong key)
    {
        ulong bit = key >> _sieveShift;
        return (_sieve[bit >> 6] >> (int)(bit & 63) & 1) == 0 ? -1 : Find(key);
    }

    private int Find(ulong key)
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
