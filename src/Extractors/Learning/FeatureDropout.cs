namespace Ingest.Extractors.Learning;

/// <summary>
/// Copies of a sequence that lack some of its features, so that a model learns to do with what is left and leans on no single word. Which
/// features a copy lacks follows from their keys and places: the same sequence has the same copies, on every machine.
/// </summary>
internal static class FeatureDropout
{
    private const int ItemStride = 977;
    private const int CopyStride = 131_071;
    private const int LengthStride = 7919;

    /// <param name="rate">Share of the features that a copy lacks, 0 to 1.</param>
    /// <param name="copy">1 for the first copy; each lacks others.</param>
    public static LabelledSequence Copy(LabelledSequence whole, double rate, int copy)
    {
        var thinned = new FeatureSequence();
        FeatureSequence features = whole.Features;
        for (int item = 0; item < features.Count; item++)
        {
            thinned.NextItem((byte)features.EdgeInto(item));
            ulong place = (ulong)(item * ItemStride + copy * CopyStride + features.Count * LengthStride);
            foreach (ulong key in features[item])
            {
                if (Share(FeatureKey.Extend(key, place)) >= rate) thinned.Add(key);
            }
        }
        return new(thinned, whole.Labels);
    }

    /// <summary>The upper 53 bits of a hash as a number from 0 up to 1.</summary>
    private static double Share(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));
}
