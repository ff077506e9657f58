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
/// payer speaks of itself (<see cref="PayerFrames"/>). Other payers' names in evidence and related
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
        foreach (FieldLine line in lines.Where(l => l.Zone is LineZone.Front && l.Ordinal < LetterheadLines && l.Span.Length <= 90 && text[l.Span.Start] is not ('☐' or '☒' or '☑' or '□')))
        {
            foreach (SourceSpan name in Letterhead(text, line.Span)) yield return new(name, Heads(text, line, name) ? 4 : IsOrganisation(text, name) ? 3 : 2, "letterhead");
        }
        foreach (FieldLine line in Closing(lines))
        {
            if (Signature().Match(text, line.Span.Start, line.Span.Length) is { Success: true } name && PayerNames.IsInsurer(name.Groups["name"].Value)) yield return Mention(name, 4, "closing line");
        }
        // "Scope: A Health Plan, A Health Assurance …": the companies that a policy is of, the first of them its publisher.
        foreach (FieldLine line in lines.Where(l => l.Zone is LineZone.Front && Scope().IsMatch(text, l.Span.Start)))
        {
            if (Letterhead(text, line.Span).Select(n => (SourceSpan?)n).FirstOrDefault(n => IsOrganisation(text, n!.Value)) is { } name) yield return new(FirstOf(text, name), 4, "label");
        }
        foreach (FieldLine line in lines.Where(l => l.Zone is LineZone.Furniture && l.Span.Length <= 90))
        {
            foreach (SourceSpan name in Letterhead(text, line.Span)) yield return new(name, IsOrganisation(text, name) ? 3 : 1.5, "running line");
        }
        foreach (Block block in policy.Document.Blocks)
        {
            SectionKind kind = policy.SectionAt(block.Span.Start)?.Kind ?? SectionKind.Other;
            bool own = block is FurnitureBlock || kind is not (SectionKind.References or SectionKind.Evidence or SectionKind.Guidelines or SectionKind.Regulatory
                or SectionKind.Medicare or SectionKind.Trials or SectionKind.Background or SectionKind.Definitions or SectionKind.Coding);
            foreach (Match match in Copyright().EnumerateSlice(text, block.Span)) yield return Mention(match, kind == SectionKind.References && match.Index - block.Span.Start > 2 && !Notice().IsMatch(text, block.Span.Start) ? 1 : 4, "copyright");
            foreach (Match match in CopyrightAfter().EnumerateSlice(text, block.Span)) yield return Mention(match, kind == SectionKind.References ? 1 : 4, "copyright");
            foreach (Match match in Licensee().EnumerateSlice(text, block.Span)) yield return Mention(match, 4, "licensee");
            foreach (Match match in CivilRights().EnumerateSlice(text, block.Span)) yield return Mention(match, 4, "civil rights");
            if (!own) continue;
            foreach (PayerMention mention in PayerFrames.In(text, block.Span)) yield return mention;
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

    private static SourceSpan FirstOf(string text, SourceSpan names) =>
        text.IndexOf(',', names.Start, names.Length) is > 0 and var comma ? new(names.Start, comma) : names;

    [GeneratedRegex(@"\G\W{0,3}scope\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scope();

    /// <summary>The last lines of the flow, where an insurer may close with its name and address.</summary>
    private static IEnumerable<FieldLine> Closing(ImmutableArray<FieldLine> lines)
    {
        int flow = lines.Length;
        while (flow > 0 && lines[flow - 1].Zone == LineZone.Furniture) flow--;
        return lines.Skip(flow - ClosingLines).Take(Math.Min(flow, ClosingLines)).Where(l => l.Span.Length <= 200);
    }

    /// <summary>Lines at the end in which an insurer may close with its name and address.</summary>
    private const int ClosingLines = 3;

    /// <summary>A name that begins its line and ends before a sign, an address or the line's end.</summary>
    [GeneratedRegex(@"\G(?<name>" + Name + @")\s?(?:[|•·–,]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\G\s*(?:proprietary|confidential)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    /// <summary>Lines at the very top that are a publisher's name and nothing else.</summary>
    private const int NameLines = 3;

    /// <summary>Whether a line at the top is, whole, a name that only an insurer bears.</summary>
    private static bool Heads(string text, FieldLine line, SourceSpan name) =>
        line.Ordinal < NameLines && name.Length >= line.Span.Length - 2 && PayerNames.IsInsurer(name.Slice(text));

    /// <summary>A name that only an organisation bears; "Home Health Care" may be what a policy is about.</summary>
    private static bool IsOrganisation(string text, SourceSpan name) => Organisation().IsMatch(name.Slice(text));

    [GeneratedRegex(@"\bHealth ?Plans?\b|\bInsurance (?:Company|Co\.|Corporation)|\bBlue ?(?:Cross|Shield)\b|\b(?:Inc|HMO|Mutual|Healthcare|HealthCare|Permanente)\b|\bHealth (?:Partners|Alliance|Net|Insurance|Cooperative)\b|\bHealth$", RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();

    // Blanks only: a name of a letterhead ends with its line.
    [GeneratedRegex(@"[A-Z][\w&’'®™-]*(?:,?[ \u00A0](?:(?:and|of|&|the)[ \u00A0]){0,2}(?:[A-Z][\w&’'®™-]*|Inc\.?)){0,7}", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();

    /// <summary>"(c)" is an item's label unless a year follows.</summary>
    [GeneratedRegex(@"(?:(?:©|\b[Cc]opyright)\s?(?:©\s?)?(?:\([cC]\)\s?)?(?:[Cc]opyright\s)?(?:\d{4}(?:\s?[-–,]\s?\d{4})?,?\s?)?|\([cC]\)\s?(?:[Cc]opyright\s)?\d{4}(?:\s?[-–,]\s?\d{4})?,?\s?)(?:by\s|[Tt]he\s)?(?<name>" + Name + @"|[a-z]{1,3}[A-Z]\w+(?:\s\w+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    /// <summary>The name before the sign: "Example Health, Inc. © 2025".</summary>
    [GeneratedRegex("(?<name>" + Name + @")\.?,?\s?(?:©|[Cc]opyright\s(?:©\s?)?)\s?(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex CopyrightAfter();

    /// <summary>The notice of non-discrimination that section 1557 of the Affordable Care Act asks of every plan.</summary>
    [GeneratedRegex("(?<name>" + Name + @")[®™]?(?:\s\([^)]{2,30}\))?\s(?:complies|comply)\swith\s(?:all\s)?(?:applicable\s)?[Ff]ederal\s[Cc]ivil", RegexOptions.CultureInvariant)]
    private static partial Regex CivilRights();

    [GeneratedRegex("(?<name>" + Name + @")[®™]?(?:\s\([A-Z]\w+\))?(?:\sis|\sare|,)?\s(?:an?\s)?(?:[a-z-]+\s){0,3}[Ii]ndependent\s(?:[a-z]+\s)?[Ll]icensees?\sof\b", RegexOptions.CultureInvariant)]
    private static partial Regex Licensee();
}
