using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Definitions;

/// <summary>
/// Terms with their meanings in definition sections: "Term: meaning", "Term – meaning", "Term is a …", a term set apart by its style or heading,
/// and tables of two columns. A paragraph without a term goes on with the meaning before it. Outside such sections only what is said to be
/// defined counts.
/// </summary>
public sealed partial class DefinitionExtractor : IFactExtractor<Definition>
{
    internal const int LongestTerm = 90;

    /// <summary>UTF-16 units of "US: Ultrasound" and of its meaning: lists of abbreviations have no more.</summary>
    private const int ShortestLine = 8, ShortestMeaning = 4;

    public Extraction<Definition> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var found = ImmutableArray.CreateBuilder<Definition>();
        foreach (Section section in policy.OfKind(SectionKind.Definitions))
        {
            bool own = policy.HeadingOf(section) is { } heading && Heading().IsMatch(heading);
            if (own || HoldsTable(policy, section)) Read(policy, policy.BlocksOf(section), found);
            else if (section.HeadingSpan is { } term) UnderHeading(policy, section, term, found);
        }
        foreach (Section section in policy.Sections.Where(s => s.Kind is SectionKind.Coverage or SectionKind.Scope or SectionKind.Benefit))
        {
            foreach (Block block in policy.BlocksOf(section)) FromPurpose(policy.Text, block.Span, found);
        }
        return found.DistinctBy(d => d.Term.ToUpperInvariant()).ToImmutableArray();
    }

    private static void Read(SectionedPolicy policy, ReadOnlySpan<Block> blocks, ImmutableArray<Definition>.Builder found)
    {
        string text = policy.Text;
        for (int i = 0; i < blocks.Length; i++)
        {
            Block block = blocks[i];
            if (StandsAlone(policy, block) && i + 1 < blocks.Length && blocks[i + 1] is ParagraphBlock or ListItemBlock && !StandsAlone(policy, blocks[i + 1]))
            {
                SourceSpan term = block.Span.Trim(text), meaning = blocks[++i].Span.Trim(text);
                found.Add(new(Tidy(term.Slice(text)), meaning.Slice(text), SourceSpan.Cover(term, meaning)));
                continue;
            }
            switch (block)
            {
                case TableBlock table:
                    DefinitionTable.Read(text, table, found);
                    break;
                case ListItemBlock item:
                    FromText(policy, item.Content, found);
                    break;
                default:
                    FromText(policy, block.Span, found);
                    break;
            }
        }
    }

    /// <summary>A term on a line of its own: a few words, all in bold or underlined, that end no sentence.</summary>
    private static bool StandsAlone(SectionedPolicy policy, Block block)
    {
        SourceSpan span = block.Span.Trim(policy.Text);
        if (block is not ParagraphBlock || span.Length is < 2 or > LongestTerm || policy.Text[span.End - 1] is '.' or ':' || !Usable(span.Slice(policy.Text))) return false;
        for (int at = span.Start; at < span.End; at++)
        {
            if (!char.IsWhiteSpace(policy.Text[at]) && (policy.Document.StyleAt(at) & (TextStyle.Bold | TextStyle.Underline)) == TextStyle.None) return false;
        }
        return true;
    }

    private static bool HoldsTable(SectionedPolicy policy, Section section)
    {
        foreach (Block block in policy.BlocksOf(section))
        {
            if (block is TableBlock table && DefinitionTable.ColumnsOf(policy.Text, table).Headed) return true;
        }
        return false;
    }

    /// <summary>"For the purposes of this policy, … is defined as …", wherever it stands.</summary>
    private static void FromPurpose(string text, SourceSpan block, ImmutableArray<Definition>.Builder found)
    {
        foreach (Match match in Purpose().EnumerateSlice(text, block))
        {
            Group term = match.Groups["term"], meaning = match.Groups["meaning"];
            if (Usable(term.Value)) found.Add(new(Tidy(term.Value), meaning.Value, new(term.Index, meaning.Index + meaning.Length)));
        }
    }

    private static void FromText(SectionedPolicy policy, SourceSpan span, ImmutableArray<Definition>.Builder found)
    {
        string text = policy.Text;
        // Hard line ends inside a block may each begin a term.
        int start = span.Start;
        while (start < span.End)
        {
            int end = text.IndexOf('\n', start, span.End - start) is >= 0 and var feed ? feed : span.End;
            FromLine(policy, new SourceSpan(start, end).Trim(text), found);
            start = end + 1;
        }
    }

    private static void FromLine(SectionedPolicy policy, SourceSpan span, ImmutableArray<Definition>.Builder found)
    {
        string text = policy.Text;
        if (span.Length < ShortestLine) return;
        SourceSpan? term = Styled(policy, span) ?? Separated(text, span) ?? Copula(text, span);
        if (term is not { } t)
        {
            if (found.Count > 0 && span.Start - found[^1].Span.End <= 3)
                found[^1] = found[^1] with { Meaning = text[MeaningStart(text, found[^1])..span.End], Span = SourceSpan.Cover(found[^1].Span, span) };
            return;
        }
        int at = t.End;
        while (at < span.End && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '-' or '–' or '—' or '*' or '_' or '=' or '.' or ',' or '"' or '”' or '’')) at++;
        if (Verb().Match(text, at, span.End - at) is { Success: true } verb) at += verb.Length;
        if (span.End - at < ShortestMeaning || NoMeaning().IsMatch(text, at)) return;
        found.Add(new(Tidy(t.Slice(text)), text[at..span.End], span));
    }

    private static int MeaningStart(string text, Definition definition) =>
        text.IndexOf(definition.Meaning, definition.Span.Start, StringComparison.Ordinal) is >= 0 and var at ? at : definition.Span.Start;

    private static void UnderHeading(SectionedPolicy policy, Section section, SourceSpan heading, ImmutableArray<Definition>.Builder found)
    {
        ReadOnlySpan<Block> blocks = policy.BlocksOf(section);
        if (heading.Length > LongestTerm || blocks.IsEmpty) return;
        // The next term may stand in bold where this one is a heading.
        int end = 1;
        while (end < blocks.Length && !StandsAlone(policy, blocks[end])) end++;
        SourceSpan meaning = new(blocks[0].Span.Start, blocks[end - 1].Span.End);
        if (meaning.Length >= 15) found.Add(new(Tidy(heading.Slice(policy.Text)), meaning.Slice(policy.Text), SourceSpan.Cover(heading, meaning)));
        Read(policy, blocks[end..], found);
    }

    /// <summary>A term in bold or underlined at the start of a paragraph that goes on in plain type.</summary>
    private static SourceSpan? Styled(SectionedPolicy policy, SourceSpan span)
    {
        PolicyDocument document = policy.Document;
        int end = span.Start;
        while (end < span.End && (char.IsWhiteSpace(policy.Text[end]) || (document.StyleAt(end) & (TextStyle.Bold | TextStyle.Underline)) != TextStyle.None)) end++;
        SourceSpan term = new SourceSpan(span.Start, end).Trim(policy.Text);
        return term.Length is > 1 and <= LongestTerm && end < span.End - 10 && char.IsLetterOrDigit(policy.Text[term.Start]) && Usable(term.Slice(policy.Text)) ? TrimMark(policy.Text, term) : null;
    }

    private static SourceSpan? Separated(string text, SourceSpan span)
    {
        Match match = TermAndSign().Match(text, span.Start, span.Length);
        if (!match.Success) return null;
        Group term = match.Groups["term"];
        return Usable(term.Value) ? new(term.Index, term.Index + term.Length) : null;
    }

    private static SourceSpan? Copula(string text, SourceSpan span)
    {
        Match match = TermAndVerb().Match(text, span.Start, span.Length);
        if (!match.Success) return null;
        Group term = match.Groups["term"];
        return Usable(term.Value) && !NoTerm().IsMatch(term.Value) ? new(term.Index, term.Index + term.Length) : null;
    }

    private static bool Usable(string term) => term.Trim().Split(' ').Length <= 10 && !Remark().IsMatch(term);

    private static SourceSpan TrimMark(string text, SourceSpan term)
    {
        int end = term.End;
        while (end > term.Start && (text[end - 1] is ':' or '-' or '–' or '.' || char.IsWhiteSpace(text[end - 1]))) end--;
        return new(term.Start, end);
    }

    internal static string Tidy(string term) => Article().Replace(White().Replace(term, " ").Trim(' ', ':', '*', '_', '-', '–', '.', ',', '"', '“', '”', '‘', '’', '•', '▪'), "");

    [GeneratedRegex(@"^(?:an?|the)\s(?=\w{3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    /// <summary>What joins a term to its meaning, and is part of neither.</summary>
    [GeneratedRegex(@"\G(?:(?:is|are)\s(?:(?:further\s)?defined\s(?:as|by)\s|(?=an?\s|the\s|any\s|one\s|when\s|that\s))|means?:?\s|refers?\sto\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    /// <summary>A link says where a meaning stands; a modal verb says what can be done.</summary>
    [GeneratedRegex(@"\G(?:https?:|www\.|(?:may|should|will|can|must|has|have|does|do|cannot)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex NoMeaning();

    [GeneratedRegex(@"\b[Ff]or (?:the )?purposes? of this (?:\w+\s)?(?:policy|guideline|document|criteria),? (?:the term )?[""“]?(?<term>[\w][\w\s()/-]{2,60}?)[""”]? (?:(?:is|are) defined as|means?|refers? to):?\s(?<meaning>[^.\n]{10,400}\.?)", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:definitions?|glossary|terms|terminology|acronyms|abbreviations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\G[\s*_""“•]*(?:(?:\d{1,2}|[a-z])[.)]\s)?[""“]?(?<term>[\p{Lu}\d](?:[^:\n.;*(]|\([^)\n]{1,60}\)){1,88}?)(?:[*_""”]+\s*)?(?::\s|:[*_]+\s?|\s[–—=-]\s|[*_""”]\s[–—-]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex TermAndSign();

    [GeneratedRegex(@"\G[*_""“]*(?<term>[\p{Lu}\d][\w\s()/,&'’®™-]{1,70}?)[*_""”]*(?:,\s(?:according\sto|as\sdefined\sby)\s[^,\n]{3,60},)?\s+(?:(?:is|are|was)\s(?:an?|the|defined|any|one|used|when|that)\b|means?\s|refers?\sto\s|(?:testing|tests?)\s(?:(?:is|are)\sused|uses?)\s|uses?\s\d|describes?\s|includes?\s)", RegexOptions.CultureInvariant)]
    private static partial Regex TermAndVerb();

    [GeneratedRegex(@"^(?:the|this|these|those|it|they|there|in|for|if|when|what|which|natural|results?|scores?|patients?|individuals?|members?|\d+)\b(?:(?=\s\w+\s)|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoTerm();

    [GeneratedRegex(@"^(?:notes?|please|source|see|age \d|examples?|refer|for (?:the )?purposes?|the following)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
