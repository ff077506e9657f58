using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>Names out of the author part of a reference, in CSL form.</summary>
internal static partial class AuthorList
{
    private const string Capital = @"\p{Lu}";
    private const string Initials = $@"{Capital}(?:[.\s‐-]{{0,2}}{Capital}){{0,4}}\.?";
    private const string Suffix = @"(?:,?\s(?:Jr|Sr|II|III|IV|2nd|3rd)\.?)?";
    private const string Family = @"(?:(?:[Vv]an|[Vv]on|[Dd]er?|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Tt]en|[Tt]er|[Ll][ea]|[Ee]l|[Aa]l|[Ss]t\.?|[Mm]ac|[Bb]in|[Ii]bn|[Zz]u|dos|la)\s){0,3}[\p{L}][\p{L}'’‘`‐‑–.-]+(?:\s\p{Lu}[\p{L}'’‐‑–-]{2,}){0,2}";

    /// <summary>"Smith JA", "van der Berg A-B Jr".</summary>
    [GeneratedRegex($@"^(?<family>{Family})\s(?<given>{Capital}(?:[.\s‐-]{{0,2}}{Capital}){{0,3}}\.?)(?<suffix>{Suffix})$")]
    private static partial Regex Vancouver();

    /// <summary>"Smith, J. A.", then "&amp;" or a comma and the next name.</summary>
    [GeneratedRegex($@"\G\s*(?:(?:&|and)\s+)?(?<family>{Family}),\s+(?<given>(?:{Capital}[\p{{L}}]{{0,14}}?\.?[\s‐-]{{0,2}}){{1,4}}?)(?<suffix>{Suffix})\s*(?:,\s*(?:&|and|…|\.\s?\.\s?\.)?|(?:&|and)|;|\.\s?\.\s?\.\s?|…|$)")]
    private static partial Regex Apa();

    [GeneratedRegex(@",?\s*\bet\.?\s?al\b\.?,?\s*|,\s*(?:and\s+)?others\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex EtAl();

    [GeneratedRegex(@"^(?<given>(?:\p{Lu}\p{Ll}*\.?\s){1,3})(?<family>\p{Lu}[\p{L}'’-]+)$")]
    private static partial Regex GivenFirst();

    public static ImmutableArray<CitationAuthor> Parse(string text)
    {
        text = text.Trim().TrimEnd(',', ';', ':', '.', ' ');
        if (text.Length == 0) return [];
        bool others = EtAl().IsMatch(text);
        string list = EtAl().Replace(text, m => m.Index + m.Length < text.Length ? ", " : string.Empty).Trim().TrimEnd(',', ';');
        var names = ImmutableArray.CreateBuilder<CitationAuthor>();
        foreach (string group in list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) AddGroup(group, names);
        if (others) names.Add(new(null, null, "et al."));
        return names.ToImmutable();
    }

    private static void AddGroup(string group, ImmutableArray<CitationAuthor>.Builder names)
    {
        if (TryApa(group, names)) return;
        string[] parts = group.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] bare = [.. parts.Select(p => p.TrimEnd('\'', '’', '*')).SelectMany(p => p.StartsWith("and ", StringComparison.Ordinal) || p.StartsWith("& ", StringComparison.Ordinal) ? [p[(p.IndexOf(' ') + 1)..]] : SplitPair(p))];
        bare = Paired(bare);
        int people = bare.Count(p => Vancouver().IsMatch(p));
        if (people * 2 < bare.Length || people == 0)
        {
            if (parts.Length == 1 && GivenFirst().Match(group) is { Success: true } named && group.Count(' ') <= 2 && ReadsAsPerson(group)) names.Add(new(named.Groups["family"].Value, named.Groups["given"].Value.Trim(), null));
            else names.Add(new(null, null, group));
            return;
        }
        foreach (string name in bare)
        {
            if (Vancouver().Match(name) is { Success: true } m)
            {
                string given = m.Groups["given"].Value.TrimEnd('.') + m.Groups["suffix"].Value.TrimEnd('.');
                names.Add(new(m.Groups["family"].Value, given, null));
            }
            else if (name.TrimEnd('.') is "Jr" or "Sr" or "III" or "II" or "IV" or "2nd" or "3rd" && names.Count > 0) names[^1] = names[^1] with { Given = $"{names[^1].Given} {name}" };
            else names.Add(new(null, null, name));
        }
    }

    /// <summary>"Stone", "DH" is one name with a comma too many.</summary>
    private static string[] Paired(string[] parts)
    {
        var paired = new List<string>();
        foreach (string part in parts)
        {
            bool initials = part.Length is > 0 and <= 4 && part.All(c => char.IsUpper(c) || c is '.' or '-');
            if (initials && paired.Count > 0 && !Vancouver().IsMatch(paired[^1]) && !paired[^1].Contains("  ", StringComparison.Ordinal) && paired[^1].Count(' ') <= 1) paired[^1] += " " + part;
            else paired.Add(part);
        }
        return [.. paired];
    }

    private static string[] SplitPair(string part)
    {
        int and = part.IndexOf(" and ", StringComparison.Ordinal);
        if (and < 0) and = part.IndexOf(" & ", StringComparison.Ordinal);
        if (and < 0) return [part];
        string left = part[..and].Trim(), right = part[(part.IndexOf(' ', and + 1) + 1)..].Trim();
        return Vancouver().IsMatch(left) && Vancouver().IsMatch(right) ? [left, right] : [part];
    }

    private static bool TryApa(string group, ImmutableArray<CitationAuthor>.Builder names)
    {
        int at = 0, before = names.Count;
        foreach (Match m in Apa().Matches(group))
        {
            string given = m.Groups["given"].Value.Trim();
            if (given.Length == 0) break;
            names.Add(new(m.Groups["family"].Value.Trim(), (given + m.Groups["suffix"].Value).TrimEnd(','), null));
            at = m.Index + m.Length;
        }
        string rest = group[at..].Trim().TrimStart('&').Trim();
        bool dotted = names.Count > before && (names[before].Given!.Contains('.') || names[before].Given!.Length == 1);
        if (names.Count == before || !dotted || rest.Length > 0 && names.Count - before < 2)
        {
            while (names.Count > before) names.RemoveAt(names.Count - 1);
            return false;
        }
        if (rest.Length > 0) names.Add(new(null, null, rest.Trim('(', ')', ' ')));
        return true;
    }

    private static bool ReadsAsPerson(string name)
    {
        foreach (string word in name.Split(' '))
        {
            if ((Labelling.ReferenceWords.Of(word.ToLowerInvariant()) & (Labelling.WordClasses.Society | Labelling.WordClasses.Publisher | Labelling.WordClasses.JournalWord | Labelling.WordClasses.Place)) != Labelling.WordClasses.None) return false;
        }
        return name.Contains('.');
    }
}
