namespace Ingest.Corpus.Tests;

/// <summary>Where the corpus lies, found upward from the built tests, so that they read the repository itself and not copies of it.</summary>
internal static class CorpusFiles
{
    public static string Root { get; } = FindRoot();

    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary>Paths of all policies, relative to the repository, in ordinal order.</summary>
    public static IEnumerable<string> Policies => Under("policies");

    public static IEnumerable<string> Renditions => Under("renditions");

    public static string Full(string relative) => Path.Combine(Root, relative);

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Corpus, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Ingest.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No Ingest.sln above {AppContext.BaseDirectory}.");
    }
}
