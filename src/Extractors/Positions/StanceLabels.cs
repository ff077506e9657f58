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

    /// <summary>Whether what stands under or after a label says that there is nothing, or that it stands elsewhere: "None", "Not applicable", "See the booklet".</summary>
    public static bool IsEmpty(string body)
    {
        string words = Wording.Plain(body).Trim(':', ' ', '.');
        return words.Length < 4 || Nothing().IsMatch(words) || words.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && words.Length < 120;
    }

    /// <summary>Whether codes stand under or after a label: then it sorts codes, and is no position.</summary>
    public static bool IsOfCodes(string body) => Codes().IsMatch(Wording.Plain(body).TrimStart(':', ' '));

    [GeneratedRegex(@"^(?:none|please refer|refer to|see |n/a|not applicable|yes\b|not? specified)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?:(?:(?:the|any) )?(?:following )?(?:CPT|HCPCS|ICD|PLA)\b|[Cc]odes?\b|[A-Z]?\d{4,5}[A-Z]?\b|[A-TV-Z]\d[0-9A-Z]\.|[Ww]hen (?:the|a|this) (?:\w+ )?codes?\b|[Ff]or the (?:procedure|diagnosis|following) codes?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    /// <summary>Whether such a label says that criteria decide.</summary>
    public static bool IsConditional(string words) => Condition().IsMatch(words);

    [GeneratedRegex(
        $@"^(?:policy (?:statement )?)?(?:when )?(?:(?<=^when ).{{3,90}}? (?=is |are |may |will |can )|(?:the )?(?:following )?(?:services?|procedures?|treatments?|tests?|indications?|conditions?|uses|codes?)(?: and (?:services?|procedures?|treatments?|tests?))? )?(?:that )?(?:(?:may|will|can) )?(?:(?<neg>not) )?(?:is |are |be )?(?:(?<neg>not) )?(?:considered )?{StanceWords.List}(?: (?:services?|indications?|conditions?|uses?|procedures?|treatments?|tests?|criteria))?(?: (?:when|with|if|for)\b.{{0,60}})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:policy |coverage |benefit |criteria )?(?:exclusions?|non-?covered (?:services?|indications?)|(?:services?|conditions?|indications?|uses) (?:that are |recommended )?(?:not covered|excluded)|what is not covered|(?:diagnos[ei]s|conditions?|indications?|services?|uses)(?:(?:/| or | and )(?:diagnos[ei]s|conditions?|indications?|services?|uses))? (?:for which coverage is not (?:authorized|provided|approved|recommended)|not recommended for (?:approval|coverage)|not approved))(?: criteria)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\b(?:when|if|criteria)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
