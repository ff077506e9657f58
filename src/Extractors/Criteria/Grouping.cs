using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Criteria;

/// <summary>"A, and B, or C" under one lead-in: AND binds tighter than OR, so A and B become one alternative beside C.</summary>
internal static class Grouping
{
    /// <summary>The children of <paramref name="node"/>, those that AND joins under a node of their own where OR stands beside it.</summary>
    public static IReadOnlyList<OutlineNode> Children(OutlineNode node)
    {
        IReadOnlyList<OutlineNode> all = node.Children;
        if (OperatorWords.OfLead(node.Words) is { Explicit: true, Operator: not CriterionOperator.Any } || Connectives(all) is not { } links) return all;
        var grouped = new List<OutlineNode>();
        int start = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (i < links.Length && links[i] == CriterionOperator.All) continue;
            grouped.Add(i == start ? all[i] : Joined(all, start, i));
            start = i + 1;
        }
        return grouped;
    }

    /// <summary>What stands between neighbours, where both words do; null where one alone does, or a sub-item speaks for its parent.</summary>
    private static CriterionOperator[]? Connectives(IReadOnlyList<OutlineNode> items)
    {
        var links = new CriterionOperator[Math.Max(0, items.Count - 1)];
        CriterionOperator? next = null;
        // A gap without a word is read as the next one with a word: "A, B, and C".
        for (int i = links.Length - 1; i >= 0; i--)
        {
            CriterionOperator? own = items[i].Connective ?? OperatorWords.AtEnd(items[i].Words) ?? OperatorWords.AtStart(items[i + 1].Words);
            if (own is not null && items[i].Children.Count > 0 && OperatorWords.AtStart(items[i + 1].Words) is null) return null;
            if ((own ?? next) is not { } link) return null;
            links[i] = link;
            next = link;
        }
        return links.Distinct().Count() == 2 ? links : null;
    }

    private static OutlineNode Joined(IReadOnlyList<OutlineNode> items, int first, int last)
    {
        OutlineNode end = items[last];
        while (end.Children.Count > 0) end = end.Children[^1];
        var joined = new OutlineNode(SourceSpan.Cover(items[first].Span, end.Span), "", null, items[first].Depth);
        for (int i = first; i <= last; i++) joined.Add(items[i]);
        return joined;
    }
}
