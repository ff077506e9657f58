using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Guidelines;

/// <summary>
/// What societies and agencies recommend, from sections of guidelines. An entry begins where a heading or the begin of a paragraph names an
/// organisation, and goes on over what follows until another is named.
/// </summary>
public sealed partial class GuidelineExtractor : IFactExtractor<Guideline>
{
    /// <summary>Only so far into a paragraph does an organisation own it; later it is only mentioned. In UTF-16 units.</summary>
    private const int Opening = 220;

    public Extraction<Guideline> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var found = ImmutableArray.CreateBuilder<Guideline>();
        Dictionary<string, string> acronyms = AcronymsOf(policy);
        foreach (Section section in policy.OfKind(SectionKind.Guidelines))
        {
            string? headed = policy.HeadingOf(section) is { } heading ? OrganizationIn(heading, acronyms) : null;
            string? organization = headed;
            SourceSpan? span = null;
            foreach (Block block in policy.BlocksOf(section))
            {
                string words = block.Span.Slice(policy.Text);
                string? named = block is not (ParagraphBlock or ListItemBlock) ? null : OrganizationIn(words[..Math.Min(words.Length, Opening)], acronyms);
                if (headed is null && named is not null && named != organization)
                {
                    Close(organization, span);
                    (organization, span) = (named, block.Span);
                }
                else span = span is { } open ? SourceSpan.Cover(open, block.Span) : block.Span;
            }
            Close(organization, span);

            void Close(string? by, SourceSpan? over)
            {
                if (by is not null && over is { } entry && !NothingSaid().IsMatch(entry.In(policy.Text))) found.Add(new(by, YearIn(entry.Slice(policy.Text), policy.HeadingOf(section)), entry.Slice(policy.Text), entry));
            }
        }
        return found.ToImmutable();
    }

    /// <summary>What the policy itself spells out: "National Comprehensive Cancer Network (NCCN)".</summary>
    private static Dictionary<string, string> AcronymsOf(SectionedPolicy policy)
    {
        var acronyms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Section section in policy.OfKind(SectionKind.Guidelines))
        {
            foreach (Match match in Organization().EnumerateSlice(policy.Text, section.Span))
            {
                string name = White().Replace(match.Value, " ");
                int open = name.LastIndexOf(" (", StringComparison.Ordinal);
                if (open > 0 && name[^1] == ')') acronyms.TryAdd(name[(open + 2)..^1], name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name);
            }
        }
        return acronyms;
    }

    private static string? OrganizationIn(string words, Dictionary<string, string> acronyms)
    {
        Match match = Organization().Match(words);
        if (!match.Success) return null;
        string name = White().Replace(match.Value, " ").Trim();
        if (name.StartsWith("The ", StringComparison.Ordinal)) name = name[4..];
        if (acronyms.TryGetValue(name, out string? full)) return full;
        if (acronyms.Values.FirstOrDefault(f => f.StartsWith(name + " (", StringComparison.Ordinal)) is { } spelled) return spelled;
        return (name.Contains(' ', StringComparison.Ordinal) || Acronym().IsMatch(name)) && !Generic().IsMatch(name) ? name : null;
    }

    /// <summary>The first year that the entry gives at its opening, or its heading.</summary>
    private static int? YearIn(string entry, string? heading)
    {
        Match match = Year().Match(entry[..Math.Min(entry.Length, 2 * Opening)]);
        if (!match.Success && heading is not null) match = Year().Match(heading);
        return match.Success ? int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(
        """
        \b(?:National|American|European|International|Canadian|British|U\.?S\.?|United\sStates|World|Society|Association|College|Academy|Centers?|North\sAmerican
          |Infectious|Heart|Endocrine|Department|Agency|[A-Z][a-z]+(?:[’']s)?)
        (?:[\s-](?:of|for|the|and|on|in|&|de|Obstetricians|[A-Z][\w’'.]*)){0,10}?
        [\s-](?:Societ(?:y|ies)|Associations?|Colleges?|Academ(?:y|ies)|Network|Institutes?|(?:Services\s)?Task\s?[Ff]orce|Organi[sz]ations?|Foundation|Federation|Council|Alliance|Consortium
          |Collaborative|Committee|Group|Board|Administration|Services(?!\sTask)|Prevention|Agency|Union|Obstetricians\sand\sGynecologists|Excellence)
        (?:\s(?:of|for|on|in|and)(?:\s(?:and|the|of|on|in|for|&))*\s[A-Z][\w’'-]*(?:\s(?:(?:and|of|the)\s)*[A-Z][\w’'-]*)*)?
        (?:\s\([A-Z][A-Za-z&/-]{1,9}\))?
        | \b(?:Society|Association|College|Academy|Federation)\s(?:of|for)\s[A-Z][\w’'-]*(?:\s(?:(?:and|of|the|for|&)\s)*[A-Z][\w’'-]*){0,6}(?:\s\([A-Z][A-Za-z&/-]{1,9}\))?
        | \b(?:NCCN|ACMG|ACOG|ASCO|USPSTF|NICE|CDC|WHO|AHA|ACC|ESMO|EULAR|IDSA|AAN|AASLD|ACR|SMFM|NSGC)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Organization();

    [GeneratedRegex(@"^(?:Professional|Physician|Medical|Specialty|Clinical|National|International)\s(?:Societ(?:y|ies)|Associations?|Organi[sz]ations?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(@"^[A-Z]{3,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^\s*(?:not applicable|none(?: (?:identified|found|applicable))?|no (?:relevant )?guidelines? [^.]{0,80}|n/?a)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NothingSaid();

    [GeneratedRegex(@"(?<!\d)(?:19[89]\d|20[0-4]\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
