using Ingest.Commands;
using Ingest.Store;

namespace Ingest.Cli.Tests.Commands;

/// <summary>A folder with a store and documents of its own; commands are run as from the command line.</summary>
public sealed class IngestRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ingest-cli-").FullName;

    public string Database => Path.Combine(Folder, "p.db");

    public string Documents => Path.Combine(Folder, "documents");

    /// <summary>A made-up policy as a payer might write one in Markdown.</summary>
    public static string Policy(string number = "HH-12", string title = "Widget Implants", string stance = "investigational", string code = "0600T", string effective = "05/01/2024") =>
        $"""
        # {title}

        Payer: Harbor Health Plan
        Policy Number: {number}
        Effective Date: {effective}

        ## Policy

        {title} are considered **{stance}** for all indications.

        ## Coding

        | Code | Description |
        | --- | --- |
        | {code} | Implantation of a widget |

        ## References

        1. Doe J, Roe R. Widgets in practice. J Widget Med. 2020;12(3):45-50.

        """;

    public string Write(string name, string text)
    {
        string path = Path.Combine(Documents, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandLine.RunAsync([.. arguments, "--db", Database], output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>One value of a query over the store.</summary>
    public string? Ask(string sql)
    {
        using PolicyReader reader = PolicyReader.Open(Database);
        return reader.Rows(sql) is [var row, ..] ? row.First().Value?.ToString() : null;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
