using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>The line of business that a heading, a table's row or a sentence names.</summary>
internal static partial class LinesOfBusiness
{
    /// <summary>A heading or label that is nothing but lines of business ("Medicare Advantage members"); null otherwise.</summary>
    public static string? OfLabel(string words)
    {
        string label = Prefix().Replace(words.Trim().TrimEnd(':', '.', ' '), "");
        if (label.Length is 0 or > 160 || !Line().IsMatch(label)) return null;
        if (label.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(IsProduct)) return label;
        string rest = Filler().Replace(Line().Replace(label, " "), " ");
        return rest.Count(char.IsLetter) <= label.Length / 3 ? label : null;
    }

    /// <summary>Kinds of plan that a product's own name ends in or holds ("Northern Choice HMO").</summary>
    private static readonly FrozenSet<string> Plans = FrozenSet.Create(StringComparer.Ordinal, "HMO", "PPO", "EPO", "SCO", "ACO", "PACE", "Medicaid", "Medicare", "Commercial", "MassHealth");

    private static bool IsProduct(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 5 } words && words.Any(Plans.Contains) && words.All(w => char.IsUpper(w[0]) || w is "and" or "or" or "of" or "&")
        && !words.Any(PartsOfPolicy.Contains);

    /// <summary>A heading with one of these is about the policy or a service ("Medicare Coverage"), not the name of a plan.</summary>
    private static readonly FrozenSet<string> PartsOfPolicy = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "coverage", "policy", "policies", "criteria", "information", "guidelines", "benefit", "benefits", "testing", "test", "tests", "determination", "determinations",
        "authorization", "requirements", "variation", "variations", "national", "local", "statement", "rationale", "references", "codes", "notice", "notes", "services", "database");

    /// <summary>The line that a sentence restricts itself to: "For Medicaid members, …", "Federal Employee Program (FEP): …".</summary>
    public static string? OfSentence(string words)
    {
        Match match = Restriction().Match(words);
        if (!match.Success) return null;
        string name = match.Groups["line"].Value.Trim().TrimEnd(',', ':');
        return name.Length == 0 ? null : name;
    }

    private const string Names =
        @"commercial|medicaid|medicare(?: advantage| part [abcd]| supplement)?|individual exchange|exchange|marketplace|HMO|PPO|POS|EPO|indemnity|FEP|federal employee program|state account organization|SAO|PACE|SNP|dual eligible|managed care|QUEST(?: integration)?|self-funded|fully insured|ASO|MA-?PD|CHIP|HARP|essential plan|child health plus";

    [GeneratedRegex(@"^(?:applicable )?lines? of business ?: ?|^[☐☒☑✓✔] ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex($@"\b(?:{Names})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"\b(?:members?|plans?|products?|lines? of business|health|and|or|enrollees|only|for|the|benefit|groups?|policy|blue|shield|cross)\b|[^A-Za-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex($@"^(?:(?:for|all) (?<line>(?:[\w-]+ ){{0,3}}?(?:{Names})\b(?:[ ,/&]+(?:and |or )?(?:{Names})\b)*)(?: (?:plan )?(?:members?|products?|plans?|enrollees))?|(?<line>[^:.]{{0,30}}?\b(?:{Names})\b[^:.]{{0,30}}?)(?::| [-–—]) |(?<line>(?:[A-Z]\w+ )?(?:{Names})\b(?: [A-Z]\w+)?) (?:follows|considers|covers|does not cover))|\bfor (?<line>(?:{Names})\b(?:[ ,/&]+(?:and |or )?(?:{Names})\b)*) (?:members|plans|products|enrollees)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restriction();
}
