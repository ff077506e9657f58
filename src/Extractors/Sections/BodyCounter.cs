using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Sections;

/// <summary>Counts the <see cref="BodyTraits"/> of a section.</summary>
internal static partial class BodyCounter
{
    /// <summary>Characters of a body that are looked at: what a section is shows in how it begins, and the cost stays bounded.</summary>
    public const int Sample = 1500;

    private const int FirstWords = 24;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[A-Z][^:.\n]{2,50}:", RegexOptions.CultureInvariant)] private static partial Regex Field();

    [GeneratedRegex(@"\b(?:[0-9]{4}[0-9FTUM]|[A-HJ-V][0-9]{4}|[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4})\b", Options)] private static partial Regex Code();

    [GeneratedRegex(@"\b(?:[0-9]{1,2}/(?:[0-9]{1,2}/)?(?:[0-9]{4}|[0-9]{2})|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:[0-9]{1,2}, )?[0-9]{4})\b", Options)] private static partial Regex Date();

    [GeneratedRegex(@"\b(?:et al|doi|PMID|pp?\. ?[0-9]|[0-9]{4}; ?[0-9]+|[0-9]+\([0-9]+\): ?[0-9]+|Accessed|Available at)", Options)] private static partial Regex Reference();

    [GeneratedRegex(@"https?://|www\.", Options)] private static partial Regex Url();

    [GeneratedRegex(@"\b(?:medically necessary|investigational|experimental|not covered|(?:is|are|be) (?:covered|considered)|unproven|medical necessity|eligible for coverage|criteria (?:is|are) met|of the following)", Options | RegexOptions.IgnoreCase)] private static partial Regex Stance();

    [GeneratedRegex(@"\bNCT[0-9]{6,8}\b", Options)] private static partial Regex Trial();

    [GeneratedRegex(@"\b(?:patients|participants|stud(?:y|ies)|trials?|cohort|randomi[sz]ed|retrospective|prospective|sensitivity|specificity|survival|median|CI|literature|outcomes)\b", Options)] private static partial Regex Study();

    [GeneratedRegex(@"\b(?:recommends?|recommended|should|guidelines?|must|may|will|members?|provider|physician|plan)\b", Options)] private static partial Regex Modal();

    public static BodyTraits Count(PolicyDocument document, Section section)
    {
        int paragraphs = 0, items = 0, tables = 0, fields = 0, characters = 0;
        ReadOnlySpan<Block> blocks = document.Blocks.AsSpan()[section.FirstBlock..section.EndBlock];
        if (blocks.IsEmpty) return BodyTraits.Empty;
        foreach (Block block in blocks)
        {
            characters += block.Span.Length;
            if (block is ListItemBlock) items++;
            else if (block is TableBlock) tables++;
            else if (block is ParagraphBlock)
            {
                paragraphs++;
                if (Field().IsMatch(block.Span.In(document.Text)[..Math.Min(block.Span.Length, 80)])) fields++;
            }
        }
        int start = blocks[0].Span.Start;
        ReadOnlySpan<char> text = document.Text.AsSpan(start, Math.Min(Sample, blocks[^1].Span.End - start));
        return new(
            blocks.Length, paragraphs, items, tables, characters, fields, Code().Count(text), Date().Count(text), Reference().Count(text), Url().Count(text),
            Stance().Count(text), Trial().Count(text), Study().Count(text), Modal().Count(text), Words(text));
    }

    /// <summary>Hashes of the first words and of their pairs, letters only, in order of value.</summary>
    private static ImmutableArray<ushort> Words(ReadOnlySpan<char> text)
    {
        var hashes = new SortedSet<ushort>();
        uint before = 0;
        int at = 0;
        for (int count = 0; count < FirstWords && at < text.Length; count++)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            uint hash = 2166136261;
            int start = at;
            for (; at < text.Length && char.IsLetter(text[at]); at++) hash = (hash ^ char.ToLowerInvariant(text[at])) * 16777619;
            if (at == start) break;
            hashes.Add(Fold(hash));
            if (count is > 0 and < 8) hashes.Add(Fold((before * 16777619) ^ hash));
            before = hash;
        }
        return [.. hashes];
    }

    private static ushort Fold(uint hash) => (ushort)(hash ^ (hash >> 16));
}
