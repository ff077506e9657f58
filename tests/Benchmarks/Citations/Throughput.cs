using System.Diagnostics;
using System.Globalization;
using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Benchmarks.Citations;

/// <summary>
/// Reference strings parsed a second, on as many threads as the machine has cores: a first pass from a cold start, in which the runtime compiles
/// what it runs, and a second one over other strings.
/// </summary>
public static class Throughput
{
    public static int Run(string[] rest)
    {
        int count = Array.IndexOf(rest, "--count") is >= 0 and var at ? int.Parse(rest[at + 1], CultureInfo.InvariantCulture) : 100_000;
        Pass("cold", count, seed: 7);
        Pass("warm", count, seed: 8);
        return 0;
    }

    private static void Pass(string name, int count, int seed)
    {
        string[] references = [.. ModelTraining.Ours(count, seed).Select(r => r.Text)];
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        int titled = Parse(references);
        double seconds = clock.Elapsed.TotalSeconds, work = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{name}: {count:N0} references, mean {references.Average(r => r.Length):F0} characters, {Environment.ProcessorCount} cores; {titled:N0} with a title");
        Console.WriteLine($"  {seconds:F2} s, {count / seconds:N0} a second");
        // On a machine that others use, the processor time says what the wall clock would on a quiet one.
        Console.WriteLine($"  {work:F2} s of processor time: {work / count * 1e6:F0} µs a reference, {count * Environment.ProcessorCount / work:N0} a second with all cores to itself");
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
