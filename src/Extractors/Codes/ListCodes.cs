using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>
/// Reads codes that stand at the head of a line, list item or entry, alone or with their description after them:
/// "0600T  Ablation …", "CPT: 47371, 47381", "81400-81408 Molecular pathology, Tier 2", a grid of codes.
/// </summary>
internal sealed partial class ListCodes(string text, int section)
{
    private const double WithDescription = 0.95, Bare = 0.92;

    /// <summary>How far back the words right before a code are looked at, in UTF-16 units.</summary>
    private const int Reach = 60;

    /// <summary>What the run lists; empty where it does not begin with a code.</summary>
    public List<ListedCode> Read(SourceSpan run, CodeGroup group)
    {
        var listed = new List<ListedCode>();
        IReadOnlyList<CodeMention> mentions = CodeScanner.Find(text, run, group.System);
        if (mentions.Count == 0 || !Lead().IsMatch(Between(run.Start, mentions[0].Span.Start))) return listed;
        int first = 0;
        while (first < mentions.Count)
        {
            int last = first;
            while (last + 1 < mentions.Count && Glue().IsMatch(Between(mentions[last].Span.End, mentions[last + 1].Span.Start))) last++;
            int next = last + 1;
            while (next < mentions.Count && !BeginsEntry(mentions[last].Span.End, mentions, next, run.End)) next++;
            int end = next < mentions.Count ? mentions[next].Span.Start : run.End;
            SourceSpan rest = Description(new(mentions[last].Span.End, end));
            string? words = rest.IsEmpty ? null : TableCodes.Clean(rest.Slice(text));
            if (words is not null && first == 0 && Predicate().IsMatch(words)) return [];
            (string? description, CodeRemark remark) = words is null ? (null, default) : CodeRemark.Split(words);
            for (int i = first; i <= last; i++)
            {
                SourceSpan span = i == last && i == first && description is not null ? SourceSpan.Cover(mentions[i].Span, rest) : mentions[i].Span;
                listed.Add(new(mentions[i], span, description, remark, group, section, ListingPlace.CodeList, description is null ? Bare : WithDescription));
            }
            first = next;
        }
        return listed;
    }

    /// <summary>The list that a lead-in with a colon has after it in the same run, where its codes have descriptions; the words before become its group.</summary>
    public List<ListedCode> AfterLead(SourceSpan run, CodeGroup group)
    {
        foreach (CodeMention mention in CodeScanner.Find(text, run, group.System))
        {
            if (!LeadIn().IsMatch(Between(Math.Max(run.Start, mention.Span.Start - Reach), mention.Span.Start))) continue;
            string? label = CodeHeads.LabelOf(text, new(run.Start, mention.Span.Start), amongCodes: true);
            List<ListedCode> entries = Read(new(mention.Span.Start, run.End), label is null ? group : CodeGroup.Under(group with { Stance = null }, label));
            return entries.Exists(e => e.Description is not null) ? entries : [];
        }
        return [];
    }

    /// <summary>A code that stood alone, with the words of the block after it as its description.</summary>
    public ListedCode Described(ListedCode code, SourceSpan words)
    {
        (string? description, CodeRemark remark) = CodeRemark.Split(TableCodes.Clean(words.Slice(text)));
        return code with { Description = description, Remark = remark.And(code.Remark), Span = SourceSpan.Cover(code.Span, words), Confidence = WithDescription };
    }

    private ReadOnlySpan<char> Between(int from, int to) => text.AsSpan(from, to - from);

    /// <summary>The words after a code, without the marks around them; empty where there are none worth the name.</summary>
    private SourceSpan Description(SourceSpan rest)
    {
        int start = rest.Start, end = rest.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || ":-–—|*†‡^®,•=".Contains(text[start], StringComparison.Ordinal))) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || "|•–—▪◦;,".Contains(text[end - 1], StringComparison.Ordinal))) end--;
        if (end > start + 4 && LabelAtEnd().Match(text[start..end]) is { Success: true } label) end = start + label.Index;
        return Words().IsMatch(text.AsSpan(start, end - start)) ? new SourceSpan(start, end).Trim(text) : new(start, start);
    }

    /// <summary>
    /// Whether a code begins a new entry and is not named by the description before it: at a line's start, or outside parentheses, after no word
    /// that leads to a code ("report", "with", "code"), and with words or more codes of its own.
    /// </summary>
    private bool BeginsEntry(int descriptionStart, IReadOnlyList<CodeMention> mentions, int at, int end)
    {
        ReadOnlySpan<char> before = Between(descriptionStart, mentions[at].Span.Start);
        int depth = 0;
        foreach (char c in before) depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
        if (depth > 0) return false;
        // Several codes may begin the entry: "… infusion 96413, 96415 Chemotherapy".
        int last = at;
        while (last + 1 < mentions.Count && Glue().IsMatch(Between(mentions[last].Span.End, mentions[last + 1].Span.Start))) last++;
        int to = last + 1 < mentions.Count ? Math.Min(end, mentions[last + 1].Span.Start) : end;
        ReadOnlySpan<char> after = Between(mentions[last].Span.End, to);
        before = before[^Math.Min(before.Length, Reach)..];
        if (LineStart().IsMatch(before) || NextLabel().IsMatch(before)) return true;
        return !before.IsEmpty && char.IsWhiteSpace(before[^1]) && !LeadsToCode().IsMatch(before) && (OwnWords().IsMatch(after) || LineEnd().IsMatch(after));
    }

    /// <summary>Bullets, marks and labels of code systems before the first code.</summary>
    [GeneratedRegex(
        @"^(?:[\s•·▪◦●○■□\-–*†‡+^#(:®™,/&]|\b(?:CPT|HCPCS|CDT|NDC|ICD-?\s?10(?:-(?:CM|PCS))?|(?:MS-)?DRG|PLA|MAAA|AMA|ADA|procedures?|diagnos[ie]s|drug|dental|revenue|rev\.?|billing|modifiers?|unlisted|codes?|Code\(s\)|level|II|I|III|category|numbers?|and|or|applicable|include|range|new)\b|\(s\)|[a-z]\)|\d{1,2}[.)]\s)*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:[\s,;/&*†‡+^•()]|\b(?:and|or|CPT|HCPCS|codes?)\b)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Glue();

    /// <summary>A sentence about the codes, not a description of them.</summary>
    [GeneratedRegex(@"^(?:is|are|was|were|may|must|should|will|can|cannot|has|have|do|does|when|if|for (?:dates|services|members)|unless|when|which|that)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Predicate();

    [GeneratedRegex(@"\n\s*[•·▪*+-]?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^\s*(?:\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex(
        @"(?:\b(?:codes?|CPT|HCPCS|report|use|with|and|or|see|of|to|for|from|by|than|in|include|including|except|eg,|ie,)|[,(/&])\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsToCode();

    [GeneratedRegex(@"^[*†‡^]?\s*[-–—:]?\s*[\p{Lu};(\d[]", RegexOptions.CultureInvariant)]
    private static partial Regex OwnWords();

    /// <summary>The name of a code set and a colon, after the end of a sentence or part: "N18.9. NDC: 00517-0650-01".</summary>
    [GeneratedRegex(@"(?:^|[.;,|])\s*" + CodeLabels.Pattern + @"®?(?:\s(?:procedure|diagnosis|level II|codes?)){0,2}\s*:\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextLabel();

    [GeneratedRegex(@"(?:^|\s)[•·▪*+]?\s*(?:(?:CPT|HCPCS|NDC|ICD-10(?:-CM|-PCS)?)®?(?:\s(?:procedure|diagnosis|level II))?(?:\scodes?)?\s*:?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelAtEnd();

    [GeneratedRegex(@":\s*(?:(?:CPT|HCPCS|ICD-10(?:-CM|-PCS)?)®?(?:\scodes?)?\s*:?\s*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
