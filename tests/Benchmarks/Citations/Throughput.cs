namespace Ingest.Benchmarks.Citations;
public static class Throughput { public static int Run(string[] rest) => rest.Length; }
