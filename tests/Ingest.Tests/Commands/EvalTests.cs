using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ingest.Cli.Tests.Commands;

public partial class EvalTests
{
    private const string Gold = """
        {"document":"hh-12.md","policy":{"payer":["Harbor Health Plan"],"policy_number":"HH-12","title":"Widget Implants","category":null},
         "dates":[["effective","2024-05-01"]],"positions":[{"stance":"investigational","conditional":false,"quote":"are considered"},{"stance":"not_covered","quote":"nowhere"}],
         "codes":[["0600T","CPT"],["0601T","CPT"]],"code_description":{"0600T":"Implantation of a widget"},"history":[],"trials":[],
         "citations":[{"starts":"Doe J, Roe R","year":2020,"title":"Widgets in practice"}],"sections":[["Policy","coverage"],["Elsewhere","other"]],"keywords":["widget"]}
        """;

    private static async Task<IngestRun> LoadedAsync()
    {
        var ingest = new IngestRun();
        ingest.Write("hh-12.md", IngestRun.Policy());
        Directory.CreateDirectory(Path.Combine(ingest.Folder, "gold"));
        await File.WriteAllTextAsync(Path.Combine(ingest.Folder, "gold", "hh-12.json"), Gold);
        await ingest.RunAsync("load", ingest.Documents);
        return ingest;
    }

    [Fact]
    public async Task Gives_the_very_numbers_of_the_reference_script()
    {
        string script = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tools", "score.py"));
        if (!File.Exists(script)) script = "/work/shared/tools/score.py";
        // Measured against where it is at hand; the script does not belong to this repository.
        if (!File.Exists(script) || !File.Exists("/usr/bin/python3")) return;
        using IngestRun ingest = await LoadedAsync();
        using Process python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, ingest.Database, Path.Combine(ingest.Folder, "gold")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string reference = await python.StandardOutput.ReadToEndAsync();
        string ours = (await ingest.RunAsync("eval", "--gold", Path.Combine(ingest.Folder, "gold"), "-q")).Out;
        Lines(ours).ShouldBe(Lines(reference));
        Lines(ours).Length.ShouldBeGreaterThan(12);
    }

    [Fact]
    public async Task A_saved_run_tells_what_became_better_and_worse()
    {
        using IngestRun ingest = await LoadedAsync();
        string gold = Path.Combine(ingest.Folder, "gold"), saved = Path.Combine(ingest.Folder, "before.json");
        (await ingest.RunAsync("eval", "--gold", gold, "--save", saved)).Code.ShouldBe(0);
        (await ingest.RunAsync("eval", "--gold", gold, "--against", saved)).Out.ShouldContain("0 better, 0 worse");
        ingest.Write("hh-12.md", IngestRun.Policy(code: "0601T", effective: "06/01/2024"));
        await ingest.RunAsync("load", ingest.Documents);
        var compared = await ingest.RunAsync("eval", "--gold", gold, "--against", saved, "--worst");
        compared.Out.ShouldContain("codes: 1 better, 1 worse");
        compared.Out.ShouldContain("dates: 0 better, 2 worse");
        compared.Out.ShouldContain("To look at first");
        (await ingest.RunAsync("eval", "--gold", gold, "--without-payers")).Out.ShouldContain("F1 without payers");
    }

    private static string[] Lines(string output) =>
        [.. output.Split('\n').Where(l => Field().IsMatch(l) || l.StartsWith("span law", StringComparison.Ordinal) || l.StartsWith("mean F1 over", StringComparison.Ordinal)).Select(l => Spaces().Replace(l, " ").Trim())];

    [GeneratedRegex(@"^\w+ +\d\.\d{3} .*\d+/\d+/\d+")]
    private static partial Regex Field();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
