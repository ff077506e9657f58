using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>
/// The words that name a stance and what their negation means: "not medically necessary" is a stance of its own,
/// "not covered" is an exclusion, "not proven" is investigational, and "not investigational" is no stance at all.
/// </summary>
internal static partial class StanceWords
{
    private const string Need =
        "(?<need>medical(?:ly)? (?:necessary|necessity|indicated|appropriate)|(?:medically )?reasonable (?:and|&) (?:medically )?necessary)";

    private const string Trial =
        "(?<trial>experimental|investigational|investigative|unproven|e/i/u|e/i|eiu|of unproven (?:benefit|value))";

    private const string Proof = "(?<proof>(?:clinically )?proven(?! to)|established|(?:a )?useful (?:[a-z]+ ){0,2}options?)";

    private const string Cover =
        "(?<cover>covered|approvable|(?:separately )?(?:reimbursable|reimbursed|payable)|(?:eligible|available) for (?:coverage|reimbursement|payment|benefits))";

    private const string Grant = "(?<grant>approved|authorized|certified|allowed|granted)";

    private const string Exclude =
        "(?<exclude>non-?covered|noncovered|non-?reimbursable|excluded(?: from coverage)?|denied|ineligible for (?:coverage|reimbursement|payment)|(?:contract|plan|benefit|policy) exclusions?)";

    private const string Benefit = "(?<cover>(?:medicare |covered |plan |medical )?benefit)";

    private const string Cosmetic = "(?<cosmetic>cosmetic)";

    private const string Weak = "(?<weak>(?:clinically (?:necessary|indicated|appropriate)|indicated|appropriate|(?:the )?standard of care)(?! to ))";

    /// <summary>Words that may stand between a verb or another stance and the stance itself.</summary>
    private const string Filler =
        "(?:(?:be|been|being|to be|as|a|an|considered|deemed|generally|routinely|currently|both|either|only|also|always|therefore|thus|otherwise|conditionally|specifically|expressly) ){0,4}";

    /// <summary>The noun that a stance may qualify and still be a predicate: "is an investigational procedure".</summary>
    private const string Noun =
        "(?: (?:procedures?|services?|treatments?|tests?|technolog(?:y|ies)|devices?|benefits?|items?|therap(?:y|ies)|interventions?|uses?|indications?|exclusions?|benefit exclusions?|in nature))?";

    /// <summary>One stance, perhaps negated.</summary>
    public const string Item =
        $"(?:(?<not>not|never|nor|neither) )?{Filler}(?:{Need}|{Trial}|{Proof}|{Cover}|{Grant}|{Exclude}|{Benefit}|{Cosmetic}|{Weak}){Noun}";

    private const string Link =
        "(?:[ ,;/&-]|\\b(?:and/or|and|or|therefore|thus|hence|consequently|so|also|as|is|are|be|will be|may be|considered|to be|but)\\b){1,12}";

    /// <summary>What may come after a predicate. Another noun there means that the stance word only qualifies it ("investigational arm").</summary>
    private const string After =
        "(?=[ ]?(?:$|[.,;:?!)/*†‡–-]|(?:when|if|for|in|as|to|by|because|due|only|unless|until|based|under|with|without|at|on|and|or|but|once|per|prior|after|before|since|during|where|while|through|using|except|following|according|pursuant|given|regardless|who|which|that|up|every|one|two|three|once|twice|outside|within|from|is|are|will|may|however|therefore|provided|the|all|any|limited|subject|first|than|during|over|of|also|including|do to)\\b))";

    /// <summary>A list of stances that all are said of the same thing.</summary>
    public const string List = $"(?<list>{Item}(?:{Link}{Item}){{0,6}}){After}";

    [GeneratedRegex(Item, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItemPattern();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrPattern();

    /// <summary>Whether any word that names a stance stands in <paramref name="words"/>.</summary>
    public static bool Names(string words) => ItemPattern().IsMatch(words);

    /// <summary>The stances of a list, each once, in order. <paramref name="negated"/> is the verb's own negation.</summary>
    /// <param name="weak">Whether words that only lean to a stance ("indicated", "approved") count.</param>
    public static IEnumerable<Stance> Of(string list, bool negated, bool weak)
    {
        var seen = new HashSet<Stance>();
        int end = -1;
        foreach (Match item in ItemPattern().Matches(list))
        {
            // "is not experimental/investigational" and "… or investigational" negate both, "is not covered and investigational" only the first.
            bool carried = negated && (end < 0 || list.AsSpan(end, item.Index - end) is var gap && (OrPattern().IsMatch(gap) || gap.Trim() is "/"));
            end = item.Index + item.Length;
            if (Read(item, carried ^ item.Groups["not"].Success, weak) is { } stance && seen.Add(stance)) yield return stance;
        }
    }

    private static Stance? Read(Match item, bool not, bool weak)
    {
        if (item.Groups["need"].Success) return not ? Stance.NotMedicallyNecessary : Stance.MedicallyNecessary;
        if (item.Groups["trial"].Success) return not ? null : Stance.Investigational;
        if (item.Groups["proof"].Success) return not ? Stance.Investigational : Stance.MedicallyNecessary;
        if (item.Groups["cover"].Success) return not ? Stance.NotCovered : Stance.MedicallyNecessary;
        if (item.Groups["exclude"].Success) return not ? null : Stance.NotCovered;
        if (item.Groups["cosmetic"].Success) return not ? null : Stance.Cosmetic;
        // What is standard elsewhere is not for that the payer's stance.
        if (!weak || item.Value.Contains("standard of care", StringComparison.OrdinalIgnoreCase)) return null;
        if (item.Groups["grant"].Success) return not ? Stance.NotCovered : Stance.MedicallyNecessary;
        return not ? Stance.NotMedicallyNecessary : Stance.MedicallyNecessary;
    }
}
