using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Fields;

/// <summary>The document as lines, the smallest pieces in which a label and its value can stand side by side.</summary>
public static class FieldLines
{
    /// <summary>UTF-16 units of flow in which a header can stand when no section tells where it ends; about two pages.</summary>
    private const int FrontLimit = 6000;

    public static ImmutableArray<FieldLine> Of(SectionedPolicy policy)
    {
        var lines = ImmutableArray.CreateBuilder<FieldLine>();
        int frontEnd = FrontEnd(policy);
        foreach (Section section in policy.Sections)
        {
            LineZone zone = ZoneOf(section, frontEnd);
            int first = section.HeadingSpan is null ? section.FirstBlock : section.FirstBlock - 1;
            for (int i = first; i < section.EndBlock; i++)
            {
                Block block = policy.Document.Blocks[i];
                LineZone place = zone == LineZone.Body && block.Span.Start < frontEnd ? LineZone.Front : zone;
                Add(policy.Text, lines, block, place, section);
            }
        }
        foreach (Block block in policy.Document.Blocks.Where(b => b is FurnitureBlock)) Add(policy.Text, lines, block, LineZone.Furniture, null);
        return lines.ToImmutable();
    }

    private static int FrontEnd(SectionedPolicy policy)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.HeadingSpan is not null && HasPolicyMatter(section.Kind)) return Math.Min(section.Span.Start, FrontLimit);
        }
        return Math.Min(FrontLimit, policy.Text.Length);
    }

    private static bool HasPolicyMatter(SectionKind kind) => kind is not
        (SectionKind.Identity or SectionKind.Other or SectionKind.Contents or SectionKind.Disclaimer or SectionKind.Notice or SectionKind.Administrative
        or SectionKind.Related or SectionKind.Keywords);

    private static LineZone ZoneOf(Section section, int frontEnd) => section.Kind switch
    {
        SectionKind.History => LineZone.History,
        SectionKind.Identity or SectionKind.Administrative or SectionKind.Notice or SectionKind.Disclaimer =>
            section.Span.Start < frontEnd ? LineZone.Front : LineZone.Administrative,
        SectionKind.References or SectionKind.Coding or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Regulatory
            or SectionKind.Medicare or SectionKind.Trials or SectionKind.Background => LineZone.Foreign,
        _ => section.Span.Start < frontEnd ? LineZone.Front : LineZone.Body,
    };

    private static void Add(string text, ImmutableArray<FieldLine>.Builder lines, Block block, LineZone zone, Section? section)
    {
        if (block is TableBlock table)
        {
            foreach (TableCell cell in table.Cells) Split(text, lines, cell.Span, block, table, cell, zone, section);
            return;
        }
        Split(text, lines, block.Span, block, null, null, zone, section);
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
