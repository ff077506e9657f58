namespace Ingest.Extractors.Learning;

/// <summary>
/// A sequence of items (tokens of a reference, headings of a document), each with its set of binary features. Filled from left to right:
/// <see cref="NextItem"/>, then <see cref="Add(string)"/> for each feature of that item. May be cleared and filled again.
/// </summary>
public sealed class FeatureSequence
{
    private ulong[] _keys = new ulong[1024];
    private int[] _starts = new int[64];
    private byte[] _edges = new byte[64];
    private int _keyCount;

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> this[int item] =>
        _keys.AsSpan(_starts[item], (item + 1 < Count ? _starts[item + 1] : _keyCount) - _starts[item]);

    /// <summary>Items with their features by name.</summary>
    public static FeatureSequence Of(IEnumerable<IEnumerable<string>> featuresOfItems)
    {
        var sequence = new FeatureSequence();
        foreach (IEnumerable<string> features in featuresOfItems)
        {
            sequence.NextItem();
            foreach (string feature in features) sequence.Add(feature);
        }
        return sequence;
    }

    /// <summary>Which of the model's transition tables leads from the item before into <paramref name="item"/>.</summary>
    public int EdgeInto(int item) => _edges[item];

    /// <param name="edge">
    /// The kind of step into this item, 0 to the model's number of kinds less one: labels change more readily over a full stop than over a space.
    /// </param>
    public void NextItem(byte edge = 0)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _edges, Count * 2);
        }
        _starts[Count] = _keyCount;
        _edges[Count] = edge;
        Count++;
    }

    public void Add(string feature) => Add(FeatureKey.Of(feature));

    public void Add(string template, ReadOnlySpan<char> value) => Add(FeatureKey.Of(template, value));

    public void Add(ulong key)
    {
        ulong[] keys = _keys;
        int count = _keyCount;
        if ((uint)count >= (uint)keys.Length)
        {
            Array.Resize(ref _keys, count * 2);
            keys = _keys;
        }
        keys[count] = key;
        _keyCount = count + 1;
    }

    public void Clear() => Count = _keyCount = 0;
}

/// <summary>A sequence whose labels are known; <paramref name="Labels"/> are indexes into the labels that the trainer is given.</summary>
public sealed record LabelledSequence(FeatureSequence Features, IReadOnlyList<int> Labels);
