using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>Cuts a document at its headings.</summary>
public static class SectionSplitter
{
    public static ImmutableArray<Section> Split(PolicyDocument document)
    {
        ImmutableArray<Block> blocks = document.Blocks;
        int flow = blocks.Length;
        while (flow > 0 && blocks[flow - 1] is FurnitureBlock) flow--;
        var sections = ImmutableArray.CreateBuilder<Section>();
        var open = new Stack<Section>();
        int at = 0;
        while (at < flow)
        {
            var heading = HeadingAt(document, at);
            int first = heading is null ? at : at + 1, end = first;
            while (end < flow && HeadingAt(document, end) is null) end++;
            if (heading is not null && IsContents(document, heading)) end = EndOfContents(document, end, flow);
            int level = heading?.Level ?? 1;
            while (open.Count > 0 && open.Peek().Level >= level) open.Pop();
            int last = Math.Max(end - 1, at);
            var section = new Section(
                sections.Count, open.Count > 0 ? open.Peek().Ordinal : null, level, heading is null ? null : HeadingText(document.Text, heading.Span),
                new(blocks[at].Span.Start, blocks[last].Span.End), first, end);
            sections.Add(section);
            if (heading is not null) open.Push(section);
            at = Math.Max(end, at + 1);
        }
        return sections.ToImmutable();
    }

    /// <summary>The heading that stands there, null for other blocks and for links that only look like one ("back to top").</summary>
    private static HeadingBlock? HeadingAt(PolicyDocument document, int block)
    {
        if (document.Blocks[block] is not HeadingBlock heading) return null;
        return heading.Span.Length <= 20 && HeadingVocabulary.Normalise(document.Slice(heading.Span)) is "back to top" or "top" or "return to top" ? null : heading;
    }

    private static bool IsContents(PolicyDocument document, HeadingBlock heading) =>
        HeadingVocabulary.WholeHeading(document.Slice(heading.Span)) is SectionKind.Contents;

    /// <summary>Entries of a table of contents look like headings; they are those that come again further on. What follows the last one stays with them.</summary>
    private static int EndOfContents(PolicyDocument document, int at, int flow)
    {
        var later = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = at; i < flow; i++)
        {
            if (HeadingAt(document, i) is { } heading) later[Key(heading)] = i;
        }
        while (at < flow && (HeadingAt(document, at) is not { } entry || later[Key(entry)] > at)) at++;
        return at;

        string Key(HeadingBlock heading) => HeadingVocabulary.Normalise(document.Slice(heading.Span));
    }

    private static SourceSpan HeadingText(string text, SourceSpan span)
    {
        SourceSpan trimmed = span.Trim(text);
        int end = trimmed.End;
        while (end > trimmed.Start + 1 && (text[end - 1] == ':' || char.IsWhiteSpace(text[end - 1]))) end--;
        return new(trimmed.Start, end);
    }
}
