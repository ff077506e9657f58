using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Fields;

/// <summary>The document as lines, the smallest pieces in which a label and its value can stand side by side.</summary>
public static partial class FieldLines
{
    /// <summary>UTF-16 units of flow in which a header can stand when no section tells where it ends; about two pages.</summary>
    private const int FrontLimit = 6000;

    /// <summary>UTF-16 units from the start in which a letterhead stands.</summary>
    private const int TopLimit = 300;

    /// <summary>Last lines of the flow, where documents close with fields of their own ("Date of Origin: …"), whatever section they follow.</summary>
    private const int ClosingLines = 40;

    /// <summary>UTF-16 units of the longest line in that close; a longer one is text of the section.</summary>
    private const int LongestClosingLine = 160;

    /// <summary>Shortest body, in UTF-16 units, of a section that is more than an entry of a list of contents.</summary>
    private const int ShortestBody = 40;

    public static ImmutableArray<FieldLine> Of(SectionedPolicy policy)
    {
        var lines = ImmutableArray.CreateBuilder<FieldLine>();
        int frontEnd = FrontEnd(policy);
        foreach (Section section in policy.Sections)
        {
            LineZone zone = section.Span.Start < frontEnd ? LineZone.Front : ZoneOf(section.Kind);
            int first = section.HeadingSpan is null ? section.FirstBlock : section.FirstBlock - 1;
            for (int i = first; i < section.EndBlock; i++) Add(policy.Text, lines, policy.Document.Blocks[i], zone, section);
        }
        int flow = lines.Count;
        for (int i = flow - 1; i >= Math.Max(0, flow - ClosingLines) && lines[i].Span.Length <= LongestClosingLine; i--)
        {
            if (lines[i].Zone == LineZone.Foreign && (lines[i].Table is null || IsFieldTable(policy.Text, lines[i].Table!))) lines[i] = lines[i] with { Zone = LineZone.Administrative };
        }
        MarkRecord(policy.Text, lines);
        foreach (Block block in policy.Document.Blocks.Where(b => b is FurnitureBlock)) Add(policy.Text, lines, block, LineZone.Furniture, null);
        return lines.ToImmutable();
    }

    /// <summary>Lines of the policy's own record below its references ("Revised: 6/23, 12/24"), with the lines that go on with them.</summary>
    private static void MarkRecord(string text, ImmutableArray<FieldLine>.Builder lines)
    {
        bool record = false;
        for (int i = 0; i < lines.Count; i++)
        {
            FieldLine line = lines[i];
            bool goesOn = record && (line.Block == lines[i - 1].Block || (text[lines[i - 1].Span.End - 1] is ',' or ';' && char.IsAsciiDigit(text[line.Span.Start])));
            record = line is { Zone: LineZone.Foreign or LineZone.Administrative, Block: ParagraphBlock, Section.Kind: SectionKind.References } && (goesOn || RecordLabel().IsMatch(text, line.Span.Start));
            if (record) lines[i] = line with { Zone = LineZone.Administrative };
        }
    }

    [GeneratedRegex(@"\G(?:[\w/&-]+\s){0,6}(?:devised|created|revised|reviewed|re-?reviewed|approved|approval|originated|adopted)(?:\sdates?)?(?:\(s\))?\s?:\s*\d{1,2}[/.-]\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecordLabel();

    /// <summary>Where the header ends: at the first section that has a heading of policy matter and a body under it.</summary>
    private static int FrontEnd(SectionedPolicy policy)
    {
        foreach (Section section in policy.Sections)
        {
            // At the top "Medical Necessity Guidelines:" is the kind of document, and its title follows.
            if (section.Span.Start < TopLimit && section.HeadingSpan is { } kind && KindHeading().IsMatch(policy.Text, kind.Start)) continue;
            if (section.HeadingSpan is { } heading && HasPolicyMatter(section.Kind) && section.Span.End - heading.End > ShortestBody
                && (section.Kind is SectionKind.History or SectionKind.References || ContentHeading().IsMatch(heading.Slice(policy.Text)))) return Math.Min(section.Span.Start, FrontLimit);
        }
        return Math.Min(FrontLimit, policy.Text.Length);
    }

    private static bool HasPolicyMatter(SectionKind kind) => kind is not
        (SectionKind.Identity or SectionKind.Other or SectionKind.Contents or SectionKind.Disclaimer or SectionKind.Notice or SectionKind.Administrative
        or SectionKind.Related or SectionKind.Keywords);

    private static LineZone ZoneOf(SectionKind kind) => kind switch
    {
        SectionKind.History => LineZone.History,
        SectionKind.Identity or SectionKind.Administrative or SectionKind.Notice or SectionKind.Disclaimer => LineZone.Administrative,
        SectionKind.References or SectionKind.Coding or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Regulatory
            or SectionKind.Medicare or SectionKind.Trials or SectionKind.Background => LineZone.Foreign,
        _ => LineZone.Body,
    };

    [GeneratedRegex(@"\G(?:medical (?:necessity|coverage)|clinical coverage|coverage) (?:guidelines?|criteria)\s?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindHeading();

    /// <summary>Headings that open the matter itself; "Medical Policy" alone names the kind of document and opens nothing.</summary>
    [GeneratedRegex(
        @"^(?:[IVX\d]+\.\s)?(?:policy|policies|coverage|position|procedure|service|statement)\W*$|\b(?:description|criteria|background|introduction|overview|rationale|position statement|indications?|application|definitions?|" +
        "medical(?:ly)? necess(?:ity|ary)|scope|summary|purpose|policy statement|coverage rationale|coverage policy criteria|cod(?:e|es|ing)|references|limitations|guidelines?/|procedures addressed|when |administrative process|investigational|" +
        "initial|product variations|general information)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContentHeading();

    /// <summary>A small table whose first column holds labels, not codes.</summary>
    private static bool IsFieldTable(string text, TableBlock table)
    {
        if (table.Rows > 12 || table.Columns > 4) return false;
        TableCell[] first = [.. table.Cells.Where(c => c.Column == 0 && !c.Span.IsEmpty)];
        return first.Length > 0 && first.Count(c => text[c.Span.Trim(text).End - 1] == ':') * 2 >= first.Length;
    }

    private static void Add(string text, ImmutableArray<FieldLine>.Builder lines, Block block, LineZone zone, Section? section)
    {
        if (block is TableBlock table)
        {
            foreach (TableCell cell in table.Cells) Split(text, lines, cell.Span, block, table, cell, zone, section);
            return;
        }
        SourceSpan content = block is ListItemBlock { Content.IsEmpty: false } item ? item.Content : block.Span;
        Split(text, lines, content, block, null, null, zone, section);
    }

    private static void Split(
        string text, ImmutableArray<FieldLine>.Builder lines, SourceSpan span, Block block, TableBlock? table, TableCell? cell, LineZone zone, Section? section)
    {
        int start = span.Start;
        while (start < span.End)
        {
            int end = start;
            while (end < span.End && text[end] is not ('\n' or '\t')) end++;
            SourceSpan line = new SourceSpan(start, end).Trim(text);
            if (!line.IsEmpty) lines.Add(new(lines.Count, line, block, table, cell, zone, section));
            start = end + 1;
        }
    }
}
