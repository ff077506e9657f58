using System.Diagnostics;
using System.Text;

namespace Ingest.Benchmarks.Pdf;

/// <summary>Runs pdftotext, the yardstick for text and speed.</summary>
internal static class Poppler
{
    private const int MostCharacters = 20_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Text of a file; null where pdftotext fails or, on a hostile file, takes too long or prints without end.</summary>
    public static string? Text(string file, string mode = "-raw")
    {
        var start = new ProcessStartInfo("pdftotext", ["-q", mode, "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        using var timer = new Timer(_ => Stop(process), null, Patience, Timeout.InfiniteTimeSpan);
        var output = new StringBuilder();
        char[] part = new char[1 << 16];
        for (int read; output.Length < MostCharacters && (read = process.StandardOutput.Read(part)) > 0;) output.Append(part, 0, read);
        if (output.Length >= MostCharacters) Stop(process);
        process.WaitForExit();
        return process.ExitCode == 0 || output.Length > 0 ? output.ToString() : null;
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }
}
