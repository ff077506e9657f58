using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Learning;

namespace Ingest.Benchmarks.Citations;

/// <summary>Five-fold cross-validation of the reference labeller over a tagged set, and scores on sets that are never trained on.</summary>
public static class FoldsReport
{
    private const int Folds = 5;

    public static int Run(string path, string[] rest)
    {
        ImmutableArray<TaggedReference> references = TaggedReference.ReadXml(File.ReadAllText(path));
        TaggedReference[] more = [.. Options(rest, "--with").SelectMany(p => int.TryParse(p, out int ours) ? ModelTraining.Ours(ours, 20261) : TaggedReference.ReadXml(File.ReadAllText(p)))];
        ChainTraining options = ReferenceLabeller.Training;
        if (Options(rest, "--l1").FirstOrDefault() is { } l1) options = options with { L1 = double.Parse(l1, CultureInfo.InvariantCulture) };
        int folds = rest.Contains("--quick") ? 1 : Folds;
        var scores = new FieldScores();
        var clock = Stopwatch.StartNew();
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            TaggedReference[] held = [.. references.Where((_, i) => i % Folds == fold)];
            var labeller = new ReferenceLabeller(ReferenceLabeller.Train(references.Where((_, i) => i % Folds != fold).Concat(Without(more, held)), options));
            lock (scores)
            {
                foreach (TaggedReference reference in held) Score(scores, reference, labeller, rest.Contains("--errors"));
            }
        });
        Console.WriteLine($"{folds} of {Folds} folds over {Path.GetFileName(path)}: {references.Length} references, {clock.Elapsed.TotalSeconds:F0} s");
        scores.Print(Console.Out);
        if (Array.IndexOf(rest, "--also") is >= 0 and var at) Unseen(references, rest[at + 1]);
        return 0;
    }

    private static IEnumerable<string> Options(string[] rest, string name) =>
        Enumerable.Range(0, Math.Max(0, rest.Length - 1)).Where(i => rest[i] == name).Select(i => rest[i + 1]);

    private static IEnumerable<TaggedReference> Without(TaggedReference[] references, IEnumerable<TaggedReference> held)
    {
        HashSet<string> keys = [.. held.Select(Key)];
        return references.Where(r => !keys.Contains(Key(r)));
    }

    /// <summary>Trained on the whole set, measured on another one, without the references that stand in both.</summary>
    private static void Unseen(ImmutableArray<TaggedReference> references, string path)
    {
        var labeller = new ReferenceLabeller(ReferenceLabeller.Train(references));
        HashSet<string> known = [.. references.Select(Key)];
        var scores = new FieldScores();
        foreach (TaggedReference reference in TaggedReference.ReadXml(File.ReadAllText(path)))
        {
            if (!known.Contains(Key(reference))) Score(scores, reference, labeller, false);
        }
        Console.WriteLine($"\n{Path.GetFileName(path)}, not trained or tuned on");
        scores.Print(Console.Out);
    }

    private static string Key(TaggedReference reference) => string.Concat(reference.Text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static void Score(FieldScores scores, TaggedReference reference, ReferenceLabeller labeller, bool errors)
    {
        ReferenceLabel[] found = labeller.Label(reference.Text, reference.Tokens);
        scores.Add(reference, found);
        reference = reference.AsAsked();
        if (!errors || found.AsSpan().SequenceEqual(reference.Labels.AsSpan())) return;
        for (int i = 0; i < found.Length; i++)
        {
            string token = reference.Tokens[i].Slice(reference.Text);
            Console.Error.Write(found[i] == reference.Labels[i] ? token + " " : $"«{token} {reference.Labels[i]}→{found[i]}» ");
        }
        Console.Error.WriteLine();
    }
}
