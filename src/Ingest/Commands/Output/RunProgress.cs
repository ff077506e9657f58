using Ingest.Pipeline;
using Ingest.Store;
using Spectre.Console;

namespace Ingest.Commands;

/// <summary>A bar on stderr while documents are read: only on a terminal. With <c>-v</c> a line a document instead, anywhere.</summary>
internal static class RunProgress
{
    public static async Task<IngestResult> ShowAsync(CommandContext context, int documents, Func<Action<RunItem>?, Task<IngestResult>> run)
    {
        if (context.Verbose)
        {
            return await run(item => context.Say(
                $"{Extractors.ContractName.Of(item.Outcome),-9} {item.Milliseconds,7:0} ms  {item.Source}{(item.Reason is null ? "" : $": {item.Reason}")}"));
        }
        if (!context.Progress || documents < 2) return await run(null);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask("reading", maxValue: documents);
                return await run(item =>
                {
                    if (item.Outcome != ItemOutcome.Skipped) task.Increment(1);
                    task.Description = Markup.Escape(TextPage.OneLine(Path.GetFileName(item.Source), 40));
                });
            });
    }
}
