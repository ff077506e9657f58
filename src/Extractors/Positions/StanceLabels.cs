using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Stances that stand alone as a heading, a column's header, a cell or the label of an item, with no sentence around them:
/// "Not medically necessary", "When services are covered", "Experimental, investigational, or unproven", "Exclusions".
/// </summary>
internal static partial class StanceLabels
{
    public static IReadOnlyList<Stance> Read(string words)
    {
        string label = words.Trim().TrimEnd(':', '.', '-', '–', ' ');
        if (label.Length is 0 or > 120) return [];
        if (Excluded().IsMatch(label)) return [Stance.NotCovered];
        Match match = Label().Match(label);
        if (!match.Success) return [];
        return [.. StanceWords.Of(match.Groups["list"].Value, match.Groups["neg"].Success, weak: false)];
    }

    /// <summary>Whether such a label says that criteria decide.</summary>
    public static bool IsConditional(string words) => Condition().IsMatch(words);

    [GeneratedRegex(
        $@"^(?:policy (?:statement )?)?(?:when )?(?:(?:the )?(?:following )?(?:services?|procedures?|treatments?|tests?|indications?|conditions?|uses|codes?)(?: and (?:services?|procedures?|treatments?|tests?))? )?(?:that )?(?:(?:may|will|can) )?(?:(?<neg>not) )?(?:is |are |be )?(?:(?<neg>not) )?(?:considered )?{StanceWords.List}(?: (?:services?|indications?|conditions?|uses?|procedures?|treatments?|tests?|criteria))?(?: (?:when|with|if|for)\b.{{0,60}})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:policy |coverage |benefit |criteria )?(?:exclusions?|non-?covered (?:services?|indications?)|(?:services?|conditions?|indications?|uses) (?:that are |recommended )?(?:not covered|excluded)|what is not covered)(?: criteria)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\b(?:when|if|criteria)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
