using System.Text.RegularExpressions;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

/// <summary>
/// The stance that the label of a group of codes, a column head or a note takes ("The following codes are considered investigational:").
/// A label that names two opposite ones ("covered and non-covered codes") or disclaims ("does not imply coverage") takes none.
/// </summary>
internal static partial class GroupStance
{
    public static Stance? Of(ReadOnlySpan<char> label)
    {
        if (Disclaimer().IsMatch(label)) return null;
        bool necessary = false;
        Stance? first = null;
        int firstAt = int.MaxValue;
        foreach (ValueMatch match in Stances().EnumerateMatches(label))
        {
            if (Read(label.Slice(match.Index, match.Length)) is not { } stance) continue;
            if (stance != Stance.MedicallyNecessary && Hedged().IsMatch(label[(match.Index + match.Length)..])) continue;
            if (stance == Stance.MedicallyNecessary) necessary = true;
            else if (first is null || Rank(stance) < Rank(first.Value) || (Rank(stance) == Rank(first.Value) && match.Index < firstAt)) (first, firstAt) = (stance, match.Index);
        }
        if (!necessary) return first;
        return first is null or Stance.PriorAuthorization ? Stance.MedicallyNecessary : null;
    }

    /// <summary>A reason outweighs its consequence: "investigational and therefore not covered" is investigational.</summary>
    private static int Rank(Stance stance) => stance switch
    {
        Stance.Investigational or Stance.NotMedicallyNecessary or Stance.Cosmetic => 0,
        Stance.NotCovered => 1,
        _ => 2,
    };

    private static Stance? Read(ReadOnlySpan<char> words)
    {
        if (Has(words, "authori") || Has(words, "certif") || words.Equals("PA required", StringComparison.OrdinalIgnoreCase))
            return Negated().IsMatch(words) ? null : Stance.PriorAuthorization;
        if (Has(words, "individual")) return Stance.IndividualConsideration;
        if (Has(words, "cosmetic")) return Stance.Cosmetic;
        if (Has(words, "investigat") || Has(words, "experiment") || Has(words, "unproven")) return Negated().IsMatch(words) ? null : Stance.Investigational;
        if (Has(words, "necess")) return Negated().IsMatch(words) ? Stance.NotMedicallyNecessary : Stance.MedicallyNecessary;
        return Negated().IsMatch(words) || Has(words, "exclu") || Has(words, "inelig") ? Stance.NotCovered : Stance.MedicallyNecessary;
    }

    /// <summary>Whether the words only guard against reading a stance into a list ("Inclusion of a code does not guarantee coverage").</summary>
    public static bool IsDisclaimer(ReadOnlySpan<char> words) => Disclaimer().IsMatch(words);

    private static bool Has(ReadOnlySpan<char> words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
        (?:\bnot?\s(?:be\s)?(?:considered\s)?)?\b(?:investigational|experimental|unproven)
        | \b(?:not|never)\s(?:considered\s|deemed\s|be\s|meet\s|support\s|the\s|criteria\s|for\s)*(?:medically\snecessary|medical\snecessity)\b
        | \bnon-?\s?medically\snecessary\b | \bmedically\sunnecessary\b
        | \b(?:medically\snecessary|medical\snecessity)\b
        | \b(?:(?:not|non|never|no)[\s-]+(?:be\s|a\s|is\s|are\s|generally\s|routinely\s|separately\s)*)?(?:covered|eligible\sfor\scoverage|reimbursed|reimbursable|a\sbenefit)\b
        | \bineligible\b | \bexcluded\b | \b(?:benefit|coverage|plan|contract)\sexclusions?\b | \bcosmetic\b | \bestablished\b
        | (?:\b(?:do|does)\snot\s)?\b(?:meets?|supports?)\s(?:the\s)?(?:coverage\s|selection\s|medical\s|necessity\s)*criteria\b
        | \bindividual\s(?:case\s)?(?:consideration|review)\b
        | \b(?:(?:not?|without)\s)?(?:prior|pre-?)\s?(?:authori[sz]ation|certification)(?:\s(?:is|are))?(?:\s(?:not\s(?:required|applicable|needed)))?
        | \brequires?\s(?:an?\s)?authori[sz]ation\b | \bPA\srequired\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Stances();

    /// <summary>"Not covered if …" says that it is covered otherwise.</summary>
    [GeneratedRegex(@"^\s+(?:if|when|unless|except|until)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hedged();

    [GeneratedRegex(@"^(?:not?|non|never|without)\b|\bnot\b|unnecess", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negated();

    [GeneratedRegex(
        @"\b(?:imply|implies|guarantee[sd]?|denotes?|constitutes?|not an indication|appear(?:ing|s|ance)?|(?:inclusion|presence|listing|identification|absence) (?:or exclusion )?of|reference purposes|informational purposes|may or may not|according to the \W?policy)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();
}
