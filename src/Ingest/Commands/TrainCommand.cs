using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Ingest.Extractors;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Sections.Training;
using Ingest.Readers;

namespace Ingest.Commands;

/// <summary><c>ingest train</c>: the section model from its labels; <c>--draft</c> makes labels to correct.</summary>
internal static class TrainCommand
{
    public static readonly string DefaultLabels = Path.Combine("corpus", "sections");

    private static readonly string DefaultModel = Path.Combine("src", "Extractors", "Sections", "section-model.bin");

    public static Command Create()
    {
        var labels = new Option<string>("--labels") { Description = "Folder of labelled headings (*.tsv).", HelpName = "DIR", DefaultValueFactory = _ => DefaultLabels };
        var model = new Option<string>("--model") { Description = "The model file to write; it is built into the program.", HelpName = "FILE", DefaultValueFactory = _ => DefaultModel };
        var payer = new Option<string>("--payer") { Description = "With --draft: the house style that the documents are written in.", HelpName = "NAME" };
        var draft = new Option<string[]>("--draft") { Description = "Read these documents and print their sections for labelling, with the kinds that the rules give.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        return new Command("train", "Train the section model from its labels; the same labels give the same file.") { labels, model, draft, payer }
            .WithExamples("ingest train", "ingest train --draft policy.pdf --payer northlake > corpus/sections/northlake.tsv")
            .Does(context => context.Get(draft) is { Length: > 0 } files
                ? Draft(context, files, context.Get(payer) ?? throw new UsageException("--draft needs --payer NAME."))
                : Train(context, context.Get(labels)!, context.Get(model)!));
    }

    /// <summary>Every labelled policy of a folder, by name of file.</summary>
    public static ImmutableArray<LabelledPolicy> Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"{folder} is not a folder; give the labels by --labels DIR");
        var policies = ImmutableArray.CreateBuilder<LabelledPolicy>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            try
            {
                policies.AddRange(SectionLabels.Parse(File.ReadAllText(file)));
            }
            catch (FormatException error)
            {
                throw new UsageException($"{file}: {error.Message}", error);
            }
        }
        return policies.Count > 0 ? policies.ToImmutable() : throw new UsageException($"{folder} holds no labels (*.tsv).");
    }

    private static int Train(CommandContext context, string folder, string file)
    {
        ImmutableArray<LabelledPolicy> policies = Read(folder);
        SectionModel model = SectionTrainer.Train(policies, context.Cancellation);
        byte[] bytes = model.Write();
        File.WriteAllBytes(file, bytes);
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{file}: {bytes.Length} bytes, {model.FeatureCount} features, from {policies.Sum(p => p.Sections.Length)} sections of {policies.Length} documents"));
        return ExitCode.Done;
    }

    private static int Draft(CommandContext context, string[] files, string payer)
    {
        var policies = new List<LabelledPolicy>();
        foreach (string path in files)
        {
            if (DocumentReaders.Default.Read(new SourceFile(path, File.ReadAllBytes(path)), context.Cancellation) is not ReadResult.Read read)
            {
                context.Error.WriteLine($"{path}: cannot be read");
                continue;
            }
            ImmutableArray<SectionTraits> traits = SectionTraits.Of(read.Document, SectionSplitter.Split(read.Document));
            SectionJudgement[] rules = SectionRules.Judge(traits);
            policies.Add(new(
                Path.GetFileNameWithoutExtension(path), payer,
                [.. traits.Select((t, i) => new LabelledSection(t, t.Heading.Length == 0 ? null : rules[i].Kind))]));
        }
        context.Out.Write(SectionLabels.Write(policies));
        return policies.Count == files.Length ? ExitCode.Done : ExitCode.NeedsAttention;
    }
}
