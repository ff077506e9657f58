using System.CommandLine;
using System.Text;
using Ingest.Readers;

namespace Ingest.Commands;

/// <summary><c>ingest inspect FILE</c>: what the reader saw, for people who wonder why.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A document of any format that load reads." };
        var page = new Option<int?>("--page") { Description = "Only this page, from 1.", HelpName = "N" };
        var svg = new Option<bool>("--svg") { Description = "Draw the pages: lines at their places, blocks in the colour of their kind." };
        var command = new Command("inspect", "Show what the reader saw: pages, blocks, tables, furniture.") { file, page, svg };
        return command
            .WithExamples("ingest inspect policy.pdf", "ingest inspect policy.pdf --page 3 --svg > page3.svg", "ingest inspect policy.pdf --json")
            .Does(context =>
            {
                string path = context.Get(file)!;
                if (!File.Exists(path)) throw new UsageException($"{path} is not there.");
                ReadResult result = DocumentReaders.Default.Read(new SourceFile(path, File.ReadAllBytes(path)), context.Cancellation);
                if (result is not ReadResult.Read read)
                {
                    ReadResult.Failed failed = (ReadResult.Failed)result;
                    context.Error.WriteLine($"{path}: {failed.Rule}: {failed.Reason}");
                    return ExitCode.NeedsAttention;
                }
                int? number = context.Get(page);
                if (number is int n && !read.Document.Pages.IsEmpty && (n < 1 || n > read.Document.Pages.Length))
                {
                    throw new UsageException($"{path} has pages 1 to {read.Document.Pages.Length}.");
                }
                InspectView view = new(read.Document, number);
                if (context.Get(svg)) InspectSvg.Write(view, context.Out);
                else if (context.Json) context.Out.WriteLine(Json(view));
                else InspectText.Write(view, context.Out);
                return ExitCode.Done;
            });
    }

    private static string Json(InspectView view)
    {
        using MemoryStream bytes = new();
        InspectJson.Write(view, bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
