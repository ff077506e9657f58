using System.CommandLine;
using System.Text;
using Ingest.Citations;

namespace Ingest.Commands;

/// <summary><c>ingest cite [FILE]</c></summary>
internal static class CiteCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Reference strings, one a line; stdin where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("cite", "Parse reference strings, one a line, to NDJSON with the columns of the citations view.") { file }
            .WithExamples("ingest cite references.txt > references.ndjson", "pbpaste | ingest cite")
            .Does(context =>
            {
                string? path = context.Get(file);
                if (path is not null && !File.Exists(path)) throw new UsageException($"{path} is not there.");
                using var input = new ReferenceLineReader(path is null ? Console.OpenStandardInput() : File.OpenRead(path));
                // Console.Out writes through at every line, which takes longer than to parse it.
                bool console = ReferenceEquals(context.Out, Console.Out);
                using TextWriter? buffered = console ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) : null;
                long unread = CitationStream.Run(input, buffered ?? context.Out, context.Cancellation);
                if (unread > 0) context.Say($"{unread} could not be taken apart; each says so under \"finding\".");
                return unread > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
            });
    }
}
