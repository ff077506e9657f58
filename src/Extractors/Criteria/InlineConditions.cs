using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Criteria;

/// <summary>Conditions that a position states in its own sentence ("… is covered when the feet are swollen"): one criterion, in the sentence's words.</summary>
internal static class InlineConditions
{
    /// <summary>In UTF-16 units. Shorter clauses say nothing of a patient; longer ones are lists or tables run together.</summary>
    private const int LeastClause = 15, LongestClause = 400, LongestSentence = 700;

    private static readonly string[] Openers = ["when", "if", "unless", "only when", "only if", "except when", "except if", "provided that"];

    /// <summary>Clauses with these point to criteria that stand elsewhere, or repeat the stance.</summary>
    private static readonly string[] Pointers = ["criteria", "criterion", "following", "above", "below", "section", "medically necessary", "guideline", "policy"];

    /// <summary>The trees with a leaf for each position that criteria decide and that has none, in document order.</summary>
    public static ImmutableArray<Criterion> Add(string text, ImmutableArray<Position> positions, ImmutableArray<Criterion> trees)
    {
        var all = trees.ToBuilder();
        for (int i = 0; i < positions.Length; i++)
        {
            Position position = positions[i];
            if (!position.Conditional || position.Statement.Length > LongestSentence || i > 0 && positions[i - 1].Span == position.Span) continue;
            if (trees.Any(c => c.Position == i || c.Span.Start < position.Span.End && position.Span.Start < c.Span.End)) continue;
            if (ClauseOf(text, position.Span) is { } clause) all.Add(new(i, null, null, null, null, clause.Slice(text), clause));
        }
        return all.Count == trees.Length ? trees : InOrder(all.ToImmutable());
    }

    private static SourceSpan? ClauseOf(string text, SourceSpan sentence)
    {
        string words = sentence.Slice(text);
        int start = Start(words);
        if (start < 0) return null;
        int end = start == 0 ? FirstComma(words) : words.Length;
        string clause = words[start..end].TrimEnd('.', ' ', '\n', ';');
        if (clause.Length is < LeastClause or > LongestClause || clause.EndsWith(':') || Pointers.Any(p => clause.Contains(p, StringComparison.OrdinalIgnoreCase))) return null;
        return new(sentence.Start + start, sentence.Start + start + clause.Length);
    }

    /// <summary>Where the condition begins: with the sentence, or at the first opener after the words that take the stance; -1 where nowhere.</summary>
    private static int Start(string words)
    {
        // "When doing X, Y is covered only when …": the second names the condition.
        bool only = words.Contains(" only when ", StringComparison.OrdinalIgnoreCase) || words.Contains(" only if ", StringComparison.OrdinalIgnoreCase);
        if (!only && Openers.Any(o => words.StartsWith(o + " ", StringComparison.OrdinalIgnoreCase))) return 0;
        int found = -1;
        foreach (string opener in Openers)
        {
            for (int at = words.IndexOf(" " + opener + " ", StringComparison.OrdinalIgnoreCase); at > 0; at = words.IndexOf(" " + opener + " ", at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (found >= 0 && at + 1 >= found || !TakesStance(words[..at])) continue;
                found = at + 1;
                break;
            }
        }
        return found;
    }

    private static bool TakesStance(string before) => StanceWords.Names(before) || before.Contains("medical necessity", StringComparison.OrdinalIgnoreCase)
        || before.Contains("eligible", StringComparison.OrdinalIgnoreCase) || before.Contains("coverage criteria", StringComparison.OrdinalIgnoreCase) || before.Contains("coverage will be", StringComparison.OrdinalIgnoreCase);

    /// <summary>The end of a leading clause: the first comma outside brackets; 0 where there is none.</summary>
    private static int FirstComma(string words)
    {
        int depth = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] is '(' or '[') depth++;
            else if (words[i] is ')' or ']') depth--;
            else if (words[i] == ',' && depth <= 0) return i;
        }
        return 0;
    }

    private static ImmutableArray<Criterion> InOrder(ImmutableArray<Criterion> criteria)
    {
        int[] order = [.. Enumerable.Range(0, criteria.Length).OrderBy(i => criteria[i].Span.Start)];
        var place = new int[criteria.Length];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        return [.. order.Select(i => criteria[i].Parent is { } parent ? criteria[i] with { Parent = place[parent] } : criteria[i])];
    }
}
