using System.Diagnostics;
using System.Globalization;
using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Benchmarks.Citations;

/// <summary>Reference strings parsed a second, on as many threads as the machine has cores.</summary>
public static class Throughput
{
    private const int WarmUp = 4000;

    public static int Run(string[] rest)
    {
        int count = Array.IndexOf(rest, "--count") is >= 0 and var at ? int.Parse(rest[at + 1], CultureInfo.InvariantCulture) : 100_000;
        string[] references = [.. ModelTraining.Ours(count, 7).Select(r => r.Text)];
        Parse(references[..Math.Min(WarmUp, count)]);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        int titled = Parse(references);
        double seconds = clock.Elapsed.TotalSeconds, work = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{count:N0} references, mean {references.Average(r => r.Length):F0} characters, {Environment.ProcessorCount} cores");
        Console.WriteLine($"{seconds:F2} s, {count / seconds:N0} a second; {titled:N0} with a title");
        // On a machine that others use, the processor time says what the wall clock would on a quiet one.
        Console.WriteLine($"{work:F2} s of processor time: {work / count * 1e6:F0} µs a reference, {count * Environment.ProcessorCount / work:N0} a second with all cores to itself");
        return 0;
    }

    private static int Parse(string[] references)
    {
        int titled = 0;
        Parallel.For(0, references.Length, () => (Parser: new ReferenceParser(), Count: 0),
            (i, _, local) => (local.Parser, local.Count + (local.Parser.Parse(references[i]).Title is null ? 0 : 1)),
            local => Interlocked.Add(ref titled, local.Count));
        return titled;
    }
}
