using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

/// <summary>What a policy remarks on a code beside its description: "(Effective 07/01/2020)", "[Investigational]", "- deleted 12/31/2024".</summary>
internal readonly partial record struct CodeRemark(string? Note, Stance? Stance, PartialDate? Effective, PartialDate? End)
{
    /// <summary>Takes the remarks off the end of a description. Parentheses that belong to the description stay in it.</summary>
    public static (string? Description, CodeRemark Remark) Split(string description)
    {
        string rest = description;
        var remark = default(CodeRemark);
        while (Trailing().Match(rest) is { Success: true } match)
        {
            string words = match.Groups["words"].Value.Trim();
            if (!Speaks().IsMatch(words)) break;
            remark = remark.And(Read(words));
            rest = rest[..match.Index].TrimEnd(' ', '\t', '\n', ',', '-', '–', '—');
        }
        return (rest.Length == 0 ? null : rest, remark);
    }

    /// <summary>Reads a remark that stands by itself: a cell of a comments column, the words in parentheses.</summary>
    public static CodeRemark Read(string words)
    {
        PartialDate? effective = null, end = null;
        int from = 0;
        foreach (DateMention date in DateScanner.Find(words, new SourceSpan(0, words.Length)))
        {
            ReadOnlySpan<char> lead = words.AsSpan(from, date.Span.Start - from);
            if (Ends().IsMatch(lead)) end ??= date.Date;
            else if (Begins().IsMatch(lead)) effective ??= date.Date;
            from = date.Span.End;
        }
        return new(words, words.Length <= 80 ? GroupStance.Of(words) : null, effective, end);
    }

    public CodeRemark And(CodeRemark other) => new(
        Note is null ? other.Note : other.Note is null ? Note : $"{other.Note}; {Note}", Stance ?? other.Stance, Effective ?? other.Effective, End ?? other.End);

    [GeneratedRegex(@"(?:[(\[](?<words>[^()\[\]]{3,120})[)\]]|[-–—]\s(?<words>(?:new |deleted|effective|eff\.|termed|terminated)[^()\[\]]{0,60}))[\s.*]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(
        @"^(?:codes? )?(?:new(?: code)?\b.*\d|eff(?:ective|\.)|deleted|termed|terminat|discontinued|end(?:s|ed|ing)?\b.*\d|retired|revised\b.*\d|added\b.*\d|expire[sd]?\b|not effective|considered |(?:experimental|investigational|unproven|cosmetic|not (?:medically necessary|covered)|non-?covered|prior authorization|PA required|medically necessary)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"\b(?:delet|term|discontinu|end|retire|through|expire|until|inactiv|remov)\w*[^.;]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:eff|new|start|begin|add|as of|from|on or after)\w*[^;]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();
}
