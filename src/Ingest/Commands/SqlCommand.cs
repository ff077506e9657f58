using System.CommandLine;
using System.Globalization;
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
                if (context.Json) JsonOutput.WriteArray(context.Out, ad.Rows().Select(row => new StoreRow(ad.Columns, row)));
                else if (context.Get(csv)) WriteCsv(ad, context.Out);
                else TextPage.For(context).Table(ad.Columns, ad.Rows().Select(row => (IReadOnlyList<string?>)[.. row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))]), widest: context.Verbose ? int.MaxValue - 1 : 80);
                return ExitCode.Done;
            });
    }

    private static void WriteCsv(AdHocQuery query, TextWriter output)
    {
        Csv.WriteRow(output, query.Columns);
        foreach (object?[] row in query.Rows()) Csv.WriteRow(output, row);
    }
}
