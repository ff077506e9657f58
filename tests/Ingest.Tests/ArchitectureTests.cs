using System.Xml.Linq;

namespace Ingest.Cli.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Projects_depend_on_each_other_in_one_direction_only()
    {
        var allowed = new Dictionary<string, string[]> { ["Extractors"] = [], ["Store"] = ["Extractors"], ["Ingest"] = ["Extractors", "Store"] };
        foreach ((string project, string[] edges) in allowed)
            References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ShouldBe(edges, ignoreOrder: true, project);
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).ShouldBe(allowed.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "Store")]
    [InlineData("SQLitePCL", "Store")]
    [InlineData("Dapper", "Store")]
    [InlineData("HtmlAgilityPack", "Ingest")]
    [InlineData("Markdig", "Ingest")]
    [InlineData("DocumentFormat.OpenXml", "Ingest")]
    [InlineData("Spectre.Console", "Ingest")]
    [InlineData("System.CommandLine", "Ingest")]
    public void A_library_is_known_in_one_project_only(string library, string home)
    {
        foreach (string project in new[] { "Extractors", "Store", "Ingest" }.Where(p => p != home))
        {
            References(project, "PackageReference").ShouldNotContain(r => r.StartsWith(library, StringComparison.Ordinal), project);
            string folder = Path.Combine(Repository.Root, "src", project);
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Where(f => File.ReadLines(f).Any(line => line.Contains(library + ".", StringComparison.Ordinal) || line.Contains($"using {library};", StringComparison.Ordinal)))
                .ShouldBeEmpty($"{library} in {project}");
        }
    }

    [Fact]
    public void Extractors_read_no_files_clock_or_threads()
    {
        string[] foreign = ["System.IO", "File.", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.UtcNow", "TimeProvider", "Thread.", "Task.Run", "Environment."];
        string folder = Path.Combine(Repository.Root, "src", "Extractors");
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            string code = string.Join('\n', File.ReadLines(file).Select(l => l.Trim()).Where(l => !l.StartsWith("//", StringComparison.Ordinal)));
            foreach (string word in foreign)
                System.Text.RegularExpressions.Regex.IsMatch(code, $@"(?<![\w.]){System.Text.RegularExpressions.Regex.Escape(word)}").ShouldBeFalse($"{word} in {file}");
        }
    }

    private static string[] References(string project, string kind) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants(kind).Select(e => ((string)e.Attribute("Include")!).Replace('\\', '/')),
    ];
}
