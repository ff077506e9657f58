using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>Where a phrase stands in its sentence: whether it is asserted or only a condition, and what it is said of.</summary>
internal static partial class Clauses
{
    private const int LongestSubject = 300;

    /// <summary>
    /// Whether the phrase at <paramref name="start"/> is asserted. It is not inside "if …", "when …", "whether …" without a main clause
    /// between, nor among the conditions of an earlier claim that ended at <paramref name="before"/>.
    /// </summary>
    public static bool IsAsserted(string words, int before, int start, bool hasEarlier)
    {
        string gap = words[before..start];
        if (hasEarlier && Conditional().IsMatch(gap) && !Contrast().IsMatch(gap)) return false;
        string clause = LastClause(gap);
        Match doubt = Doubt().Match(gap);
        if (doubt.Success && gap.AsSpan(doubt.Index + doubt.Length) is var doubted && !doubted.Contains(';') && !FiniteVerb().IsMatch(doubted)) return false;
        // "Stockings must be tried before pumps are covered": the verb belongs to the clause that "before" starts.
        int until = clause.LastIndexOf(" before ", StringComparison.OrdinalIgnoreCase);
        if (until > 0 && FiniteVerb().IsMatch(clause[..until]) && !FiniteVerb().IsMatch(clause[until..])) return false;
        Match opener = LastOpener().Match(clause);
        if (!opener.Success) return true;
        ReadOnlySpan<char> inside = clause.AsSpan(opener.Index + opener.Length);
        if (Participle().IsMatch(inside)) return true;
        // Without a verb of its own between, the phrase is the verb of the clause that the opener starts.
        if (!FiniteVerb().IsMatch(inside)) return false;
        bool opens = string.IsNullOrWhiteSpace(Joint().Replace(clause[..opener.Index], ""));
        return opens || !FiniteVerb().IsMatch(clause[..opener.Index]);
    }

    public static bool HasVerb(string words) => FiniteVerb().IsMatch(words);

    /// <summary>The words before a verb back to the start of its clause; null where there are none or only a relative pronoun.</summary>
    public static string? SubjectBefore(string words, int verb)
    {
        string sentence = words[..verb];
        Match main = MainClause().Match(sentence);
        string? subject = Tidy(main.Success ? sentence[(main.Index + main.Length)..] : sentence);
        // "X has not been shown to work and, therefore, is …": the subject stands before its first verb.
        if (subject is null && main.Success && Tidy(sentence[..main.Index]) is { } before && HasVerb(before)) subject = Tidy(BeforeVerb(Trailing().Replace(before, "")));
        return subject is null || Pronoun().IsMatch(subject) ? null : subject;
    }

    [GeneratedRegex(@"[\s,]*\b(?:and|so|but)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    /// <summary>What an earlier verb of the same subject leaves of it: "X is dear" is X; a verb that only qualifies a noun ("X that is dear") stays.</summary>
    public static string BeforeVerb(string words)
    {
        foreach (Match verb in EarlierVerb().Matches(words))
        {
            string before = words[..verb.Index].TrimEnd();
            if (before.Length > 1 && !before.EndsWith(" that", StringComparison.OrdinalIgnoreCase) && !before.EndsWith(" which", StringComparison.OrdinalIgnoreCase) && !before.EndsWith(" who", StringComparison.OrdinalIgnoreCase)) return before;
        }
        return words;
    }

    [GeneratedRegex(@"\b(?:is|are|was|were|may|will|should|can|must|has|have|does|do|lacks?|fails?|remains?|represents?|requires?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EarlierVerb();

    /// <summary>A subject without the verb at its end ("requests will be" is "requests").</summary>
    public static string? WithoutVerb(string? subject) => subject is null ? null : Tidy(TrailingVerb().Replace(subject, ""));

    /// <summary>An object up to the words that start a condition: "X when …" is X.</summary>
    public static string? UpToCondition(string words)
    {
        Match condition = ConditionStart().Match(words);
        return Tidy(ToList().Replace((condition.Success ? words[..condition.Index] : words).TrimEnd(' ', ',', ':'), ""));
    }

    /// <summary>Words at the end of an object that lead over to a list or to the benefit.</summary>
    [GeneratedRegex(@" (?:for|in|under) (?:(?:any|one|all|either) (?:or more )?of )?the following(?: \w+)?\W*$|,? including(?:,? but not limited to)?\W*$| (?:up )?to (?:the )?plan limit\w*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToList();

    public static string? Tidy(string words)
    {
        string tidy = words.Trim().Trim(',', ';', ':', '-', '–', ' ').Trim();
        if (tidy.Length > LongestSubject) tidy = tidy[..LongestSubject].TrimEnd();
        return tidy.Length < 2 ? null : tidy;
    }

    /// <summary>What of <paramref name="words"/> still belongs to the claim before it, when another claim follows.</summary>
    public static string BeforeContrast(string words)
    {
        Match contrast = Contrast().Match(words);
        return contrast.Success ? words[..contrast.Index] : words;
    }

    /// <summary>"Services are covered when …" says nothing of any service in particular.</summary>
    public static bool IsBareNoun(string? subject) => subject is not null && Bare().IsMatch(subject);

    /// <summary>Whether nothing but connectives stands between two phrases.</summary>
    public static bool IsLink(string gap) => Link().IsMatch(gap);

    /// <summary>Objects so wide that the sentence is a rule of the benefit, not a stance on a service.</summary>
    public static bool IsGeneral(string subject) => General().IsMatch(subject);

    public static bool IsQuestion(string words) => Doubt().IsMatch(words) || Openers().IsMatch(words);

    private static string LastClause(string gap)
    {
        int at = gap.LastIndexOfAny([',', ';', ':', '.', '–', '—']);
        return at < 0 ? gap : gap[(at + 1)..];
    }

    [GeneratedRegex(@"\b(?:when|if|unless|whether|until|provided)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^[\s,]*(?:and|or|therefore|thus|hence|consequently|so|also|,|\s)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[;]|\.\s|\b(?:however|otherwise|but|all other|then)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(?:whether|determin(?:e|es|ing) (?:if|that|when)|to (?:conclude|establish|demonstrate|show|prove|say|support) that)\b", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Doubt();

    [GeneratedRegex(@"\b(?:if|when|unless|until|whenever|where|because|since|although|while|once (?:the|a|an|it|they)|provided that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Openers();

    [GeneratedRegex(@"\b(?:if|when|unless|until|whenever|where|because|since|although|while|once (?:the|a|an|it|they)|provided that|(?:by|in|under) which)\b", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LastOpener();

    /// <summary>"when used for", "if performed": the shortened clause belongs to the subject and does not hold the verb.</summary>
    [GeneratedRegex(@"^ (?:not )?(?:\w+ly )?(?:\w+ed|done|given|possible|\w+ing|available|applicable|appropriate|as)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Participle();

    [GeneratedRegex(@"\b(?:and|or|but|then|also|so|only|therefore|however)\b|[^\w]", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:is|are|was|were|may|will|should|can|must|has|have|does|do|requires?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FiniteVerb();

    [GeneratedRegex(@"[;:]\s|,? \bthen\b|\b(?:however|therefore|otherwise|additionally), |^(?:in addition|additionally|if|when|for)\b[^,]{3,200}, ", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex MainClause();

    [GeneratedRegex(@"^(?:and |or |but )*(?:there|which)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?: (?:may|will|can|should|shall|must|is|are|has|have|be|being|carefully|also|only|then))+$", RegexOptions.IgnoreCase)]
    private static partial Regex TrailingVerb();

    [GeneratedRegex(@"\b(?:when|if|unless|only (?:when|if|for|in|as)|provided)\b|:$", RegexOptions.IgnoreCase)]
    private static partial Regex ConditionStart();

    [GeneratedRegex(@"^(?:all |any |no |a |the |some |most |certain )?(?:(?:covered|experimental|investigational|unproven|cosmetic|e/i|and|or)[ /]+)*(?:services?|procedures?|treatments?|items?|care|benefits?|technolog(?:y|ies)|codes?|claims?|supplies)(?: (?:or|and) (?:services?|procedures?|treatments?|items?|supplies))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:any |all |only |those |some |other |certain )*(?:covered |listed |specific )*(?:services?|items?|care|benefits?|investigational|experimental|procedures?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex General();
}
