using System.Diagnostics;
using Ingest.Cli.Tests.Commands;

namespace Ingest.Cli.Tests.Pipeline;

public class CrashTests
{
    [Fact]
    public async Task A_load_that_is_killed_loses_and_doubles_nothing()
    {
        using var ingest = new IngestRun();
        const int documents = 120;
        for (int i = 0; i < documents; i++) ingest.Write($"{i:000}.md", IngestRun.Policy($"HH-{i}", $"Widget Implants {i}"));
        string executable = Path.Combine(AppContext.BaseDirectory, "ingest.dll");
        using (Process load = Process.Start(new ProcessStartInfo("dotnet", [executable, "load", ingest.Documents, "--db", ingest.Database, "-v"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!)
        {
            // Killed at once after the first documents are told to be stored, in the midst of the rest.
            for (int lines = 0; lines < 3 && await load.StandardError.ReadLineAsync() is not null;) lines++;
            load.Kill();
            await load.WaitForExitAsync();
        }
        int stored = int.Parse(ingest.Ask("SELECT count(*) FROM policies")!);
        stored.ShouldBeGreaterThanOrEqualTo(3);
        (await ingest.RunAsync("verify")).Code.ShouldBe(0);
        (await ingest.RunAsync("load", ingest.Documents)).Out.ShouldContain($"{documents - stored} added, 0 updated, {stored} unchanged, 0 failed");
        ingest.Ask("SELECT count(*) || ' ' || count(DISTINCT sha256) || ' ' || max(version_count) FROM policies").ShouldBe($"{documents} {documents} 1");
        (await ingest.RunAsync("verify")).Code.ShouldBe(0);
    }
}
