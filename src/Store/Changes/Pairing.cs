namespace Ingest.Store.Changes;

/// <summary>Two lists matched one to one: what is the same is set aside, what is alike is paired, the rest came or went.</summary>
internal sealed record Pairing<T>(IReadOnlyList<(T Before, T After)> Changed, IReadOnlyList<T> Gone, IReadOnlyList<T> New)
    where T : class
{
    /// <summary>More pairs than this are not weighed: what is left then came or went.</summary>
    private const int MaximumWeighed = 250_000;

    /// <param name="same">Key under which two items are the same, and nothing is to be said of them.</param>
    /// <param name="alike">How alike two items are, 0 to 1.</param>
    /// <param name="threshold">From which on they are one item that was changed.</param>
    public static Pairing<T> Of(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> same, Func<T, T, double> alike, double threshold)
    {
        var waiting = after.GroupBy(same).ToDictionary(g => g.Key, g => new Queue<T>(g));
        var gone = new List<T>();
        foreach (T item in before)
        {
            if (waiting.TryGetValue(same(item), out Queue<T>? equals) && equals.Count > 0) equals.Dequeue();
            else gone.Add(item);
        }
        var left = new HashSet<T>(waiting.Values.SelectMany(q => q), ReferenceEqualityComparer.Instance);
        List<T> fresh = [.. after.Where(left.Contains)];
        var changed = new List<(T, T)>();
        if ((long)gone.Count * fresh.Count <= MaximumWeighed)
        {
            var weighed = new List<(double Likeness, int Before, int After)>();
            for (int i = 0; i < gone.Count; i++)
            {
                for (int j = 0; j < fresh.Count; j++)
                {
                    double likeness = alike(gone[i], fresh[j]);
                    if (likeness >= threshold) weighed.Add((likeness, i, j));
                }
            }
            var takenBefore = new HashSet<int>();
            var takenAfter = new HashSet<int>();
            var pairs = new List<(int Before, int After)>();
            foreach ((_, int i, int j) in weighed.OrderByDescending(w => w.Likeness).ThenBy(w => w.Before).ThenBy(w => w.After))
            {
                if (takenBefore.Contains(i) || !takenAfter.Add(j)) continue;
                takenBefore.Add(i);
                pairs.Add((i, j));
            }
            changed.AddRange(pairs.OrderBy(p => p.After).Select(p => (gone[p.Before], fresh[p.After])));
            gone = [.. gone.Where((_, i) => !takenBefore.Contains(i))];
            fresh = [.. fresh.Where((_, j) => !takenAfter.Contains(j))];
        }
        return new(changed, gone, fresh);
    }
}
