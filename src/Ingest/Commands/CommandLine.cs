using System.CommandLine;
using System.CommandLine.Help;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary>The commands of <c>ingest</c>, and how each is run.</summary>
public static class CommandLine
{
    /// <summary>Every command, in the order of the help. A new command is a file beside this one and a line here.</summary>
    private static IEnumerable<Command> All() =>
    [
        LoadCommand.Create(),
        InspectCommand.Create(),
        ShowCommand.Create(),
        SearchCommand.Create(),
        CodesCommand.Create(),
        DiffCommand.Create(),
        ChangesCommand.Create(),
        SqlCommand.Create(),
        ExportCommand.Create(),
        ReprocessCommand.Create(),
        VerifyCommand.Create(),
        EvalCommand.Create(),
        WorksCommand.Create(),
        CiteCommand.Create(),
        TrainCommand.Create(),
    ];

    public static RootCommand Root()
    {
        var root = new RootCommand("Reads coverage policies of US health insurers into a database of facts, each with its place in the source.")
        {
            CommandContext.DatabaseOption, CommandContext.JsonOption, CommandContext.VerboseOption, CommandContext.QuietOption,
        };
        foreach (Command command in All()) root.Subcommands.Add(command);
        return root;
    }

    /// <summary>Runs a command line; returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        ParseResult parse = Root().Parse(arguments);
        parse.InvocationConfiguration.Output = output;
        parse.InvocationConfiguration.Error = error;
        parse.InvocationConfiguration.EnableDefaultExceptionHandler = false;
        if (parse.Errors.Count > 0)
        {
            foreach (var problem in parse.Errors) await error.WriteLineAsync($"ingest: {problem.Message}");
            await error.WriteLineAsync($"Try: ingest {string.Join(' ', parse.CommandResult.Command is RootCommand ? [] : new[] { parse.CommandResult.Command.Name })} --help".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.BadUsage;
        }
        return await parse.InvokeAsync(parse.InvocationConfiguration, cancellation);
    }

    /// <summary>Sets what the command does. What may go wrong in any command ends here in a sentence and an exit code.</summary>
    public static Command Does(this Command command, Func<CommandContext, Task<int>> action)
    {
        command.SetAction(async (parse, cancellation) =>
        {
            TextWriter error = parse.InvocationConfiguration.Error;
            try
            {
                return await action(new CommandContext(parse, cancellation));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await error.WriteLineAsync("ingest: cancelled; what was committed stays.");
                return ExitCode.Cancelled;
            }
            catch (StoreException problem)
            {
                await error.WriteLineAsync($"ingest: {problem.Message}");
                return ExitCode.StoreUnusable;
            }
            catch (Exception problem) when (problem is UsageException or QueryException)
            {
                await error.WriteLineAsync($"ingest: {problem.Message}");
                return ExitCode.BadUsage;
            }
        });
        return command;
    }

    public static Command Does(this Command command, Func<CommandContext, int> action) => command.Does(context => Task.FromResult(action(context)));

    /// <summary>Adds example lines to the command's help.</summary>
    public static Command WithExamples(this Command command, params ReadOnlySpan<string> examples)
    {
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, [.. examples]);
        command.Options.Add(help);
        return command;
    }

    private sealed class HelpWithExamples(HelpAction standard, string[] examples) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = standard.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples) output.WriteLine("  " + example);
            return code;
        }
    }
}
