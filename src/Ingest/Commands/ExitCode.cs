namespace Ingest.Commands;

/// <summary>What the process returns (CONTRACT: Commands).</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but some documents failed or need review.</summary>
    public const int NeedsAttention = 1;
    public const int BadUsage = 2;
    public const int StoreUnusable = 3;
    public const int Cancelled = 130;
}
