namespace Ingest.Extractors.Criteria;

/// <summary>Decides how the children of a node combine: its words first, then the connectives between the children, then what is usual.</summary>
internal static class Combinations
{
    /// <summary>A short item that only names a group ("Sulfation disorders") and combines its members as the list that it stands in.</summary>
    private const int LongestGroupName = 60;

    /// <param name="children">What hangs under the node, see <see cref="Grouping"/>.</param>
    /// <param name="around">How the list combines that the node stands in; null at a root.</param>
    /// <returns>Null where the document does not say how the children combine.</returns>
    public static Combination? Of(OutlineNode node, IReadOnlyList<OutlineNode> children, Combination? around)
    {
        if (children.Count == 0) return null;
        bool grouped = children.Count < node.Children.Count;
        Combination? words = OperatorWords.OfLead(node.Words);
        // "… will not be covered for any of these": the negation is the stance's own.
        if (words is { Operator: CriterionOperator.None } && Denies(node.Words)) words = new(CriterionOperator.Any, null, true);
        if (words is { Explicit: true } && Sensible(words.Value, node)) return words;
        if (ListNature.IsScore(node.Words)) return null;
        CriterionOperator? connective = grouped ? CriterionOperator.Any : Between(node) ?? OperatorWords.AtEnd(node.Words);
        if (connective is { } between) return new(between, null, false);
        if (words is { Explicit: false }) return words;
        // Lists under names of their own ("Gout:", "Fever:") are cases, each with its conditions.
        if (node.Children.Count > 1 && node.Children.All(c => c.Label is null)) return new(CriterionOperator.Any, null, false);
        bool group = node.Label is not null && around is { Operator: CriterionOperator.Any } && node.Words.Length <= LongestGroupName && !node.Words.EndsWith(':');
        if (group) return new(CriterionOperator.Any, null, false);
        if (around is null && ListNature.AsksCases(node.Words) && Denies(node.Words)) return new(CriterionOperator.Any, null, false);
        // The stricter reading is a claim as well: it is made where the words ask for conditions.
        return children.Count == 1 || ListNature.Requires(node.Words) ? new(CriterionOperator.All, null, false) : null;
    }

    /// <summary>"… is not covered if:": each case is enough to deny, where to allow all conditions are needed.</summary>
    private static bool Denies(string words) =>
        Positions.StanceGrammar.Read(words, leadsList: true) is [_, ..] claims && claims.All(c => c.Stance is not (Positions.Stance.MedicallyNecessary or Positions.Stance.PriorAuthorization));

    /// <summary>Whether the node's words or items say how they combine, so that the list is more than an enumeration.</summary>
    public static bool IsStated(OutlineNode node) => OperatorWords.OfLead(node.Words) is { Explicit: true } || HasConnectives(node);

    private static bool HasConnectives(OutlineNode node) => Between(node) is not null;

    /// <summary>"At least two of the following" over one child was said of something else.</summary>
    private static bool Sensible(Combination words, OutlineNode node) => words.Minimum is not { } minimum || minimum <= node.Children.Count;

    /// <summary>The connective that most neighbours share; on a tie ALL, the stricter reading.</summary>
    private static CriterionOperator? Between(OutlineNode node)
    {
        int and = 0, or = 0;
        for (int i = 0; i + 1 < node.Children.Count; i++)
        {
            CriterionOperator? found = After(node.Children[i]) ?? OperatorWords.AtStart(node.Children[i + 1].Words);
            if (found == CriterionOperator.All) and++;
            else if (found == CriterionOperator.Any) or++;
        }
        return and + or == 0 ? null : and >= or ? CriterionOperator.All : CriterionOperator.Any;
    }

    /// <summary>A connective at the end of the last sub-item stands between the item and its next sibling.</summary>
    private static CriterionOperator? After(OutlineNode node)
    {
        OutlineNode last = node;
        while (last.Children.Count > 0) last = last.Children[^1];
        return last.Connective ?? OperatorWords.AtEnd(last.Words) ?? node.Connective;
    }
}
