using System.CommandLine;
using Ingest.Extractors.Identity;
using Ingest.Pipeline;

namespace Ingest.Commands;

/// <summary>Options of the commands that read documents.</summary>
internal sealed class PipelineOptions
{
    public Option<string> Payers { get; } = new("--payers") { Description = "Payers to know by name, instead of those that ship with ingest; a file in the form of payers.yml.", HelpName = "FILE" };

    public Option<double> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds that one document may take.", HelpName = "SECONDS", DefaultValueFactory = _ => PipelineSettings.Default.TimeLimit.TotalSeconds,
    };

    public Option<int> Workers { get; } = new("--workers")
    {
        Description = "Documents read at the same time.", HelpName = "N", DefaultValueFactory = _ => PipelineSettings.Default.Workers,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Payers);
        command.Options.Add(Timeout);
        command.Options.Add(Workers);
    }

    public PipelineSettings Settings(CommandContext context)
    {
        double seconds = context.Get(Timeout);
        int workers = context.Get(Workers);
        if (!(seconds is > 0 and <= 86_400)) throw new UsageException("--timeout must be more than 0 and at most a day");
        if (workers is < 1 or > 256) throw new UsageException("--workers must be 1 to 256");
        return new(workers, TimeSpan.FromSeconds(seconds));
    }

    public PayerDirectory KnownPayers(CommandContext context)
    {
        if (context.Get(Payers) is not { } file) return PayersFile.Default;
        try
        {
            return PayersFile.Load(file);
        }
        catch (InvalidDataException error)
        {
            throw new UsageException(error.Message, error);
        }
    }
}
