using System.Text.RegularExpressions;

namespace Ingest.Cli.Tests.Commands;

/// <summary>
/// What the README shows is what its first command and its recipes print. With INGEST_UPDATE_GOLDEN=1 the README is written anew, to be read
/// as a change of it.
/// </summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    [GeneratedRegex(@"```sql\n(?<sql>[^`]+?);?\n```\n\n```\n(?<shown>[^`]*?)\n```")]
    private static partial Regex Recipe();

    [GeneratedRegex(@"(?<=policies\.db now holds )[^`]+?(?=\n\n)")]
    private static partial Regex Holdings();

    [Fact]
    public async Task The_recipes_and_the_first_command_print_what_is_shown()
    {
        using var ingest = new IngestRun();
        var load = await ingest.RunAsync("load", Path.Combine(Repository.Root, "corpus", "policies"));
        string text = (await File.ReadAllTextAsync(Readme)).ReplaceLineEndings("\n");
        string holds = load.Out.ReplaceLineEndings("\n").Split(" now holds ")[1].Split("\n\n")[0];
        string now = Holdings().Replace(text, holds);
        Recipe().Count(now).ShouldBe(5);
        foreach (string shown in Recipe().Matches(text).Select(m => m.Value))
        {
            Match recipe = Recipe().Match(shown);
            var run = await ingest.RunAsync("sql", recipe.Groups["sql"].Value);
            string printed = string.Join('\n', run.Out.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd();
            now = now.Replace(shown, shown.Replace(recipe.Groups["shown"].Value, printed, StringComparison.Ordinal), StringComparison.Ordinal);
        }
        if (Environment.GetEnvironmentVariable("INGEST_UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(Readme, now);
        else now.ShouldBe(text);
    }
}
