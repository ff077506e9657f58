using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests;

/// <summary>
/// Writes small policies for tests in one string: "# Heading {kind}" (coverage where none is given), "| a | b |" rows of a table
/// (the first is its header; " // " parts the paragraphs and items of a cell), items that start with a bullet or label ("- ", "A. ", "1) ", "(a) "), two spaces of indentation a
/// level; every other line is a paragraph.
/// </summary>
internal static partial class PolicyNotation
{
    public static SectionedPolicy Policy(string notation)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var kinds = new List<SectionKind>();
        string[] lines = notation.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Trim().Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            if (Heading().Match(line) is { Success: true } heading)
            {
                SourceSpan span = Append(text, heading.Groups["words"].Value.Trim());
                blocks.Add(new HeadingBlock(span, heading.Groups["level"].Length));
                kinds.Add(Enum.TryParse(heading.Groups["kind"].Value, ignoreCase: true, out SectionKind kind) ? kind : SectionKind.Coverage);
            }
            else if (line.TrimStart().StartsWith('|'))
            {
                int end = i;
                while (end < lines.Length && lines[end].TrimStart().StartsWith('|')) end++;
                blocks.Add(Table(text, lines[i..end]));
                i = end - 1;
            }
            else
            {
                blocks.Add(Line(text, line));
            }
        }
        var document = new PolicyDocument { Text = text.ToString(), Blocks = blocks.ToImmutable(), Source = "test", MediaType = "text/plain" };
        ImmutableArray<Section> sections = SectionSplitter.Split(document);
        int next = 0;
        return new(document, [.. sections.Select(s => s with { Kind = s.HeadingSpan is null ? SectionKind.Coverage : kinds[next++], Confidence = 1 })]);
    }

    private static Block Line(StringBuilder text, string line)
    {
        if (Item().Match(line) is not { Success: true } item) return new ParagraphBlock(Append(text, line.Trim()));
        SourceSpan label = Append(text, item.Groups["label"].Value);
        text.Append(' ');
        SourceSpan content = Append(text, item.Groups["words"].Value.Trim());
        text.Append(' ');
        return new ListItemBlock(SourceSpan.Cover(label, content), item.Groups["indent"].Length / 2, label, content);
    }

    private static SourceSpan Append(StringBuilder text, string words)
    {
        int start = text.Length;
        text.Append(words);
        return new(start, text.Length);
    }

    private static TableBlock Table(StringBuilder text, string[] rows)
    {
        int start = text.Length, columns = 0;
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (int row = 0; row < rows.Length; row++)
        {
            if (row > 0) text.Append('\n');
            string[] parts = rows[row].Trim().Trim('|').Split('|');
            columns = Math.Max(columns, parts.Length);
            for (int column = 0; column < parts.Length; column++)
            {
                if (column > 0) text.Append('\t');
                string[] lines = parts[column].Split(" // ");
                ImmutableArray<Block> content = [.. lines.Select(line => Line(text, line))];
                var whole = SourceSpan.Cover(content[0].Span, content[^1].Span);
                cells.Add(new(whole, row, column, 1, 1, row == 0, content.Length > 1 ? content : []));
            }
        }
        return new(new(start, text.Length), rows.Length, columns, cells.ToImmutable());
    }

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<words>.*?)(?:\s*\{(?<kind>\w+)\})?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent> *)(?<label>[-•▪o]|\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)])\s+(?<words>.+)$")]
    private static partial Regex Item();
}
