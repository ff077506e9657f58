using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Related;

/// <summary>
/// Other policies of the payer that this one names: the items of its related-policies and cross-reference sections, and sentences that send the
/// reader to another policy by number. References, history and other authorities' determinations name no related policies.
/// </summary>
public sealed partial class RelatedPolicyExtractor : IFactExtractor<RelatedPolicy>
{
    /// <summary>UTF-16 units of a title that stands without a number.</summary>
    private const int LongestTitle = 320;

    public Extraction<RelatedPolicy> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var found = new List<RelatedPolicy>();
        string? own = soFar.Identity.Number?.Value;
        foreach (Section section in policy.Sections)
        {
            if (section.Kind == SectionKind.Related)
            {
                // An item that is set like a heading stands under the section's own.
                if (section is { HeadingSpan: { } item } && Item(policy.Text, item) is { Number: not null } headed) found.Add(headed);
                Listed(policy, section, found);
            }
            else if (section.Kind is not (SectionKind.References or SectionKind.History or SectionKind.Medicare or SectionKind.Evidence or SectionKind.Coding or SectionKind.Trials or SectionKind.Regulatory)) Named(policy, section, found);
        }
        var headings = policy.Sections.Select(s => policy.HeadingOf(s)?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return found
            .Where(r => r.Number is not null || !headings.Contains(r.Title!) || policy.SectionAt(r.Span.Start)?.HeadingSpan is { } own1 && own1.Contains(r.Span))
            .Where(r => r.Number is null || !r.Number.Equals(own, StringComparison.OrdinalIgnoreCase))
            .GroupBy(r => (r.Number ?? r.Title!).ToUpperInvariant())
            .Select(g => g.FirstOrDefault(r => r.Title is not null) ?? g.First())
            .OrderBy(r => r.Span.Start).ToImmutableArray();
    }

    private static void Listed(SectionedPolicy policy, Section section, List<RelatedPolicy> found)
    {
        string text = policy.Text;
        foreach (Block block in policy.BlocksOf(section))
        {
            if (block is TableBlock rows && Rows(text, rows) is { Count: > 0 } numbered)
            {
                found.AddRange(numbered);
                continue;
            }
            IEnumerable<SourceSpan> spans = block switch
            {
                TableBlock table => table.Cells.Where(c => !c.IsHeader).Select(c => c.Span),
                ListItemBlock item => [item.Content],
                _ => [block.Span],
            };
            foreach (SourceSpan line in spans.SelectMany(s => Lines(text, s)))
            {
                List<RelatedPolicy?> several = [.. Parts(text, line).Select(p => Item(text, p))];
                if (several.Count > 1 && several.TrueForAll(r => r?.Number is not null)) found.AddRange(several.OfType<RelatedPolicy>());
                else if (Item(text, line) is { } related) found.Add(related);
            }
        }
    }

    /// <summary>Several policies in one line ("RAD-01 Imaging of Bones; RAD-02 Imaging of Joints"): a title may have semicolons, but not numbers on both sides of them.</summary>
    private static IEnumerable<SourceSpan> Parts(string text, SourceSpan line)
    {
        int start = line.Start;
        for (int i = line.Start; i <= line.End; i++)
        {
            if (i < line.End && text[i] != ';') continue;
            SourceSpan part = new SourceSpan(start, i).Trim(text);
            if (!part.IsEmpty) yield return part;
            start = i + 1;
        }
    }

    /// <summary>A table of a policy a row, its number in one cell and its title in another.</summary>
    private static List<RelatedPolicy> Rows(string text, TableBlock table)
    {
        var found = new List<RelatedPolicy>();
        foreach (IGrouping<int, TableCell> row in table.Cells.Where(c => !c.Span.IsEmpty).GroupBy(c => c.Row))
        {
            TableCell[] cells = [.. row];
            if (cells.Length < 2) continue;
            TableCell? number = cells.FirstOrDefault(c => PolicyNumberForm.AtStart(text, c.Span) is { } n && n.End >= c.Span.Trim(text).End && HasDigit(n.Slice(text)));
            TableCell? title = cells.FirstOrDefault(c => c != number && c.Span.Length > 5);
            if (number is null || title is null) continue;
            found.Add(new(PolicyNumberForm.Normalise(number.Span.Trim(text).Slice(text)), Title(title.Span.Slice(text)), SourceSpan.Cover(number.Span, title.Span)));
        }
        return found;
    }

    private static RelatedPolicy? Item(string text, SourceSpan line)
    {
        if (line.Length is < 4 or > 400 || None().IsMatch(line.Slice(text)) || Contents().IsMatch(line.Slice(text))) return null;
        if (Numbered().Match(text, line.Start, line.Length) is { Success: true } first && HasDigit(first.Groups["number"].Value))
            return new(PolicyNumberForm.Normalise(first.Groups["number"].Value), Title(first.Groups["title"].Value), line);
        if (Trailing().Match(text, line.Start, line.Length) is { Success: true } last && IsNumber(last))
            return new(PolicyNumberForm.Normalise(last.Groups["number"].Value), Title(WithoutManual(last)), line);
        // A title alone is no sentence; those of wide policies run to three lines.
        string title = line.Slice(text);
        return line.Length <= LongestTitle && char.IsUpper(title.TrimStart('[', '*', '_', '“', '"')[..1][0]) && !Sentence().IsMatch(title) ? new(null, Title(title), line) : null;
    }

    private static void Named(SectionedPolicy policy, Section section, List<RelatedPolicy> found)
    {
        string text = policy.Text;
        bool listing = false, labelled = false;
        foreach (Block block in policy.BlocksOf(section))
        {
            if (block is TableBlock table)
            {
                Labelled(text, table, found);
                continue;
            }
            if (labelled && block is ListItemBlock own)
            {
                if (Item(text, own.Content) is { } related) found.Add(related);
                continue;
            }
            labelled = block is ParagraphBlock && RunIn().Match(text, block.Span.Start, block.Span.Length) is { Success: true } label && RunInList(text, new(label.Index + label.Length, block.Span.End), found);
            foreach (SourceSpan line in Lines(text, block.Span))
            {
                string words = line.Slice(text);
                if (listing && line.Length <= 250 && Numbered().Match(text, line.Start, line.Length) is { Success: true } item && HasDigit(item.Groups["number"].Value) && item.Groups["number"].Value.Any(char.IsLetter))
                {
                    found.Add(new(PolicyNumberForm.Normalise(item.Groups["number"].Value), Title(item.Groups["title"].Value), line));
                    continue;
                }
                // "…, please see the following related documents:" opens a list.
                listing = Opens().IsMatch(words) || (listing && line.Length < 250 && block is ListItemBlock);
                foreach (Match match in Sent().EnumerateSlice(text, line))
                {
                    if (HasDigit(match.Groups["number"].Value) && match.Groups["number"].Value.Length < 24)
                        found.Add(new(PolicyNumberForm.Normalise(match.Groups["number"].Value), null, new(match.Groups["number"].Index, match.Groups["number"].Index + match.Groups["number"].Length)));
                }
            }
        }
    }

    /// <summary>What stands after "Related Policies:" in one line; whether nothing does, and a list has to follow.</summary>
    private static bool RunInList(string text, SourceSpan rest, List<RelatedPolicy> found)
    {
        SourceSpan list = rest.Trim(text);
        if (list.IsEmpty) return true;
        foreach (SourceSpan part in Parts(text, list))
        {
            if (Item(text, part) is { } related) found.Add(related);
        }
        return false;
    }

    [GeneratedRegex(@"\G\W{0,3}related\s(?:(?:medical|clinical|coverage|payment)\s){0,2}(?:polic(?:y|ies)|guidelines?|documents?)(?:\(s\)|\(ies\))?\s?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunIn();

    /// <summary>A row that is labelled "Related Policies:" and lists them in the cell beside.</summary>
    private static void Labelled(string text, TableBlock table, List<RelatedPolicy> found)
    {
        foreach (TableCell label in table.Cells.Where(c => c.Span.Length is > 6 and < 60 && HeadingVocabulary.WholeHeading(c.Span.Slice(text)) is SectionKind.Related))
        {
            if (table.RightOf(label) is not { } list || !(table.Columns == 2 || label.Span.Slice(text).TrimEnd().EndsWith(':'))) continue;
            IEnumerable<SourceSpan> items = list.Content.IsEmpty ? Lines(text, list.Span) : list.Content.SelectMany(b => b is ListItemBlock item ? [item.Content] : Lines(text, b.Span));
            foreach (SourceSpan item in items)
            {
                if (Item(text, item) is { } related) found.Add(related);
            }
        }
    }

    private static IEnumerable<SourceSpan> Lines(string text, SourceSpan span)
    {
        int start = span.Start;
        for (int i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && text[i] != '\n') continue;
            SourceSpan line = new SourceSpan(start, i).Trim(text);
            if (!line.IsEmpty) yield return line;
            start = i + 1;
        }
    }

    /// <summary>Gene names end in digits too: without a sign or word for "number" the form has to be that of a policy number.</summary>
    private static bool IsNumber(Match match) =>
        HasDigit(match.Groups["number"].Value) && (match.Groups["sign"].Success || match.Groups["number"].Value.IndexOfAny(['-', '.', '‐', '–']) > 0 || PolicyNumberForm.AfterTitle(match.Value, new(0, match.Length)) is not null);

    /// <summary>"Title, Genetic Testing, Policy No. 20": before "Policy No." stands the part of the manual.</summary>
    private static string WithoutManual(Match match)
    {
        string title = match.Groups["title"].Value;
        int comma = title.LastIndexOf(", ", StringComparison.Ordinal);
        bool manual = match.Groups["sign"].Value.StartsWith("policy", StringComparison.OrdinalIgnoreCase) && comma > 3 && title[(comma + 2)..].Split(' ').Length <= 3;
        return manual ? title[..comma] : title;
    }

    private static bool HasDigit(string number) => number.Any(char.IsAsciiDigit);

    private static string? Title(string title)
    {
        string tidy = Link().Replace(title, "$1").Trim(' ', ',', ':', '-', '–', '*', '_', '•', '.', '[', ']', '(', ')', '"', '“', '”');
        tidy = Guide().Replace(tidy, "").Trim(' ', ',', ':', '-', '–');
        // A bracket that was opened in the title stays closed.
        if (tidy.Count(c => c == '(') > tidy.Count(c => c == ')')) tidy += ')';
        return tidy.Length < 3 ? null : tidy;
    }

    private const string Number = @"(?<number>[A-Z]{1,6}(?:[.\-‐–][A-Z]{1,6}){0,3}[.\-‐–]?\d[\dA-Z]*(?:[.\-‐–][\dA-Z]+)*|\d[\dA-Z]*(?:[.\-‐–][\dA-Z]+)+|\d{3,5}\b)";

    /// <summary>Number first: "V.61 - Title", "RX501.102: Title", "LAB.00033 Title".</summary>
    [GeneratedRegex(@"\G[\s\[*_•(]*" + Number + @"\)?(?:\s*[:–—-]\s*|\s+)(?<title>[\p{Lu}\d“""(].{3,})", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();

    /// <summary>Number last: "Title, 02-40000-23", "Title, #016", "Title, Genetic Testing, Policy No. 20", "Title (MP 2.242)".</summary>
    [GeneratedRegex(@"\G[\s\[*_•(]*(?<title>\S.{3,}?)[,\s–-]*(?<sign>\bpolicy\s(?:no\.?|number|\#)\s?|\#\s?|\bno\.\s?)?\(?" + @"(?<number>(?:MP\s?|MPM\s?)?(?:[A-Z]{1,6}(?:[.\-‐–][A-Z]{1,6}){0,3}[.\-‐–]?)?\d[\dA-Z]*(?:[.\-‐–][\dA-Z]+)*)[\])]*(?:\(#?\S*\))?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Trailing();

    /// <summary>A bare figure is a number only after a word that says so; letters or signs speak for themselves.</summary>
    [GeneratedRegex(@"\b(?:medical\s|clinical\s|coverage\s|payment\s|drug\s)?(?:polic(?:y|ies)|guidelines?|MP|MCG|CPB)\s?(?:no\.?|number|\#)?\s?\#?\s?(?<number>[A-Z]{1,6}(?:[.\-‐–][A-Z]{1,6}){0,3}[.\-‐–]\d[\dA-Z]*(?:[.\-‐–][\dA-Z]+)*|\d{2}-[A-Z]?\d{4,5}-\d{2}|(?<=(?:medical|clinical|coverage|payment|drug)\spolicy\s|policy\s(?:no\.?|number|\#)\s?|MP\s?\#)\d{3,5}|MP\d{3,5})(?=$|[\s,;:)\]]|\.(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"\brelated (?:documents?|polic(?:y|ies)|guidelines?|criteria)\b.{0,80}:\s*$|\b(?:refer|see)\b.{0,60}\b(?:documents?|polic(?:y|ies)|guidelines?)\b.{0,60}:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^\W*(?:none\b.{0,20}|n/?a|not applicable|none applicable|top|page)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex None();

    /// <summary>A line of a table of contents that stands beside the related policies.</summary>
    [GeneratedRegex(@"\.{4,}|…{2,}|\btable of contents\b|\s\d{1,3}$(?<=[a-z]\s\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex(@"\b(?:is|are|was|were|may|should|please|refer|see|provides?|addressed|following|this (?:policy|document))\b|\.\s+\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@",\s*(?:[\w\s]{3,30},\s*)?policy\s(?:no|number)\.?$|\s+for (?:coverage|criteria|information).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Guide();
}
