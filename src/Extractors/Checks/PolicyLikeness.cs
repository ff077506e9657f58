using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// Whether a document is a coverage policy at all. Only what has neither a policy's anatomy nor its language is refused: a policy refused is
/// lost, while a stray page that is let in shows by its missing facts.
/// </summary>
public static partial class PolicyLikeness
{
    /// <summary>Characters of flow below which a document without a single stance or section cannot be a policy.</summary>
    private const int Short = 1200;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:medically necessary|medical necessity|investigational|experimental|unproven|not covered|non-?covered|is covered|are covered|covered (?:when|if|for)|considered (?:cosmetic|established|reasonable)|prior authorization|(?:coverage|approval|authorization) (?:criteria|is|may|will)|eligible for coverage|meets? (?:all|any|one|the) .{0,30}criteria|may be (?:approved|authorized|considered)|benefit exclusion)", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Stance();

    [GeneratedRegex(@"\b(?:page (?:you (?:requested|are looking for)|not found|cannot be found|could not be found)|(?:file or directory|page|resource|document) (?:was )?not found|might have been removed|temporarily unavailable|access denied|no longer available|error 40[34]|40[34] (?:error|-|page)|enable javascript|session (?:has )?expired|(?:http|server) error)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex ErrorPage();

    [GeneratedRegex(@"\b(?:[0-9]{4}[0-9FTUM]|[A-HJ-V][0-9]{4}|[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4})\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    /// <summary>Why the document is no policy, for a person; null where it is one, or may be.</summary>
    public static string? WhyNot(SectionedPolicy policy)
    {
        string flow = Flow(policy.Document);
        if (flow.AsSpan().Trim().IsEmpty) return "The document has no text outside repeated page matter.";
        int stances = Stance().Count(flow);
        SectionKind[] kinds = [.. policy.Sections.Where(s => s.HeadingSpan is { } h && HeadingVocabulary.WholeHeading(policy.Document.Slice(h)) is not null).Select(s => s.Kind).Distinct()];
        int anatomy = kinds.Count(k => k is SectionKind.Coverage or SectionKind.Coding or SectionKind.References or SectionKind.History or SectionKind.Evidence or SectionKind.Background or SectionKind.Definitions);
        bool error = ErrorPage().IsMatch(flow.Length > 4000 ? flow[..4000] : flow);
        if (error && stances == 0 && flow.Length < 4 * Short) return "The text is an error page of a web site, not a policy.";
        if (stances == 0 && anatomy == 0 && flow.Length < Short) return "The text is too short for a policy and says nothing of coverage.";
        if (IsIndex(policy.Document) && anatomy < 2) return "The text is a list of policies with links or dates, not a policy.";
        if (stances == 0 && anatomy < 2 && Code().Count(flow) < 3) return "The text takes no position on coverage and has no section that policies have.";
        return null;
    }

    /// <summary>Titles one after the other, hardly a sentence among them: the index page of a policy site.</summary>
    private static bool IsIndex(PolicyDocument document)
    {
        int lines = 0, titles = 0, sentences = 0, linked = 0;
        foreach (Block block in document.Blocks)
        {
            if (block is FurnitureBlock) continue;
            foreach (ReadOnlySpan<char> line in block.Span.In(document.Text).EnumerateLines())
            {
                ReadOnlySpan<char> text = line.Trim();
                if (text.IsEmpty) continue;
                lines++;
                bool ends = text[^1] is '.' or ':' or ';';
                if (ends || text.Length > 200) sentences++;
                else if (text.Length < 160) titles++;
            }
        }
        foreach (Link link in document.Links) linked += link.Span.Length;
        return lines >= 15 && sentences * 8 < lines && (titles * 10 >= lines * 8) && (linked * 3 > document.Text.Length || sentences * 20 <= lines);
    }

    private static string Flow(PolicyDocument document)
    {
        int end = document.Text.Length;
        for (int i = document.Blocks.Length - 1; i >= 0 && document.Blocks[i] is FurnitureBlock furniture; i--) end = furniture.Span.Start;
        return document.Text[..end];
    }
}
