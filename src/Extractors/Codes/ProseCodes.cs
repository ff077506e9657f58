using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

/// <summary>How sure a text must be that a number is one of the policy's codes.</summary>
internal enum ProseTrust
{
    /// <summary>Under a heading of codes: form is enough.</summary>
    Coding,

    /// <summary>Where the policy speaks for itself: a code system or "code" named in the sentence, or parentheses with nothing but codes.</summary>
    Policy,

    /// <summary>Where it reports what others say: only with the code system named right before.</summary>
    Report,
}

/// <summary>Reads codes that running text names as the policy's own, with the stance of the position that names them.</summary>
internal sealed partial class ProseCodes(string text, ImmutableArray<Position> positions)
{
    /// <summary>How far back a sentence is searched for the word that says "code", in UTF-16 units.</summary>
    private const int Reach = 240;

    public List<ListedCode> Read(SourceSpan run, CodeGroup group, ProseTrust trust, int section)
    {
        var listed = new List<ListedCode>();
        IReadOnlyList<CodeMention> mentions = CodeScanner.Find(text, run, group.System);
        for (int i = 0; i < mentions.Count; i++)
        {
            CodeMention mention = mentions[i];
            bool follows = i > 0 && listed.Count > 0 && listed[^1].Mention.Span == mentions[i - 1].Span && Glue().IsMatch(Between(mentions[i - 1].Span.End, mention.Span.Start));
            double sure = follows ? listed[^1].Confidence : Judge(run, mention, trust, group);
            if (sure <= 0 || Changes(run, mention, trust)) continue;
            bool example = Example().IsMatch(Between(Math.Max(run.Start, mention.Span.Start - Reach), mention.Span.Start));
            List<Stance> stances = example ? [] : StancesAt(mention.Span);
            Match own = OwnDescription().Match(text, mention.Span.End, Math.Min(320, run.End - mention.Span.End));
            string? description = own.Success ? TableCodes.Clean(own.Groups["words"].Value) : null;
            ListingPlace place = trust == ProseTrust.Coding ? ListingPlace.CodingProse : stances.Count > 0 ? ListingPlace.Position : ListingPlace.Prose;
            if (stances.Count == 0) listed.Add(new(mention, mention.Span, description, default, example ? group with { Stance = null } : group, section, place, sure));
            foreach (Stance stance in stances) listed.Add(new(mention, mention.Span, description, default, group with { Stance = stance }, section, place, Math.Min(0.95, sure + 0.1)));
        }
        return listed;
    }

    /// <summary>The first stance of each position that holds the code: what a sentence says first, it says of the codes it names.</summary>
    private List<Stance> StancesAt(SourceSpan code)
    {
        var stances = new List<Stance>();
        SourceSpan? sentence = null;
        foreach (Position position in positions)
        {
            if (!position.Span.Contains(code) || sentence == position.Span || stances.Contains(position.Stance)) continue;
            sentence = position.Span;
            stances.Add(position.Stance);
        }
        return stances;
    }

    private double Judge(SourceSpan run, CodeMention mention, ProseTrust trust, CodeGroup group)
    {
        if (trust == ProseTrust.Coding) return 0.85;
        int from = Math.Max(run.Start, mention.Span.Start - Reach);
        ReadOnlySpan<char> before = Between(from, mention.Span.Start);
        foreach (ValueMatch end in SentenceEnd().EnumerateMatches(before)) from = Math.Max(run.Start, mention.Span.Start - Reach) + end.Index + end.Length;
        before = Between(from, mention.Span.Start);
        bool named = RightBefore().IsMatch(before);
        if (trust == ProseTrust.Report) return named && mention.System is CodeSystem.Cpt or CodeSystem.Hcpcs && named ? 0.6 : 0;
        bool lettered = mention.System == CodeSystem.Cpt && char.IsAsciiLetter(mention.Code[^1]);
        if (InOwnParentheses(run, mention)) return mention.System == CodeSystem.Icd10Cm && group.System != CodeSystem.Icd10Cm && !named ? 0.5 : 0.8;
        if (named) return 0.85;
        if (SaysCode().IsMatch(before) || group.System is not null) return 0.75;
        return lettered ? 0.65 : 0;
    }

    /// <summary>Whether the parentheses around a code hold nothing but codes: "(81408, 81479)", "(CPT 0031U)", "(code 81222)".</summary>
    private bool InOwnParentheses(SourceSpan run, CodeMention mention)
    {
        int open = mention.Span.Start - 1, close = mention.Span.End;
        while (open >= run.Start && mention.Span.Start - open < Reach && text[open] is not ('(' or '[' or ')' or ']')) open--;
        while (close < run.End && close - mention.Span.End < Reach && text[close] is not ('(' or '[' or ')' or ']')) close++;
        if (open < run.Start || close >= run.End || text[open] is not ('(' or '[') || text[close] is not (')' or ']')) return false;
        var inside = new SourceSpan(open + 1, close);
        int at = inside.Start;
        foreach (CodeMention each in CodeScanner.Find(text, inside))
        {
            if (!Glue().IsMatch(Between(at, each.Span.Start))) return false;
            at = each.Span.End;
        }
        return at > inside.Start && Tail().IsMatch(Between(at, inside.End));
    }

    /// <summary>A sentence that adds or removes codes is history wherever it stands.</summary>
    private bool Changes(SourceSpan run, CodeMention mention, ProseTrust trust)
    {
        if (trust == ProseTrust.Coding) return false;
        int from = Math.Max(run.Start, mention.Span.Start - Reach);
        return ChangeOfCodes().IsMatch(Between(from, mention.Span.Start));
    }

    private ReadOnlySpan<char> Between(int from, int to) => text.AsSpan(from, to - from);

    [GeneratedRegex(@"[.!?]\s+(?=\p{Lu})|\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""(?:\b(?:CPT|HCPCS|ICD-?\s?10(?:-CM|-PCS)?|PLA|CDT)\b|\bcodes?\b|\bcode\(s\)|\bmodifiers?\b)[\s®™*:;,"“”'‘’(=-]*(?:(?:codes?|level II|and|or|is|are)\s*[:(]?\s*){0,2}\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RightBefore();

    [GeneratedRegex(@"\b(?:CPT|HCPCS|ICD-10|procedure codes?|diagnosis codes?|billing codes?|codes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysCode();

    [GeneratedRegex(@"\b(?:added|adding|removed|removing|deleted|replaced|revised|updated)\b[^.;]{0,120}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangeOfCodes();

    /// <summary>A code given as an example says what a bill looks like, not what is covered.</summary>
    [GeneratedRegex(@"\b(?:e\.?g\.?|such as|for example|for instance),?\s[^.;()]{0,60}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    /// <summary>The code's own text in parentheses right after it.</summary>
    [GeneratedRegex(@"\G\s*\((?<words>\p{Lu}\p{Ll}[^()]{8,280}(?:\([^()]{1,60}\)[^()]{0,120})?)\)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnDescription();

    [GeneratedRegex(@"^(?:[\s,;:/&*†‡+^®™-]|\b(?:and|or|and/or|CPT|HCPCS|ICD-?10(?:-CM)?|codes?|PLA|familial|eg|e\.g\.)\b|\.)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Glue();

    [GeneratedRegex(@"^\s*[*†‡.]?\s*$|^\s*[-–,:;]?\s+\p{L}.*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
