using System.Diagnostics;

namespace Ingest.Benchmarks.Pdf;

/// <summary>Runs pdftotext, the yardstick for text and speed.</summary>
internal static class Poppler
{
    /// <summary>Text of a file; null where pdftotext fails or takes more than a minute.</summary>
    public static string? Text(string file, string mode = "-raw")
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [mode, "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(60_000))
        {
            process.Kill();
            return null;
        }
        errors.Wait();
        return process.ExitCode == 0 ? output.Result : null;
    }
}
