using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>Whether criteria decide a stance, from the words around it.</summary>
internal static partial class Conditions
{
    private static readonly string[] Openings = ["when", "if", "when the", "for the following", "provided that", "only when", "only if"];

    /// <summary>Whether a statement ends where its conditions should follow: "… is medically necessary when:".</summary>
    public static bool BreakOff(string statement)
    {
        string words = Wording.Plain(statement).TrimEnd();
        return words.EndsWith(':') || Openings.Any(o => words.EndsWith(" " + o, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="head">The words of the claim's clause before the phrase that takes the stance.</param>
    /// <param name="tail">The words after it, up to the next claim.</param>
    /// <param name="leadsList">Whether a list follows the statement.</param>
    public static bool Decide(string head, string tail, Stance stance, bool leadsList)
    {
        bool given = GivenBefore().IsMatch(head) || Only().IsMatch(tail);
        return stance switch
        {
            Stance.Deferred or Stance.IndividualConsideration => false,
            Stance.MedicallyNecessary => given || Favourable().IsMatch(tail) || leadsList && tail.EndsWith(':'),
            Stance.PriorAuthorization => Adverse().IsMatch(tail),
            _ => given || Adverse().IsMatch(tail) && !Usage().IsMatch(tail) || leadsList && Quantified().IsMatch(tail),
        };
    }

    [GeneratedRegex(
        @"\b(?:when|if|unless|provided|as long as|until|only (?:for|in|to|by|as)|who (?:also |have )?(?:meet|met)|meets?|meeting|criteria|contingent|following (?:indications?|conditions?|situations?|circumstances|clinical|scenarios|uses?|reasons?|purposes?|cancer types?|diagnos[ei]s)|(?:all|any|one|each|both|either|more|\d+|two|three|at least \w+) (?:of )?(?:the )?(?:following|below)|for the following(?=:?$)|(?:in|under) (?:certain|some|limited|the following) (?:clinical )?circumstances)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Favourable();

    [GeneratedRegex(@"\b(?:when|if|unless|until|(?:do(?:es)? not|fails? to) (?:meet|satisfy)|not (?:been )?met)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adverse();

    /// <summary>"investigational when used to screen for X": the words name the use, no criteria decide.</summary>
    [GeneratedRegex(@"^[^,;:]{0,20}\b(?:when|if) (?:it is |they are |the test is )?(?:used|performed|utilized|done|administered|given) (?:for|to|as|in|with|alone|together|on)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Usage();

    [GeneratedRegex(@"\b(?:any|all|one|none|more) (?:or more )?of (?:the )?(?:following|these|above)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantified();

    [GeneratedRegex(@"(?:^|[,;]\s)\W*(?:(?:however|but|and|otherwise),? )?(?:if|when|unless)\b|\bnot (?:meet|meeting|met|satisfying)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GivenBefore();

    [GeneratedRegex(@"\bunless\b|\bonly (?:when|if)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Only();
}
