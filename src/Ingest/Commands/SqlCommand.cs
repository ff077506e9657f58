using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest sql QUERY</c></summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "One SELECT over the views." };
        var csv = new Option<bool>("--csv") { Description = "Write CSV." };
        var timeout = new Option<double>("--timeout") { Description = "Seconds that the query may take.", HelpName = "SECONDS", DefaultValueFactory = _ => 30 };
        return new Command("sql", "Ask the store by a read-only query, as table, CSV or JSON.") { query, csv, timeout }
            .WithExamples(
                "ingest sql \"SELECT payer, count(*) FROM policies GROUP BY payer\"",
                "ingest sql \"SELECT * FROM codes WHERE code = '81162'\" --csv")
            .Does(context =>
            {
                using AdHocQuery ad = AdHocQuery.Run(context.Database, context.Get(query)!, TimeSpan.FromSeconds(context.Get(timeout)), context.Cancellation);
                if (context.Json) WriteJson(ad, context.Out);
                else if (context.Get(csv)) WriteCsv(ad, context.Out);
                else WriteTable(ad, context.Out);
                return ExitCode.Done;
            });
    }

    private static void WriteJson(AdHocQuery query, TextWriter output)
    {
        foreach (object?[] row in query.Rows())
        {
            var named = new Dictionary<string, object?>();
            for (int i = 0; i < row.Length; i++) named[query.Columns[i]] = row[i];
            output.WriteLine(JsonSerializer.Serialize(named));
        }
    }

    private static void WriteCsv(AdHocQuery query, TextWriter output)
    {
        Csv.WriteRow(output, query.Columns);
        foreach (object?[] row in query.Rows()) Csv.WriteRow(output, row);
    }

    private static void WriteTable(AdHocQuery query, TextWriter output)
    {
        output.WriteLine(string.Join(" | ", query.Columns));
        foreach (object?[] row in query.Rows()) output.WriteLine(string.Join(" | ", row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))));
    }
}
