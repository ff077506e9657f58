using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Identity;

/// <summary>Names of organisations: their words, their spellings, and which of them never publish a coverage policy.</summary>
public static partial class PayerNames
{
    /// <summary>Words that name what something is, not who: a name made of these alone is none.</summary>
    private static readonly FrozenSet<string> Generic = Set(
        "a an the this these that our your we it its policy policies medical clinical coverage guideline guidelines criteria document plan plans health healthcare company " +
        "companies member members provider providers physician physicians benefit benefits contract contracts medicare medicaid commercial advantage payer payers insurance " +
        "insurer services service care program programs product products all any other state federal law prior authorization and of for or by to in on with not when if copyright " +
        "rights reserved inc llc corporation association group network title subject section table contents note notice important reminder please introduction description " +
        "application use instructions disclaimer bulletin bulletins manual lab laboratory management drug pharmacy formulary evidence-based appropriateness appropriate exchange " +
        "individual community hmo ppo pos epo fep page number review reviewed effective date committee director directors nurse each some many most current new genetic testing " +
        "test tests therapy treatment gene national local determination determinations general department information related administrative process department marketplace dual joint subcommittee approved cross reference references");

    private static readonly FrozenSet<string> Organisation = Set(
        "health healthcare blue cross shield plan plans insurance assurance care caritas mutual permanente indemnity healthplan benefits benefit choice community network " +
        "partners alliance advantage medicaid hmo inc companies group system systems");

    /// <summary>Bodies that policies cite, license from or answer to.</summary>
    [GeneratedRegex(
        """
        \b(?:american|national|european|international|u\.?s\.?|united\sstates|association|society|academy|college|university|institutes?|foundation|department|office|centers\sfor|
        administration|cms|fda|nccn|nice|cpt|ama|hcpcs|icd|hayes|interqual|mcg|milliman|uptodate|ecri|concert|avalon|change\shealthcare|federal|congress|government|
        journal|press|elsevier|wolters|task\sforce|court|world\shealth|clinicaltrials|commission|council|registered|trademarks?|statutes?|laboratories|genetics|genomics|pharmaceuticals?|
        diagnostics|biosciences|therapeutics|instructions|adobe|microsoft|google)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    /// <summary>A name as printed without marks, trailing corporate form and possessive; null where what is left names nobody.</summary>
    public static string? Clean(string printed)
    {
        string name = Marks().Replace(printed, "");
        name = White().Replace(name, " ").Trim(' ', ',', '.', '-', '–', ';', ':', '*', '_', '|', '(', ')');
        name = Possessive().Replace(name, "");
        if (name.StartsWith("The ", StringComparison.Ordinal)) name = name[4..];
        string previous;
        do
        {
            previous = name;
            name = Tail().Replace(name, "").TrimEnd(' ', ',', '.', '-', '–');
        }
        while (name != previous);
        if (name.Length is < 3 or > 80 || Foreign().IsMatch(name) || ScopeFinder.IsState(name)) return null;
        string[] words = Words(name);
        // The brand alone is its association's; a licensee adds its own words.
        if (words.All(w => w is "blue" or "cross" or "shield" or "and" || Generic.Contains(w))) return null;
        return words.Length is > 0 and <= 9 && char.IsUpper(name[0]) | char.IsLower(name[0]) && words.Any(w => !Generic.Contains(w)) ? name : null;
    }

    /// <summary>Whether a word of the name is one that health plans call themselves by.</summary>
    public static bool LooksLikePayer(string name) => Words(name) is { Length: >= 2 } words && words.Any(w => !Generic.Contains(w))
        && words.Any(w => Organisation.Contains(w) && (w is not ("cross" or "shield") || words.Contains("blue")));

    /// <summary>Whether the name is one that only an insurer bears.</summary>
    public static bool IsInsurer(string name) => Insurer().IsMatch(name);

    /// <summary>In either case of letters: letterheads are often set in capitals. "Behavioral Health" and "Health Insurance" may be what a policy is about.</summary>
    [GeneratedRegex(@"\bHealth ?Plans?\b|\bInsurance (?:Company|Co\.|Corporation)|\bBlue ?(?:Cross|Shield)\b|\bHealth (?:Partners|Alliance|Net|Network|Cooperative)\b|\bHMO\b|\bPermanente\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Insurer();

    public static bool IsGeneric(string word) => Generic.Contains(word);

    /// <summary>Lower-case words; "&amp;" is "and", marks and punctuation are gone, and so is the "and" within "Blue Cross and Blue Shield".</summary>
    public static string[] Words(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '®' or '™' or '℠' or '’' or '\'') continue;
            letters.Append(c == '&' ? " and " : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : " ");
        }
        letters.Replace("bluecross", "blue cross").Replace("blueshield", "blue shield").Replace("blue cross and blue shield", "blue cross blue shield");
        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Lower-case ASCII words joined by hyphens.</summary>
    public static string Slug(string name) =>
        string.Join('-', Words(name.Normalize(NormalizationForm.FormD)).Select(w => new string([.. w.Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[®™℠]|\\(R\\)|\\(TM\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    [GeneratedRegex("['’]s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[,\s]+(?:inc|llc|l\.l\.c|corp|corporation|co|ltd|and its (?:subsidiaries|affiliates).*|and|of|all rights.*|members?|clinical|medical|coverage|drug|polic(?:y|ies)|guidelines?|commercial|committee|panel|board|pharmacy|utilization|quality|grievance|department|providers?|plans?(?<!(?:health|care|community|family|choice|benefit|alliance|mutual|advantage) plans?)|customer|service|medicaid|medicare)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
