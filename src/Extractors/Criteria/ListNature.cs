using System.Collections.Frozen;

namespace Ingest.Extractors.Criteria;

/// <summary>What a lead-in makes of the list under it, where it says neither all nor any of it.</summary>
internal static class ListNature
{
    private static readonly string[] ExampleEnds = ["but not limited to", "such as", "for example", "e.g.", "examples include", "including but not limited to the following", "but are not limited to"];

    private static readonly string[] Enumerating = ["include", "including", "such as", "of", "any", "either", "following"];

    private static readonly string[] DenyingStarts = ["no ", "there is no ", "there are no ", "absence of ", "without "];

    private static readonly FrozenSet<string> Denials = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "no", "not", "without", "never", "nor");

    /// <summary>Words after which a list without connectives holds as a whole: the conditions of what they lead in.</summary>
    private static readonly FrozenSet<string> Requiring = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "when", "if", "criteria", "met", "require", "requires", "required", "must", "requirements", "provided", "only");

    /// <summary>"Risk factors such as:", "conditions including, but not limited to:": what follows illustrates and is required of nobody.</summary>
    public static bool IsExamples(string words)
    {
        string stem = Stem(words).Replace(",", "", StringComparison.Ordinal);
        return ExampleEnds.Any(e => stem.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"A score of 7 or higher using:": the items add up to the score; how many must hold, none of them says.</summary>
    public static bool IsScore(string words) =>
        words.Contains(" score of ", StringComparison.OrdinalIgnoreCase) || words.Contains(" points from ", StringComparison.OrdinalIgnoreCase) || words.Contains("total score", StringComparison.OrdinalIgnoreCase);

    /// <summary>"There are no contraindications that include:", "No history of:".</summary>
    public static bool IsDenied(string words)
    {
        if (!words.EndsWith(':')) return false;
        string stem = Stem(words);
        if (DenyingStarts.Any(s => stem.StartsWith(s, StringComparison.OrdinalIgnoreCase))) return true;
        string clause = stem[(stem.LastIndexOfAny([',', ';', '.']) + 1)..].Replace("not limited to", "", StringComparison.OrdinalIgnoreCase);
        string[] tokens = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return tokens.Length > 0 && Enumerating.Contains(tokens[^1], StringComparer.OrdinalIgnoreCase) && tokens.Any(Denials.Contains);
    }

    /// <summary>The quantifier that stands alone before the colon: "the patient has either:".</summary>
    public static CriterionOperator? AtColon(string words)
    {
        if (!words.EndsWith(':')) return null;
        string stem = Stem(words);
        return stem[(stem.LastIndexOf(' ') + 1)..].ToUpperInvariant() switch
        {
            "EITHER" or "ANY" or "ONE" => CriterionOperator.Any,
            "ALL" or "BOTH" => CriterionOperator.All,
            "NEITHER" => CriterionOperator.None,
            _ => null,
        };
    }

    /// <summary>"… when:", "… if:".</summary>
    public static bool AsksCases(string words) =>
        words.EndsWith(':') && Stem(words) is var stem && stem[(stem.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "when" or "if";

    /// <summary>Whether the words put what follows as conditions, so that a list without a word between its items holds as a whole.</summary>
    public static bool Requires(string words)
    {
        string[] tokens = words.Replace("coverage criteria", "", StringComparison.OrdinalIgnoreCase).Split([' ', ':', ',', ';', '.', '('], StringSplitOptions.RemoveEmptyEntries);
        // "Documentation of the following:", but not "the following tests meet …", which names what a stance is on.
        return tokens.Any(Requiring.Contains) || tokens.TakeLast(2).Any(t => t.Equals("following", StringComparison.OrdinalIgnoreCase) || t.Equals("below", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// "The tests listed below are covered if the limb is swollen." is complete and points to its list as what is covered, not as its conditions.
    /// </summary>
    public static bool NamesServices(string words)
    {
        if (!words.EndsWith('.') || Positions.StanceGrammar.Read(words, leadsList: true) is not [var claim, ..]) return false;
        return PointsDown(words[..claim.Start]) && !PointsDown(words[claim.End..]);
    }

    private static bool PointsDown(string words) =>
        words.Contains("below", StringComparison.OrdinalIgnoreCase) || words.Contains("following", StringComparison.OrdinalIgnoreCase);

    private static string Stem(string words) => words.TrimEnd(':', ' ', ',', ';');
}
