using System.Text.RegularExpressions;

namespace Ingest.Extractors.History;

/// <summary>What an entry did to the policy, by the words of its status and note; the status column decides first.</summary>
public static partial class HistoryActions
{
    public static HistoryAction Of(string? status, string? note)
    {
        if (status is not null && OfWords(status) is { } stated and not HistoryAction.Other) return stated;
        return note is null ? HistoryAction.Other : OfWords(note);
    }

    /// <summary>UTF-16 units in which an entry's first words say what was done.</summary>
    private const int Opening = 20;

    private static HistoryAction OfWords(string words)
    {
        string head = words.Length > 240 ? words[..240] : words;
        if (Comment().IsMatch(head)) return HistoryAction.Comment;
        if (Archived().IsMatch(head)) return HistoryAction.Archived;
        // "Routine maintenance. … this is now part of a new policy": what was done is said first.
        if (New().Match(head) is { Success: true } made && !(made.Index > Opening && Reviewed().Match(head) is { Success: true, Index: < Opening })) return HistoryAction.New;
        Match coding = Coding().Match(head), revised = Revised().Match(head), reviewed = Reviewed().Match(head), approved = Approved().Match(head);
        if (coding.Success && (!reviewed.Success || coding.Index < reviewed.Index)) return HistoryAction.CodingUpdate;
        if (WithoutChange().Match(head) is { Success: true, Index: < 12 } && !StrongRevision().IsMatch(head)) return HistoryAction.Reviewed;
        if (reviewed.Success && WithoutChange().IsMatch(head)) return HistoryAction.Reviewed;
        if (revised.Success && (!reviewed.Success || revised.Index <= reviewed.Index || reviewed.Value.StartsWith("review", StringComparison.OrdinalIgnoreCase) && StrongRevision().IsMatch(head))) return HistoryAction.Revised;
        if (reviewed.Success) return HistoryAction.Reviewed;
        return approved.Success ? HistoryAction.Approved : HistoryAction.Other;
    }

    [GeneratedRegex(@"\b(?:available for|open for|public) comment|\bcomment period\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    /// <summary>The policy itself, not the version that this one takes the place of.</summary>
    [GeneratedRegex(@"\b(?:policy|guideline|document|criteria)\s(?:was\s|is\s)?(?:archived|retired|inactivated|discontinued)\b|^\W*(?:archived?|retired?|inactive)\b(?!\sprevious)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Archived();

    [GeneratedRegex(@"^\W*(?:new|(?:document\s|policy\s)?(?:created|devised|issued|established)|development|inception)\b(?!\s(?:codes?|cpt|hcpcs|references?|indications?))|\bnew (?:joint )?(?:medical |clinical |drug |coverage |payment )?(?:policy|document|guideline|criteria|coverage guideline)\b(?!\s(?:template|format|number|layout|title|language|website|system))|\boriginat(?:ion|ed)\b|^\W*(?:adopted|initial|original|effective)\b|\bpolicy (?:added|adopted|established|created|developed|implementation|implemented)\b|\binitial (?:document|policy|review|implementation|approval)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex New();

    [GeneratedRegex(@"\b(?:cod(?:e|es|ing)|cpt|hcpcs|icd-?\d*)\b[\w\s/-]{0,25}\b(?:updated?|changes?|revisions?|clarified|deleted)\b|\b(?:updated?|added|adding|removed|removing|revised|deleted|clarified|new|annual|quarterly)\s(?:\w+\s){0,3}(?:coding|codes?|cpt|hcpcs|icd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coding();

    [GeneratedRegex(@"\b(?:revis(?:ed|ion|ions|ing)|updat(?:ed?|es|ing)|chang(?:ed?|es)|modified|amended|removed|added|adding|expanded|clarified|replaced|minor)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Revised();

    [GeneratedRegex(@"\brevis(?:ed|ion)\b|\bwith revisions\b|\bpolicy updated\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StrongRevision();

    [GeneratedRegex(@"\b(?:review(?:ed|s)?|re-?review|reaffirm(?:ed)?|maintenance|consensus)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reviewed();

    [GeneratedRegex(@"\b(?:no|without)\s(?:\w+\s){0,2}(?:changes?|revisions?|updates?)\b|\bunchanged\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithoutChange();

    [GeneratedRegex(@"\bapprov(?:ed|al)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Approved();
}
