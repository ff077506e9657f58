using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.History;

/// <summary>
/// The codes that a note says were added, removed or revised: the verb right after a code or its list decides ("81420 has been removed"), else the
/// last verb before it in its sentence ("added 0013M, 0332U"). A code that no such verb governs is only mentioned.
/// </summary>
public static partial class HistoryCodes
{
    public static ImmutableArray<HistoryCode> Read(string text, SourceSpan note)
    {
        IReadOnlyList<CodeMention> mentions = WithListed(text, note, CodeScanner.Find(text, note));
        if (mentions.Count == 0) return [];
        bool signed = Plus().Count(text.AsSpan(note.Start, note.Length)) > 0 && Minus().Count(text.AsSpan(note.Start, note.Length)) > 0;
        List<(SourceSpan Span, CodeChange Change)> verbs = Verbs(text, note);
        var codes = ImmutableArray.CreateBuilder<HistoryCode>();
        for (int i = 0; i < mentions.Count; i++)
        {
            CodeMention code = mentions[i];
            if (code.System is CodeSystem.Modifier or CodeSystem.Revenue) continue;
            if ((Sign(text, code.Span.Start, signed) ?? After(text, note, mentions, i, verbs) ?? Before(text, code.Span.Start, verbs)) is not { } change) continue;
            if (!codes.Any(c => c.Code == code.Code && c.Change == change)) codes.Add(new(code.Code, code.CodeEnd, code.System, change));
        }
        return codes.ToImmutable();
    }

    /// <summary>
    /// The codes found, and numbers of five digits that stand in a list with them: alone they could be anything ("guideline: 81327"), beside a code they are one.
    /// </summary>
    private static IReadOnlyList<CodeMention> WithListed(string text, SourceSpan note, IReadOnlyList<CodeMention> found)
    {
        if (found.Count == 0) return found;
        var all = new List<CodeMention>(found);
        foreach (Match match in FiveDigits().EnumerateSlice(text, note))
        {
            var span = new SourceSpan(match.Index, match.Index + match.Length);
            if (found.Any(m => m.Span.Start < span.End && span.Start < m.Span.End)) continue;
            bool listed = found.Any(m => m.System is CodeSystem.Cpt or CodeSystem.Hcpcs
                && (m.Span.Start >= span.End ? Comma().IsMatch(text[span.End..m.Span.Start]) : Comma().IsMatch(text[m.Span.End..span.Start])));
            if (listed) all.Add(new(match.Value, null, CodeSystem.Cpt, span));
        }
        all.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return all;
    }

    /// <summary>"+0600T, -0601T": signs speak where both are used; a plus alone marks an add-on code.</summary>
    private static CodeChange? Sign(string text, int code, bool signed) =>
        !signed || code == 0 ? null : text[code - 1] switch { '+' => CodeChange.Added, '-' or '–' or '−' => CodeChange.Removed, _ => null };

    private static List<(SourceSpan Span, CodeChange Change)> Verbs(string text, SourceSpan note)
    {
        var verbs = new List<(SourceSpan Span, CodeChange Change)>();
        bool replacing = false;
        foreach (Match match in Verb().EnumerateSlice(text, note))
        {
            var span = new SourceSpan(match.Index, match.Index + match.Length);
            if (match.Groups["with"].Success)
            {
                if (replacing) verbs.Add((span, CodeChange.Added));
                replacing = false;
                continue;
            }
            replacing = match.Groups["replace"].Success;
            if (match.Groups["move"].Success)
            {
                // What came from another document is new here; what moved within this one is changed.
                string rest = text[span.End..Math.Min(note.End, span.End + 120)];
                // "Added/Moved from …", "Removed/moved to …": the verb beside it says which way.
                if (verbs.Count > 0 && Beside().IsMatch(text[verbs[^1].Span.End..span.Start])) verbs.Add((span, verbs[^1].Change));
                else if (MovedOut().IsMatch(rest)) verbs.Add((span, CodeChange.Removed));
                else verbs.Add((span, MovedIn().IsMatch(rest) && !MovedWithin().IsMatch(rest) ? CodeChange.Added : CodeChange.Revised));
                continue;
            }
            // "0600T no longer applicable for the nodule assay": for one use only, not for the policy.
            if (OnlyForOne().IsMatch(text, span.Start)) verbs.Add((span, CodeChange.Revised));
            else verbs.Add((span, replacing || match.Groups["remove"].Success ? CodeChange.Removed : match.Groups["add"].Success ? CodeChange.Added : CodeChange.Revised));
        }
        return verbs;
    }

    /// <summary>A verb that follows the code, or the rest of the list it stands in, with nothing but auxiliaries between.</summary>
    private static CodeChange? After(string text, SourceSpan note, IReadOnlyList<CodeMention> mentions, int at, List<(SourceSpan Span, CodeChange Change)> verbs)
    {
        int last = at;
        while (last + 1 < mentions.Count && Joins().IsMatch(text[mentions[last].Span.End..mentions[last + 1].Span.Start])) last++;
        int end = mentions[last].Span.End;
        foreach ((SourceSpan span, CodeChange change) in verbs)
        {
            if (span.Start < end) continue;
            if (span.Start - end > 40 || !Auxiliaries().IsMatch(text[end..span.Start])) return null;
            // "added 0001U, removed 0002U": a verb with codes of its own governs those, unless it is said of these.
            bool passive = Passive().IsMatch(text[end..span.End]) || Agent().IsMatch(text, span.End);
            bool ownCodes = last + 1 < mentions.Count && text[span.End] is not (';' or '.') && mentions[last + 1].Span.Start - span.End < 30 && !Stop().IsMatch(text[span.End..mentions[last + 1].Span.Start]);
            return passive || (!ownCodes && span.End <= note.End && text[end] is ' ') ? change : null;
        }
        return null;
    }

    private static CodeChange? Before(string text, int code, List<(SourceSpan Span, CodeChange Change)> verbs)
    {
        for (int i = verbs.Count - 1; i >= 0; i--)
        {
            if (verbs[i].Span.End > code) continue;
            string between = text[verbs[i].Span.End..code];
            if (Stop().IsMatch(between) || Pointer().IsMatch(between)) return null;
            // What is removed is a rule on the code, not the code.
            return verbs[i].Change == CodeChange.Removed && RuleOn().IsMatch(between) ? CodeChange.Revised : verbs[i].Change;
        }
        return null;
    }

    [GeneratedRegex(
        """
        \b(?:
          (?<add> add(?:ed|ing|s)? | addition(?:s)?\sof | inclu(?:ded|sion\sof) | new\s(?:\S+\s){0,3}?codes? | new\scpt | insert(?:ed)? )
        | (?<remove> remov(?:ed?|ing|al\sof) | delet(?:ed?|ing|ions?\sof) | terminat(?:ed|ing|ion\sof) | termed | discontinued | retired | eliminat(?:ed|ing) | no\slonger | end[-\s]?dated | expired )
        | (?<replace> replac(?:ed|ing) )
        | (?<with> with | by )
        | (?<move> mov(?:ed|ing) | transferred )
        | (?<revise> revis(?:ed|ing|ions?(?:\s(?:of|to))?) | descriptors? | descriptions? | updat(?:ed|ing)\s(?=(?:cpt|hcpcs|the|coding\s(?:so|to)|codes?|code's|descriptions?|descriptors?|nomenclature|wording)\b) | nomenclature | chang(?:ed|es|ing) | modif(?:ied|ying) | clarif(?:ied|ying) | reworded
            | (?:(?:is|are)\s)?now\s(?=(?:mn|nmn|medically|covered|not|considered|investigational|e/?i|requires?)\b) )
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:(?!\bto\b|[.;]\s)[\s\S])*?\bfrom\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MovedIn();

    /// <summary>From one list of this policy to another of it.</summary>
    [GeneratedRegex(@"^[^.;]*?\bfrom\b[^.;]*?\bto\s(?!(?:this|the)\s(?:policy|guideline|document))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MovedWithin();

    /// <summary>To another document.</summary>
    [GeneratedRegex(@"^(?!this\b)[^.;]{0,60}?\bto\s(?!(?:this|the)\s(?:policy|guideline|document))[^.;:]{3,60}\b(?:guidelines?|policy|policies)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MovedOut();

    [GeneratedRegex(@"^\s?(?:/|and|&|or)\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\Gno\slonger\s(?:appl(?:icable|y|ies)|used)\s(?:for|to|with)\s(?!(?:this|the|these)\s(?:policy|policies|guideline|document|dates?)\b|dates?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyForOne();

    [GeneratedRegex(@"\G\s(?:by|with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agent();

    [GeneratedRegex(@"(?<![\w.$,/-])\d{5}(?![\w%]|[-.,/]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"^\s?(?:[,;]|,?\s?(?:and|&|or))\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?<=\s)\+(?=\d{4}|[A-Z]\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Plus();

    [GeneratedRegex(@"(?<=\s)[-–−](?=\d{4}|[A-Z]\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Minus();

    /// <summary>The end of a sentence; a stop inside a number or an abbreviation is none.</summary>
    [GeneratedRegex(@"[.?!]\s+(?=[A-Z""“])(?<!\b(?:e\.g|i\.e|vs|No)\.\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    /// <summary>"No longer used; see 0361U": the code to report instead.</summary>
    [GeneratedRegex(@"\b(?:see|refer\sto|use|report(?:ed)?\s(?:with|using|as))\s(?:\w+\s){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^\s(?:\w+\s){0,3}(?:requirements?|restrictions?|limits?|limitations?|criteri(?:a|on)|language|notes?|edits?|authorization|exclusions?)\s(?:\w+\s){0,2}(?:for|from|on|to|of|with|under)\b[^.;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RuleOn();

    [GeneratedRegex(@"^\s*(?:,|;|/|&|and|or|,\s*and|codes?|\([^)]{0,40}\))*\s*(?:and|&|or|,)?\s*(?:cpt|hcpcs|codes?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^\s*[,\-–]?\s*(?:\([^)]{0,40}\)\s*)?(?:codes?\s)?(?:(?:was|were|is|are|has|have|been|being|now|also|to|be)\s)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Auxiliaries();

    [GeneratedRegex(@"\b(?:was|were|is|are|has been|have been|being)\s(?:\w+\s)?\w+$|\bno longer$|\bnow\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passive();
}
