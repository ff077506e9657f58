using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Citations;

/// <summary>Lines of reference strings to lines of JSON, in order, on all cores and in bounded memory: a batch is read, parsed and written.</summary>
internal static class CitationStream
{
    private const int Batch = 4096;

    /// <summary>Returns how many lines could not be taken apart. Blank lines give nothing.</summary>
    public static long Run(TextReader input, TextWriter output, CancellationToken cancellation)
    {
        var lines = new List<string>(Batch);
        using var parsers = new ThreadLocal<ReferenceParser>(() => new ReferenceParser());
        long unread = 0, ordinal = 0;
        bool more = true;
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Clear();
            while (lines.Count < Batch && more)
            {
                string? line = input.ReadLine();
                more = line is not null;
                if (!string.IsNullOrWhiteSpace(line)) lines.Add(line);
            }
            var json = new string[lines.Count];
            long first = ordinal;
            Parallel.For(0, lines.Count, i =>
            {
                (string text, bool read) = CitationJson.Of(parsers.Value!, lines[i], first + i);
                json[i] = text;
                if (!read) Interlocked.Increment(ref unread);
            });
            ordinal += lines.Count;
            foreach (string row in json) output.WriteLine(row);
        }
        output.Flush();
        return unread;
    }
}
