using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

/// <summary>A name in a place where a publisher names itself. <paramref name="Weight"/> says how telling the place is, 1 (a hint) to 5 (a label).</summary>
public readonly record struct PayerMention(SourceSpan Span, double Weight, string Place);

/// <summary>
/// The places where a publisher names itself: a label, the copyright line, the licensee's notice, the letterhead, and sentences in which the
/// payer speaks of itself ("… considers", "plans administered by …", "without permission from …"). Other payers' names in evidence and related
/// policies stand in none of them.
/// </summary>
public static partial class PayerMentions
{
    /// <summary>Lines from the top in which a letterhead can stand.</summary>
    private const int LetterheadLines = 10;

    private const string Name = @"[A-Z][\w&’'®™-]*(?:,?\s(?:(?:and|of|&|the)\s){0,2}(?:[A-Z][\w&’'®™-]*|Inc\.?)){0,7}";

    public static IEnumerable<PayerMention> Find(SectionedPolicy policy, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields)
    {
        string text = policy.Text;
        foreach (Field field in fields.Where(f => f.Name == FieldName.Payer && !f.Value.IsEmpty && f.Value.Length < 80))
            yield return new(field.Value, 5, "label");
        foreach (FieldLine line in lines.Where(l => l.Zone is LineZone.Front && l.Ordinal < LetterheadLines && l.Span.Length <= 90))
        {
            foreach (SourceSpan name in Letterhead(text, line.Span)) yield return new(name, 3, "letterhead");
        }
        foreach (Block block in policy.Document.Blocks)
        {
            SectionKind kind = policy.SectionAt(block.Span.Start)?.Kind ?? SectionKind.Other;
            bool own = block is FurnitureBlock || kind is not (SectionKind.References or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Regulatory
                or SectionKind.Medicare or SectionKind.Trials or SectionKind.Background or SectionKind.Definitions or SectionKind.Coding);
            foreach (Match match in Copyright().EnumerateSlice(text, block.Span)) yield return Mention(match, kind == SectionKind.References ? 1 : 4, "copyright");
            foreach (Match match in Licensee().EnumerateSlice(text, block.Span)) yield return Mention(match, 4, "licensee");
            if (!own) continue;
            foreach (Match match in Administered().EnumerateSlice(text, block.Span)) yield return Mention(match, 3, "administered by");
            foreach (Match match in Speaks().EnumerateSlice(text, block.Span)) yield return Mention(match, 2, "self-reference");
        }
    }

    private static PayerMention Mention(Match match, double weight, string place)
    {
        Group name = match.Groups["name"];
        return new(new(name.Index, name.Index + name.Length), weight, place);
    }

    /// <summary>The runs of capitalised words of the line that have a health plan's words in them.</summary>
    private static IEnumerable<SourceSpan> Letterhead(string text, SourceSpan line)
    {
        foreach (Match match in Capitalised().EnumerateSlice(text, line))
        {
            if (PayerNames.Clean(match.Value) is { } name && PayerNames.LooksLikePayer(name)) yield return new(match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex(Name, RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"(?:©|\([cC]\)|\b[Cc]opyright)\s?(?:©\s?)?(?:[Cc]opyright\s)?(?:\d{4}(?:\s?[-–,]\s?\d{4})?,?\s?)?(?:by\s|[Tt]he\s)?(?<name>" + Name + @"|[a-z]{1,3}[A-Z]\w+(?:\s\w+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"(?<name>" + Name + @")(?:\sis|\sare|,)?\s(?:an?\s)?[Ii]ndependent\s[Ll]icensees?\sof\b", RegexOptions.CultureInvariant)]
    private static partial Regex Licensee();

    [GeneratedRegex(
        """
        \b(?:(?:issued|administered|underwritten|offered|insured|provided|developed|created|reviewed|adopted|approved)(?:\s(?:or|and)\s\w+)?\sby|on\sbehalf\sof|permission\s(?:from|of)|(?:applies|applicable)\s(?:only\s)?to|
        covered\s(?:under\syour|by\s(?:your|all)?)|interpreting)\s(?:the\s|all\s)?
        """ + "(?<name>" + Name + ")",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Administered();

    [GeneratedRegex(
        "(?<name>" + Name + ")" + """
        (?:['’]s?)?\s(?:considers?|will\s(?:cover|treat|consider|notify|not|provide|review|update)|reserves?\sthe\sright|has\sdeveloped|have\sdeveloped|covers?\s|does\snot\s|do\snot\s|may\s(?:also\s)?(?:use|cover)|
        requires?\s|uses?\sthe|follows?\s|adopted|administers?|medical\spolic|clinical\spolic|coverage\spolic|standard\sbenefit|members?\sshould|members?\b|plans?\s|benefit\splan|participating|provider\s|determination|
        [Mm]edical\s[Pp]olicy\s(?:and\s\w+\s)?[Cc]ommittee|[Cc]ustomer\s[Ss]ervice|[Gg]rievance)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();
}
