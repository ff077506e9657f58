using System.Text;

namespace Ingest.Store;

/// <summary>What to look for in the text of current versions. Null filters let everything pass.</summary>
/// <param name="Text">Words, "phrases", prefix*, AND, OR, NOT.</param>
/// <param name="Payer">Slug, or part of the name.</param>
/// <param name="Stance">A stance that one of the policy's positions takes.</param>
/// <param name="Kind">Kind of section.</param>
/// <param name="Code">A code that the policy lists, also inside a range.</param>
/// <param name="Since">ISO date; policies that are effective, revised or reviewed from then on.</param>
public sealed record SearchQuery(string Text, string? Payer, string? Stance, string? Kind, string? Code, string? Since, int Limit);

/// <summary>Full-text search over sections.</summary>
public static class SectionSearch
{
    /// <summary>Marks of a hit in a snippet.</summary>
    public const char HitStart = '\u0001', HitEnd = '\u0002';

    /// <summary>Best first: columns of the policy, its section, and <c>snippet</c> with hits between <see cref="HitStart"/> and <see cref="HitEnd"/>.</summary>
    public static IReadOnlyList<StoreRow> Run(PolicyReader reader, SearchQuery query) => reader.Rows(
        $"""
        SELECT v.policy_id, v.payer, v.payer_slug, v.policy_number, v.title, v.stance, s.section_id, s.heading, s.kind, s.page, s.span_start, s.span_end,
          snippet(section_search, 2, $start, $end, '…', 28) AS snippet
        FROM section_search JOIN section s ON s.section_id = section_search.rowid JOIN version v USING (version_id)
        WHERE section_search MATCH $match AND v.is_current = 1
          AND ($payer IS NULL OR v.payer_slug = $payer OR v.payer LIKE '%' || $payer || '%')
          AND ($stance IS NULL OR EXISTS (SELECT 1 FROM position p WHERE p.version_id = v.version_id AND p.stance = $stance))
          AND ($kind IS NULL OR s.kind = $kind)
          AND ($code IS NULL OR EXISTS (SELECT 1 FROM code c WHERE c.version_id = v.version_id AND {CodeCondition("c", "$code")}))
          AND ($since IS NULL OR v.sort_date >= $since OR v.effective_date >= $since OR v.last_review_date >= $since)
        ORDER BY bm25(section_search, 6.0, 3.0, 1.0), s.section_id LIMIT $limit
        """,
        ("match", Match(query.Text)), ("payer", query.Payer), ("stance", query.Stance), ("kind", query.Kind), ("code", query.Code),
        ("since", query.Since), ("limit", query.Limit), ("start", HitStart.ToString()), ("end", HitEnd.ToString()));

    /// <summary>
    /// Rows of <c>codes</c> with their policy that list a code: as such, inside a range, or (with a trailing <c>*</c>) under a prefix.
    /// Dots of ICD-10 make no difference.
    /// </summary>
    public static IReadOnlyList<StoreRow> Codes(PolicyReader reader, string code) => reader.Rows(
        $"""
        SELECT p.payer, p.payer_slug, p.policy_number, p.title, p.policy_id, c.code, c.code_end, c.system, c.stance, p.stance AS policy_stance,
          c.description, c.note, c.group_label, c.effective_date, c.end_date, c.page, c.span_start, c.span_end
        FROM codes c JOIN policies p USING (policy_id) WHERE {(code.EndsWith('*') ? "replace(c.code, '.', '') LIKE $code || '%'" : CodeCondition("c", "$code"))}
        ORDER BY p.payer, p.policy_number, p.policy_id, c.ordinal
        """,
        ("code", code.TrimEnd('*').Replace(".", "", StringComparison.Ordinal).ToUpperInvariant()));

    /// <summary>A range's end covers what is below it in the code set: C96.9 stands in C00-C96.</summary>
    private static string CodeCondition(string row, string code)
    {
        string plain = $"replace(upper({code}), '.', '')", first = $"replace({row}.code, '.', '')", last = $"replace({row}.code_end, '.', '')";
        return $"({first} = {plain} OR ({row}.code_end IS NOT NULL AND {plain} >= {first} AND ({plain} <= {last} OR {plain} LIKE {last} || '%') AND substr({plain}, 1, 1) BETWEEN substr({first}, 1, 1) AND substr({last}, 1, 1)))";
    }

    /// <summary>Every word becomes an FTS5 string, so that "K-ras" or "81162" is looked for and never read as an operator.</summary>
    internal static string Match(string text)
    {
        var match = new StringBuilder();
        int at = 0;
        bool operand = false;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            bool phrase = text[at] == '"';
            int end = phrase ? text.IndexOf('"', at + 1) : -1;
            if (phrase && end < 0) end = text.Length;
            if (!phrase) for (end = at; end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '"'; end++) { }
            string word = phrase ? text[(at + 1)..end] : text[at..end];
            at = phrase ? Math.Min(end + 1, text.Length) : end;
            if (!phrase && word is "AND" or "OR" or "NOT")
            {
                if (operand) match.Append(' ').Append(word).Append(' ');
                operand = false;
                continue;
            }
            bool prefix = !phrase && word.Length > 1 && word.EndsWith('*');
            if (!word.Any(char.IsLetterOrDigit)) continue;
            if (operand) match.Append(" AND ");
            match.Append('"').Append(prefix ? word[..^1] : word).Append('"').Append(prefix ? "*" : "");
            operand = true;
        }
        string whole = match.ToString();
        if (!operand)
        {
            // A trailing operator has nothing to join.
            string[] tails = [" AND ", " OR ", " NOT "];
            foreach (string tail in tails) if (whole.EndsWith(tail, StringComparison.Ordinal)) whole = whole[..^tail.Length];
        }
        return whole.Length > 0 ? whole : throw new QueryException("The search has no word in it.");
    }
}
