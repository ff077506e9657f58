using System.CommandLine;
using Ingest.Commands;

namespace Ingest.Cli.Tests.Commands;

public class HelpTests
{
    public static TheoryData<string> Names => [.. CommandLine.Root().Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_has_help_with_examples_and_stands_in_the_README(string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await CommandLine.RunAsync([name, "--help"], output, error)).ShouldBe(0);
        output.ToString().ShouldContain("Examples:");
        output.ToString().ShouldContain($"ingest {name}");
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ShouldMatch($@"(?:ingest |`){name}\b", $"README does not tell of ingest {name}");
        foreach (Option option in CommandLine.Root().Subcommands.Single(c => c.Name == name).Options) option.Description.ShouldNotBeNullOrEmpty(option.Name);
    }
}
