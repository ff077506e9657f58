using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>"Prior authorization required: No", "Yes ☐ No ☒": the answer says whether it is.</summary>
internal static partial class CheckBoxes
{
    /// <summary>Boxes further behind a statement belong to another one. In UTF-16 units.</summary>
    private const int Reach = 240;

    /// <summary>Whether the answer is no: a word at the end of the statement or right after it, or the first pair of yes and no in or right behind <paramref name="from"/> … <paramref name="end"/> is ticked at "no".</summary>
    public static bool SayNo(string text, int from, int end)
    {
        if (Answer().IsMatch(text.AsSpan(end, Math.Min(text.Length - end, 24))) || InLine().IsMatch(text.AsSpan(from, end - from))) return true;
        Match pair = Pair().Match(text, from, Math.Min(text.Length, end + Reach) - from);
        return pair.Success && IsTicked(pair.Groups["no"].Value) && !IsTicked(pair.Groups["yes"].Value);
    }

    private static bool IsTicked(string box) => box.Any(c => c is '☒' or '☑' or '✓' or '✔' or 'x' or 'X');

    /// <summary>The answer in the next cell or line.</summary>
    [GeneratedRegex(@"^[\s:?|]*(?:no|none|n/?a|not required|not applicable)(?![\w' ]*\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"[:?]\s*(?:no|none|n/?a|not required|not applicable)[.\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InLine();

    private const string Box = @"☐|☒|☑|□|✓|✔|\[[ xX]?\]|\([xX ]\)";

    [GeneratedRegex($@"\bYes\s*(?<yes>{Box})\s*No\s*(?<no>{Box})|(?<yes>{Box})\s*Yes\b\s*(?<no>{Box})\s*No\b|\bNo\s*(?<no>{Box})\s*Yes\s*(?<yes>{Box})|(?<no>{Box})\s*No\b\s*(?<yes>{Box})\s*Yes\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
