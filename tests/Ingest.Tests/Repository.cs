namespace Ingest.Cli.Tests;

/// <summary>Where the sources of this build are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Ingest.sln"))) return at.FullName;
        }
        throw new InvalidOperationException("Ingest.sln is in no folder above the tests.");
    }
}
