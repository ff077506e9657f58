using System.Text.RegularExpressions;
using Ingest.Readers.Text;

namespace Ingest.Readers.Markdown;

/// <summary>Whether lines are Markdown. Plain text has asterisks, dashes and numbered lines too; headings, bold runs and links it has not.</summary>
internal static partial class MarkdownSigns
{
    [GeneratedRegex(@"^#{1,6}\s+\S|\*\*[^\s*][^*]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|^\|?(?:\s*:?-{3,}:?\s*\|)+|<(?:https?://|input |br\b)|^```", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    public static bool In(IReadOnlyList<SourceLine> lines)
    {
        int signs = 0;
        foreach (SourceLine line in lines)
        {
            if (!line.IsBlank && Sign().IsMatch(line.Text) && ++signs >= 2) return true;
        }
        return false;
    }
}
