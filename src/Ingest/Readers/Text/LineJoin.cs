using System.Text;

namespace Ingest.Readers.Text;

/// <summary>Joins what a line end broke.</summary>
internal static class LineJoin
{
    /// <summary>
    /// Appends with a space; without one inside an address, and after a hyphen between two letters, where the hyphen stays: whether it belongs
    /// to the word or only to the break cannot be told without a dictionary, and extracted policies rarely hyphenate.
    /// </summary>
    public static void Join(StringBuilder open, string next, bool inAddress)
    {
        bool hyphen = open.Length > 1 && open[^1] is '-' or '/' or '\u2010' && char.IsLetterOrDigit(open[^2]) && char.IsLetterOrDigit(next[0]);
        bool suspended = hyphen && (next.StartsWith("and ", StringComparison.Ordinal) || next.StartsWith("or ", StringComparison.Ordinal) || next.StartsWith("to ", StringComparison.Ordinal));
        if (!inAddress && (!hyphen || suspended)) open.Append(' ');
        open.Append(next);
    }
}
