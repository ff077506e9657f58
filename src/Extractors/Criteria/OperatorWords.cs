using System.Text.RegularExpressions;

namespace Ingest.Extractors.Criteria;

/// <summary>How criteria combine, as words say it.</summary>
/// <param name="Explicit">Whether a number or quantifier says so ("all of the following"), or the words only suggest it.</param>
internal readonly record struct Combination(CriterionOperator Operator, int? Minimum, bool Explicit);

/// <summary>Reads operators from lead-ins ("ONE or more of the following") and from the connectives between items.</summary>
internal static partial class OperatorWords
{
    /// <summary>What <paramref name="words"/> say of the list under them; null where they say nothing. The last phrase counts.</summary>
    public static Combination? OfLead(string words)
    {
        Match? last = Quantifier.Matches(words).LastOrDefault();
        if (last is not null) return Read(last);
        if (ListNature.AtColon(words) is { } quantifier) return new(quantifier, null, Explicit: true);
        if (ListNature.IsDenied(words)) return new(CriterionOperator.None, null, Explicit: true);
        Match? hint = Hint().Matches(words).LastOrDefault();
        if (hint is null) return null;
        return new(hint.Groups["all"].Success ? CriterionOperator.All : CriterionOperator.Any, null, Explicit: false);
    }

    /// <summary>The connective at the end of an item ("…; or"); null where there is none.</summary>
    public static CriterionOperator? AtEnd(string words) => Connective(Trailing().Match(words));

    /// <summary>The connective at the start of an item ("AND the member …"); null where there is none.</summary>
    public static CriterionOperator? AtStart(string words) => Connective(Leading().Match(words));

    /// <summary>Whether a block is nothing but a connective between items.</summary>
    public static bool IsConnective(string words) => Alone().IsMatch(words);

    private static CriterionOperator? Connective(Match match) =>
        !match.Success ? null
        : match.Groups["word"].Value.Equals("and", StringComparison.OrdinalIgnoreCase) ? CriterionOperator.All : CriterionOperator.Any;

    private static Combination Read(Match match)
    {
        if (match.Groups["none"].Success) return new(CriterionOperator.None, null, true);
        if (match.Groups["all"].Success) return new(CriterionOperator.All, null, true);
        if (match.Groups["count"].Success && Number(match.Groups["count"].Value) is > 1 and var minimum)
            return new(CriterionOperator.AtLeast, minimum, true);
        return new(CriterionOperator.Any, null, true);
    }

    private static int Number(string word) => word.ToLowerInvariant() switch
    {
        "one" or "1" => 1,
        "two" or "2" => 2,
        "three" or "3" => 3,
        "four" or "4" => 4,
        "five" or "5" => 5,
        "six" or "6" => 6,
        _ => 1,
    };

    private const string Object =
        "(?:(?:of )?(?:the |these |those )?(?:[a-z-]+ ){0,3}?(?:following|below|criteria|conditions|requirements|indications|items|features|findings|situations|circumstances|these|listed|A through|[A-Z]-[A-Z])\\b|:)";

    /// <summary>
    /// Compiled at run time: the code that SDK 10.0.401 generates for it grows its stack without end on
    /// "at least two first- or second-degree relatives … with at least one of the relatives …".
    /// </summary>
    private static readonly Regex Quantifier = new(
        $@"\b(?:(?<none>none|(?:not|without|never|absence of|no) (?:[a-z]+ ){{0,4}}?(?:any|either))|(?<all>all|both|each|every one)|(?:at least |a minimum of |minimum of |any |only )?(?<count>one|two|three|four|five|six|[1-6])(?: or more| or both)?(?! (?:hours?|days?|weeks?|months?|years?|doses?|cycles?)\b)|(?<any>any|either)(?: one| 1)?(?: or more)?) {Object}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    [GeneratedRegex(
        @"\b(?:following|below) (?:(?!meets? )[a-z/-]+ ){0,3}?(?:(?<all>criteria|requirements|elements|conditions (?:is|are|have been) met|(?:is|are) met)|(?:indications?|conditions?|situations?|circumstances|interventions?|services?|uses?|tests?|procedures?|populations?|reasons?|purposes?|diagnos[ei]s|groups?|categories|scenarios|individuals|patients|members|cancers?|cancer types))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hint();

    [GeneratedRegex(@"[\s,;.:]*\b(?<word>and/or|and|or)\b[\s*.,;:]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^\W*(?<word>and/or|and|or)\b(?=[\s:,])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\W*(?:and/or|and|or)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
