using System.Numerics;

namespace Ingest.Extractors.Learning;

/// <summary>From a feature's key to its row of weights, one a label. Open addressing with linear probing at most half full.</summary>
internal sealed class WeightTable
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <param name="keys">Distinct; the feature at index i has the i-th row.</param>
    public WeightTable(IReadOnlyList<ulong> keys)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Count * 2));
        _keys = new ulong[size];
        _rows = new int[size];
        Array.Fill(_rows, -1);
        _mask = size - 1;
        for (int row = 0; row < keys.Count; row++)
        {
            int at = (int)keys[row] & _mask;
            while (_rows[at] >= 0) at = (at + 1) & _mask;
            _keys[at] = keys[row];
            _rows[at] = row;
        }
    }

    /// <summary>-1 where the feature is not known.</summary>
    public int RowOf(ulong key)
    {
        int at = (int)key & _mask;
        while (_rows[at] >= 0)
        {
            if (_keys[at] == key) return _rows[at];
            at = (at + 1) & _mask;
        }
        return -1;
    }
}
