using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests.Codes;

/// <summary>
/// A policy from a few lines: <c># Heading {Kind}</c>, <c>- item</c>, rows with <c>|</c> between cells (the first row of a table is its head when
/// it begins with <c>!</c>; <c>&gt;</c> alone in a cell joins it to the cell on its left), blank lines between blocks, anything else a paragraph line.
/// </summary>
internal static class PolicyText
{
    public static SectionedPolicy Read(string source)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var kinds = new List<SectionKind>();
        foreach (string chunk in source.ReplaceLineEndings("\n").Trim('\n').Split("\n\n"))
        {
            string[] lines = chunk.Split('\n');
            if (text.Length > 0) text.Append("\n\n");
            if (lines[0].StartsWith('#'))
            {
                int level = lines[0].TakeWhile(c => c == '#').Count(), brace = lines[0].IndexOf('{', StringComparison.Ordinal);
                kinds.Add(brace < 0 ? SectionKind.Other : Enum.Parse<SectionKind>(lines[0][(brace + 1)..^1]));
                blocks.Add(new HeadingBlock(Append(text, (brace < 0 ? lines[0] : lines[0][..brace]).Trim('#', ' ')), level));
            }
            else if (lines.All(l => l.Contains('|', StringComparison.Ordinal))) blocks.Add(Table(text, lines));
            else if (lines.All(l => l.StartsWith("- ", StringComparison.Ordinal))) Items(text, blocks, lines);
            else blocks.Add(new ParagraphBlock(Append(text, chunk)));
        }
        var document = new PolicyDocument { Text = text.ToString(), Blocks = blocks.ToImmutable(), Source = "test", MediaType = "text/plain" };
        ImmutableArray<Section> sections = SectionSplitter.Split(document);
        int at = 0;
        return new(document, [.. sections.Select(s => s.HeadingSpan is null ? s : s with { Kind = kinds[at++], Confidence = 1 })]);
    }

    public static PolicyFacts Taking(SectionedPolicy policy, Stance stance, string statement)
    {
        int start = policy.Text.IndexOf(statement, StringComparison.Ordinal);
        return PolicyFacts.None with { Positions = [new(stance, false, null, null, statement, new(start, start + statement.Length), null, 1)] };
    }

    private static SourceSpan Append(StringBuilder text, string words)
    {
        text.Append(words);
        return new(text.Length - words.Length, text.Length);
    }

    private static void Items(StringBuilder text, ImmutableArray<Block>.Builder blocks, string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0) text.Append('\n');
            SourceSpan span = Append(text, lines[i]);
            blocks.Add(new ListItemBlock(span, 0, new(span.Start, span.Start + 1), new(span.Start + 2, span.End)));
        }
    }

    private static TableBlock Table(StringBuilder text, string[] lines)
    {
        int start = text.Length, columns = lines.Max(l => l.Split('|').Length);
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (int row = 0; row < lines.Length; row++)
        {
            if (row > 0) text.Append('\n');
            bool head = lines[row].StartsWith('!');
            string[] parts = lines[row].TrimStart('!').Split('|');
            for (int column = 0; column < parts.Length; column++)
            {
                int width = 1;
                while (column + width < parts.Length && parts[column + width].Trim() == ">") width++;
                if (column > 0) text.Append('\t');
                cells.Add(new(Append(text, parts[column].Trim()), row, column, 1, width, head, []));
                column += width - 1;
            }
        }
        return new(new(start, text.Length), lines.Length, columns, cells.ToImmutable());
    }
}
