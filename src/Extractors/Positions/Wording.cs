using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>
/// A statement as the grammar reads it: one line, straight quotes, no emphasis marks, label or asides in brackets.
/// Only phrases are matched on it; spans always come from the document itself.
/// </summary>
internal static partial class Wording
{
    /// <summary>Longer runs without a sentence end are tables or lists gone wrong; reading their start is enough and keeps time bounded.</summary>
    private const int Longest = 3000;

    /// <summary>The same, with what a bracket says of how the list below is to be met: "Gout (must meet all):" is "Gout, must meet all:".</summary>
    public static string PlainLead(string text) => Plain(Quantified().Replace(text, ", ${words}"));

    [GeneratedRegex(@"\s*\((?<words>(?:must |member )?(?:must )?(?:meets?|satisfy|has|have) (?:all|any|one|both|either|each|at least|[a-z] (?:or|and))[^()]{0,30})\)(?=\s*:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantified();

    public static string Plain(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, Longest));
        int depth = 0;
        for (int i = 0; i < text.Length && plain.Length < Longest; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']' when depth > 0:
                    depth--;
                    break;
                case '*' when depth == 0 && IsOfName(text, i):
                    plain.Append(c);
                    break;
                case '*' or '_' or '#' or '\\' or '®' or '™' or '©' or '\u2020' or '\u2021' or '\u00ad' or '"' or '\u201c' or '\u201d':
                    break;
                case '\u2019' or '\u2018' when depth == 0:
                    plain.Append('\'');
                    break;
                default:
                    if (depth > 0) break;
                    if (!char.IsWhiteSpace(c)) plain.Append(c);
                    else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                    break;
            }
        }
        // A bracket that never closes would swallow the sentence: then nothing is an aside.
        string line = depth > 0 ? Spaces().Replace(text.Replace('\u2019', '\''), " ") : plain.ToString();
        return SpaceBeforeMark().Replace(Label().Replace(line.Trim(), ""), "$1");
    }

    /// <summary>The asterisk of an allele ("B*27:05") belongs to its name; others mark notes or emphasis.</summary>
    private static bool IsOfName(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([,.;:])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"^(?:[•▪●○◦➢►▶■□✓\uE000-\uF8FF\-–—]\s*|(?:\d{1,2}|[A-Za-z]|[IVXLivxl]{1,5})[.)]\s+)+")]
    private static partial Regex Label();
}
