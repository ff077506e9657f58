using System.Diagnostics;
using System.Text;

namespace Ingest.Benchmarks.Pdf;

/// <summary>Runs pdftotext, the yardstick for text and speed.</summary>
internal static class Poppler
{
    private const int MostCharacters = 20_000_000;

    /// <summary>Text of a file; null where pdftotext fails or takes more than a minute.</summary>
    public static string? Text(string file, string mode = "-raw")
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [mode, "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        _ = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        char[] part = new char[1 << 16];
        // Hostile files make it print gigabytes; the first millions of characters tell enough.
        for (int read; output.Length < MostCharacters && (read = process.StandardOutput.Read(part)) > 0;) output.Append(part, 0, read);
        if (output.Length >= MostCharacters || !process.WaitForExit(60_000)) process.Kill();
        process.WaitForExit();
        return process.ExitCode == 0 || output.Length > 0 ? output.ToString() : null;
    }
}
