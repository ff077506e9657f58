using System.CommandLine;
using System.Text;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest export --to DIR</c></summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Folder to write into; made if it is missing.", HelpName = "DIR", Required = true };
        return new Command("export", "Write every view as CSV and NDJSON, with a data dictionary.") { to }
            .WithExamples("ingest export --to export/")
            .Does(context =>
            {
                string folder = context.Get(to)!;
                using PolicyReader reader = PolicyReader.Open(context.Database);
                var written = new List<(string View, long Rows)>();
                try
                {
                    Directory.CreateDirectory(folder);
                    foreach (string view in DataDictionary.Views.SelectMany(v => new[] { v.Name, v.Name + "_all" }))
                    {
                        context.Cancellation.ThrowIfCancellationRequested();
                        written.Add((view, Write(context, folder, view)));
                    }
                    Dictionary(folder);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    throw new UsageException($"{folder} cannot be written: {error.Message}", error);
                }
                if (context.Json) JsonOutput.WriteArray(context.Out, written.Select(w => new { view = w.View, rows = w.Rows }));
                else context.Say($"{written.Count} views in {folder}, each as .csv and .ndjson; dictionary.md and dictionary.csv say what the columns mean.");
                return ExitCode.Done;
            });
    }

    private static long Write(CommandContext context, string folder, string view)
    {
        using AdHocQuery query = AdHocQuery.Run(context.Database, $"SELECT * FROM {view}", Timeout.InfiniteTimeSpan, context.Cancellation);
        using var csv = new StreamWriter(Path.Combine(folder, view + ".csv"), append: false, new UTF8Encoding(false));
        using var lines = new StreamWriter(Path.Combine(folder, view + ".ndjson"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        Csv.WriteRow(csv, query.Columns);
        long rows = 0;
        foreach (object?[] row in query.Rows())
        {
            Csv.WriteRow(csv, row);
            JsonOutput.Write(lines, new StoreRow(query.Columns, row));
            rows++;
        }
        return rows;
    }

    private static void Dictionary(string folder)
    {
        using var csv = new StreamWriter(Path.Combine(folder, "dictionary.csv"), append: false, new UTF8Encoding(false));
        using var page = new StreamWriter(Path.Combine(folder, "dictionary.md"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        Csv.WriteRow(csv, ["view", "column", "type", "meaning"]);
        page.WriteLine("# Data dictionary\n\nNAME holds the current version of every policy, NAME_all every version (with `version_id`). Dates are ISO 8601 at the precision of the document; an empty field means that the document does not say.");
        foreach (DictionaryView view in DataDictionary.Views)
        {
            page.WriteLine($"\n## {view.Name}\n\n{view.Meaning}\n\n| column | type | meaning |\n| --- | --- | --- |");
            foreach (DictionaryColumn column in view.Columns)
            {
                page.WriteLine($"| {column.Name} | {column.Type} | {column.Meaning} |");
                Csv.WriteRow(csv, [view.Name, column.Name, column.Type, column.Meaning]);
            }
        }
    }
}
