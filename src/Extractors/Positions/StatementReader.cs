using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>Takes a section apart into statements, in order. A sentence that a reader cut into two blocks is read as one.</summary>
internal static class StatementReader
{
    /// <summary>In UTF-16 units.</summary>
    private const int LongestLabel = 60;

    public static IEnumerable<Statement> Read(SectionedPolicy policy, Section section)
    {
        string text = policy.Text;
        if (section.HeadingSpan is { } heading)
        {
            yield return new(heading, Wording.Plain(heading.Slice(text)), section, StatementForm.Heading, ItemsOf(policy.BlocksOf(section), null));
        }
        int at = section.FirstBlock;
        HashSet<int> earlier = EarlierWording.In(policy, section);
        while (at < section.EndBlock)
        {
            if (earlier.Contains(at))
            {
                at++;
                continue;
            }
            Block block = policy.Document.Blocks[at];
            if (block is TableBlock table)
            {
                foreach (Statement cell in Cells(text, table, section)) yield return cell;
                at++;
                continue;
            }
            bool item = block is ListItemBlock;
            SourceSpan content = block is ListItemBlock { Content: var own } ? own : block.Span;
            int next = at + 1;
            while (next < section.EndBlock && Continues(text, content, policy.Document.Blocks[next]))
                content = SourceSpan.Cover(content, policy.Document.Blocks[next++].Span);
            ImmutableArray<SourceSpan> items = ItemsOf(policy.Document.Blocks.AsSpan()[next..section.EndBlock], block);
            foreach (Statement statement in Sentences(text, content, section, item ? StatementForm.ListItem : StatementForm.Sentence, items))
                yield return statement;
            at = next;
        }
    }

    private static IEnumerable<Statement> Sentences(string text, SourceSpan content, Section section, StatementForm form, ImmutableArray<SourceSpan> items)
    {
        foreach (SourceSpan sentence in SentenceSplitter.Split(text, content))
        {
            bool last = sentence.End >= content.Trim(text).End;
            yield return new(sentence, Wording.Plain(sentence.Slice(text)), section, form, last ? items : []);
        }
    }

    /// <summary>"Yes", "No", "Not required".</summary>
    public static bool IsAnswer(string words) =>
        Wording.Plain(words).TrimEnd('.', ' ').ToLowerInvariant() is "yes" or "no" or "required" or "not required" or "n/a" or "y" or "n";

    private static readonly string[] Earlier = ["before", "previous", "prior version", "current policy", "old"], Later = ["after", "revised", "new", "new policy", "proposed"];

    /// <summary>"Before | After": a table of what was changed repeats what holds, and says what holds no longer.</summary>
    public static bool IsOfChanges(string text, TableBlock table)
    {
        string[] heads = [.. table.Cells.Where(c => c.Row < 3 && c.Span.Length < 40).Select(c => Wording.Plain(c.Span.Slice(text)).ToLowerInvariant())];
        return heads.Any(h => Earlier.Any(e => Begins(h, e))) && heads.Any(h => Later.Any(l => Begins(h, l)));

        static bool Begins(string head, string word) => head.StartsWith(word, StringComparison.Ordinal) && (head.Length == word.Length || !char.IsLetter(head[word.Length]));
    }

    private static IEnumerable<Statement> Cells(string text, TableBlock table, Section section)
    {
        if (IsOfChanges(text, table)) yield break;
        foreach (TableCell cell in table.Cells)
        {
            if (cell.Span.IsEmpty) continue;
            TableCell? first = cell.IsHeader ? null : table.Cells.FirstOrDefault(c => c.Row == cell.Row && c.Column < cell.Column && !c.Span.IsEmpty);
            TableCell? header = cell.IsHeader ? null : table.Cells.FirstOrDefault(c => c.Row < cell.Row && c.Column <= cell.Column && cell.Column < c.Column + c.ColumnSpan && (c.IsHeader || c.Row == 0));
            bool question = cell.Row == 0 && table.Cells.Any(c => c.Row > 0 && c.Column == cell.Column && IsAnswer(c.Span.Slice(text)));
            TableCell? over = first is null ? null : table.Cells.FirstOrDefault(c => c.Row < first.Row && c.Column == first.Column && (c.IsHeader || c.Row == 0));
            string? label = first is null ? null : Wording.Plain(first.Span.Slice(text)), above = header is null ? null : Wording.Plain(header.Span.Slice(text));
            IEnumerable<(SourceSpan Span, ImmutableArray<SourceSpan> Items)> parts = cell.Content.IsDefaultOrEmpty
                ? [(cell.Span, [])]
                : cell.Content.Select((b, i) => (Labelled(text, cell.Content, i), ItemsOf(cell.Content.AsSpan()[(i + 1)..], b)));
            foreach ((SourceSpan part, ImmutableArray<SourceSpan> items) in parts)
            {
                foreach (Statement statement in Sentences(text, part, section, StatementForm.Cell, items))
                    yield return statement with { RowLabel = label, ColumnHeader = above, Cell = cell.Span, RowHeader = over is null ? null : Wording.Plain(over.Span.Slice(text)), IsQuestion = question };
            }
        }
    }

    /// <summary>A part of a cell; a value is read with the label before it ("Precertification:" over "Required.").</summary>
    private static SourceSpan Labelled(string text, ImmutableArray<Block> content, int at)
    {
        if (content[at] is ListItemBlock { Content: var own }) return own;
        bool value = at > 0 && content[at] is ParagraphBlock && content[at - 1] is ParagraphBlock { Span: { Length: <= LongestLabel } label } && label.Slice(text).TrimEnd().EndsWith(':');
        return value ? SourceSpan.Cover(content[at - 1].Span, content[at].Span) : content[at].Span;
    }

    /// <summary>The outer items of the list at the start of <paramref name="after"/> that hangs under <paramref name="over"/>; empty where there is none.</summary>
    private static ImmutableArray<SourceSpan> ItemsOf(ReadOnlySpan<Block> after, Block? over)
    {
        if (after.Length == 0 || !(over is null ? after[0] is ListItemBlock : IsDeeper(after[0], over))) return [];
        int outer = ((ListItemBlock)after[0]).Depth;
        var items = ImmutableArray.CreateBuilder<SourceSpan>();
        foreach (Block block in after)
        {
            if (block is not ListItemBlock item || item.Depth < outer) break;
            if (item.Depth == outer) items.Add(item.Content);
        }
        return items.ToImmutable();
    }

    private static bool IsDeeper(Block next, Block block) =>
        next is ListItemBlock item && (block is not ListItemBlock over || item.Depth > over.Depth);

    /// <summary>Whether <paramref name="next"/> goes on with a sentence that did not end: it starts in lower case and has no label of its own.</summary>
    private static bool Continues(string text, SourceSpan content, Block next)
    {
        if (next is not ParagraphBlock) return false;
        SourceSpan before = content.Trim(text), after = next.Span.Trim(text);
        if (before.IsEmpty || after.IsEmpty) return false;
        if (after.Length < 4) return false;
        int first = text[after.Start] == '(' ? after.Start + 1 : after.Start;
        return char.IsLower(text[first]) && text[first + 1] is not (')' or '.')
            && (char.IsLetterOrDigit(text[before.End - 1]) || text[before.End - 1] is ',' or ')' or '-' or '/' or '&');
    }
}
