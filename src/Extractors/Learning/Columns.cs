using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Extractors.Learning;

/// <summary>Sums over columns of labels, several at once. Each element sees the same operations in the same order as in a plain loop: same bits.</summary>
internal static class Columns
{
    public static void Add(Span<double> to, ReadOnlySpan<double> what)
    {
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(to);
        ReadOnlySpan<Vector<double>> values = MemoryMarshal.Cast<double, Vector<double>>(what);
        for (int v = 0; v < sums.Length; v++) sums[v] += values[v];
        for (int y = sums.Length * Vector<double>.Count; y < to.Length; y++) to[y] += what[y];
    }

    /// <summary>Adds <paramref name="by"/> times <paramref name="what"/>: product and sum are rounded one after the other.</summary>
    public static void AddScaled(Span<double> to, ReadOnlySpan<double> what, double by)
    {
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(to);
        ReadOnlySpan<Vector<double>> values = MemoryMarshal.Cast<double, Vector<double>>(what);
        var factor = new Vector<double>(by);
        for (int v = 0; v < sums.Length; v++) sums[v] += values[v] * factor;
        for (int y = sums.Length * Vector<double>.Count; y < to.Length; y++) to[y] += what[y] * by;
    }

    /// <summary>Adds <paramref name="by"/> times <paramref name="what"/> times <paramref name="times"/>, multiplied in this order.</summary>
    public static void AddProduct(Span<double> to, ReadOnlySpan<double> what, ReadOnlySpan<double> times, double by)
    {
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(to);
        ReadOnlySpan<Vector<double>> values = MemoryMarshal.Cast<double, Vector<double>>(what), others = MemoryMarshal.Cast<double, Vector<double>>(times);
        var factor = new Vector<double>(by);
        for (int v = 0; v < sums.Length; v++) sums[v] += factor * values[v] * others[v];
        for (int y = sums.Length * Vector<double>.Count; y < to.Length; y++) to[y] += by * what[y] * times[y];
    }
}
