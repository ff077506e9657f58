namespace Ingest.Corpus.Tests;

/// <summary>
/// What is found in each policy of the corpus, beside it as a dump to review. INGEST_UPDATE_GOLDEN=1 writes the dumps anew;
/// under CI that is refused, so that a run there can only compare.
/// </summary>
public class GoldenDumpTests
{
    public static TheoryData<string> Policies => [.. CorpusFiles.Policies];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Facts_are_those_that_were_reviewed(string file)
    {
        string dump = FactDump.Of(ReadPolicy.Of(file));
        string golden = Path.Combine(CorpusFiles.Corpus, "dumps", Path.ChangeExtension(Path.GetRelativePath("corpus/policies", file), ".dump"));
        if (Environment.GetEnvironmentVariable("INGEST_UPDATE_GOLDEN") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true", "golden dumps are not rewritten under CI");
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, dump);
        }
        File.Exists(golden).ShouldBeTrue($"no reviewed dump for {file}; set INGEST_UPDATE_GOLDEN=1, run again and review it");
        dump.ShouldBe(File.ReadAllText(golden), $"{file}: if the change is right, set INGEST_UPDATE_GOLDEN=1, run again and review the diff");
    }
}
