using System.Text.Json;
using Ingest.Commands;

namespace Ingest.Cli.Tests.Commands;

public class CommandTests
{
    [Fact]
    public async Task The_main_job_end_to_end()
    {
        using var ingest = new IngestRun();
        ingest.Write("hh-12.md", IngestRun.Policy());
        ingest.Write("hh-13.md", IngestRun.Policy("HH-13", "Gadget Implants", "medically necessary", "0601T"));
        ingest.Write("notes.json", "{}");

        var load = await ingest.RunAsync("load", ingest.Documents);
        load.Code.ShouldBeOneOf(ExitCode.Done, ExitCode.NeedsAttention);
        load.Out.ShouldContain("2 added, 0 updated, 0 unchanged, 0 failed");
        (await ingest.RunAsync("load", ingest.Documents)).Out.ShouldContain("0 added, 0 updated, 2 unchanged");

        (await ingest.RunAsync("search", "widget")).Out.ShouldContain("Widget Implants");
        (await ingest.RunAsync("codes", "0601T", "99999")).Out.ShouldContain("99999: no policy lists it");
        (await ingest.RunAsync("sql", "SELECT count(*) AS n FROM policies", "--csv")).Out.ShouldBe("n\r\n2\r\n");
        var show = await ingest.RunAsync("show", "hh-12");
        show.Out.ShouldContain("investigational");
        show.Out.ShouldContain("0600T");
        (await ingest.RunAsync("verify")).Code.ShouldBe(ExitCode.Done);
        (await ingest.RunAsync("reprocess", "--all")).Out.ShouldContain("0 added, 2 updated");
        (await ingest.RunAsync("verify")).Code.ShouldBe(ExitCode.Done);

        ingest.Write("hh-12.md", IngestRun.Policy(stance: "medically necessary", effective: "05/01/2025"));
        (await ingest.RunAsync("load", ingest.Documents)).Out.ShouldContain("0 added, 1 updated, 1 unchanged");
        var diff = await ingest.RunAsync("diff", "hh-12");
        diff.Out.ShouldContain("stance changed");
        diff.Out.ShouldContain("2025-05-01");
        (await ingest.RunAsync("changes", "--since", "2020")).Out.ShouldContain("stance changed");
        (await ingest.RunAsync("changes", "--since", "2199")).Out.ShouldContain("Nothing changed");

        string export = Path.Combine(ingest.Folder, "export");
        (await ingest.RunAsync("export", "--to", export)).Code.ShouldBe(ExitCode.Done);
        File.ReadAllLines(Path.Combine(export, "policies.ndjson")).Length.ShouldBe(2);
        File.ReadAllText(Path.Combine(export, "codes_all.csv")).ShouldContain("version_id");
        File.ReadAllText(Path.Combine(export, "dictionary.md")).ShouldContain("## citations");
    }

    [Theory]
    [InlineData("load")]
    [InlineData("search", "widget")]
    [InlineData("show", "hh-12")]
    [InlineData("codes", "0600T")]
    [InlineData("changes")]
    [InlineData("sql", "SELECT * FROM policies")]
    [InlineData("verify")]
    public async Task Json_is_one_value_on_stdout(params string[] command)
    {
        using var ingest = new IngestRun();
        ingest.Write("hh-12.md", IngestRun.Policy());
        await ingest.RunAsync("load", ingest.Documents);
        var run = await ingest.RunAsync([.. command, .. command[0] == "load" ? new[] { ingest.Documents } : [], "--json"]);
        using JsonDocument json = JsonDocument.Parse(run.Out);
        (json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.GetArrayLength() : json.RootElement.EnumerateObject().Count()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(ExitCode.BadUsage, "load")]
    [InlineData(ExitCode.BadUsage, "load", "/no/such/place")]
    [InlineData(ExitCode.BadUsage, "load", "/tmp", "--timeout", "-1")]
    [InlineData(ExitCode.BadUsage, "load", "/tmp", "--payers", "/no/such/payers.yml")]
    [InlineData(ExitCode.BadUsage, "paint")]
    [InlineData(ExitCode.BadUsage, "show", "1", "--colour")]
    [InlineData(ExitCode.StoreUnusable, "show", "1")]
    [InlineData(ExitCode.StoreUnusable, "sql", "SELECT 1")]
    [InlineData(ExitCode.StoreUnusable, "reprocess")]
    [InlineData(ExitCode.BadUsage, "eval", "--gold", "/no/such/gold")]
    public async Task What_cannot_be_done_is_said_on_stderr_with_the_contracts_exit_code(int code, params string[] command)
    {
        using var ingest = new IngestRun();
        var run = await ingest.RunAsync(command);
        (run.Code, run.Out).ShouldBe((code, ""));
        run.Error.ShouldNotBeEmpty();
        File.Exists(ingest.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_questions_to_a_store_are_bad_usage()
    {
        using var ingest = new IngestRun();
        ingest.Write("hh-12.md", IngestRun.Policy());
        await ingest.RunAsync("load", ingest.Documents);
        foreach (string[] command in new string[][]
        {
            ["show", "nothing/here"], ["diff", "1"], ["sql", "DELETE FROM policies"], ["search", "\""], ["changes", "--since", "yesterday"], ["search", "x", "--since", "1/2/2024"],
        })
        {
            (await ingest.RunAsync(command)).Code.ShouldBe(ExitCode.BadUsage, string.Join(' ', command));
        }
    }

    [Fact]
    public async Task A_store_of_a_newer_build_ends_with_exit_code_3()
    {
        using var ingest = new IngestRun();
        File.WriteAllText(ingest.Database, "not a database at all, whatever it is called");
        (await ingest.RunAsync("load", ingest.Folder)).Code.ShouldBe(ExitCode.StoreUnusable);
        (await ingest.RunAsync("sql", "SELECT 1")).Code.ShouldBe(ExitCode.StoreUnusable);
    }

    [Fact]
    public async Task Failures_are_recorded_with_their_reason_and_keep_nothing_else_from_being_stored()
    {
        using var ingest = new IngestRun();
        ingest.Write("empty.txt", "");
        ingest.Write("nul.txt", new string('\0', 5000));
        ingest.Write("short.txt", "404 - not found");
        ingest.Write("good.md", IngestRun.Policy());
        ingest.Write("picture.png", "x");
        var run = await ingest.RunAsync("load", ingest.Documents);
        run.Code.ShouldBe(ExitCode.NeedsAttention);
        run.Out.ShouldContain("1 added, 0 updated, 0 unchanged, 3 failed");
        ingest.Ask("SELECT count(*) FROM run_items WHERE outcome = 'failed' AND length(reason) > 10 AND milliseconds >= 0").ShouldBe("3");
        ingest.Ask("SELECT count(*) FROM run_items WHERE outcome = 'skipped' AND reason LIKE '%.png%'").ShouldBe("1");
        ingest.Ask("SELECT status || ' ' || documents || ' ' || failed FROM runs").ShouldBe("done 5 3");
        ingest.Ask("SELECT count(*) FROM policies").ShouldBe("1");
    }
}
