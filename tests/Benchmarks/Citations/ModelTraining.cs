using System.Diagnostics;
using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Learning;

namespace Ingest.Benchmarks.Citations;

/// <summary>Trains the model that ships with the program: references made from corpus/citations, and a tagged set whose licence allows it.</summary>
public static class ModelTraining
{
    private const int Seed = 20260;
    private const int Generated = 5000;

    public static int Run(string[] rest)
    {
        string output = rest[^1];
        var clock = Stopwatch.StartNew();
        var references = new List<TaggedReference>(Ours(Generated, Seed));
        if (Array.IndexOf(rest, "--xml") is >= 0 and var at) references.AddRange(TaggedReference.ReadXml(File.ReadAllText(rest[at + 1])));
        ChainModel model = ReferenceLabeller.Train(references);
        byte[] bytes = ChainModelFile.Write(model);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{references.Count} references, {model.FeatureCount} features, {bytes.Length} bytes, {clock.Elapsed.TotalSeconds:F0} s");
        var labeller = new ReferenceLabeller(ChainModelFile.Read(bytes, ReferenceFeatures.Schema));
        var scores = new FieldScores();
        foreach (TaggedReference reference in Ours(1000, Seed + 1)) scores.Add(reference, labeller.Label(reference.Text, reference.Tokens));
        scores.Print(Console.Out);
        return 0;
    }

    public static IEnumerable<TaggedReference> Ours(int count, int seed)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Ingest.sln"))) root = Path.GetDirectoryName(root)!;
        var generator = new ReferenceGenerator(
            Path.Combine(root, "corpus", "citations"), File.ReadLines(Path.Combine(root, "src", "Extractors", "Citations", "journals.tsv")), seed);
        return Enumerable.Range(0, count).Select(_ => generator.Next());
    }
}
