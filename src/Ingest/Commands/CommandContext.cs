using System.CommandLine;

namespace Ingest.Commands;

/// <summary>What every command gets: the parsed line, where to write, and how much.</summary>
public sealed class CommandContext(ParseResult parse, CancellationToken cancellation)
{
    public static Option<string> DatabaseOption { get; } = new("--db")
    {
        Description = "The store; made if it is missing.", HelpName = "FILE", Recursive = true, DefaultValueFactory = _ => "policies.db",
    };

    public static Option<bool> JsonOption { get; } = new("--json") { Description = "Machine-readable output on stdout.", Recursive = true };

    public static Option<bool> VerboseOption { get; } = new("--verbose", "-v") { Description = "Say more.", Recursive = true };

    public static Option<bool> QuietOption { get; } = new("--quiet", "-q") { Description = "Say only what went wrong.", Recursive = true };

    public CancellationToken Cancellation => cancellation;

    public string Database { get; } = parse.GetValue(DatabaseOption)!;

    public bool Json { get; } = parse.GetValue(JsonOption);

    public bool Verbose { get; } = parse.GetValue(VerboseOption);

    public bool Quiet { get; } = parse.GetValue(QuietOption);

    public TextWriter Out => parse.InvocationConfiguration.Output;

    public TextWriter Error => parse.InvocationConfiguration.Error;

    /// <summary>Whether colour may be used on <see cref="Out"/>: only on a terminal, and not where NO_COLOR is set (no-color.org).</summary>
    public bool Color => !Json && ReferenceEquals(Out, Console.Out) && !Console.IsOutputRedirected && ColorWanted;

    /// <summary>Whether live progress may be drawn on stderr: only on a terminal.</summary>
    public bool Progress => !Quiet && ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    private static bool ColorWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parse.GetValue(argument);

    /// <summary>Whether the option stands on the line, with or without a value.</summary>
    public bool Has(Option option) => parse.GetResult(option) is { Implicit: false };

    /// <summary>A remark for the person, on stderr; not with <c>-q</c>.</summary>
    public void Say(string message)
    {
        if (!Quiet) Error.WriteLine(message);
    }
}

/// <summary>The command line was understood but asks for what cannot be done. The message says what and the way out.</summary>
public sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception inner)
        : base(message, inner) { }

    public UsageException()
        : base("Bad usage.") { }
}
