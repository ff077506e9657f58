using System.Text.RegularExpressions;

namespace Ingest.Extractors.Clearances;

/// <summary>Finds what a clearance was given to: the name right before its number in parentheses, else the one that the sentence says was cleared.</summary>
internal static partial class DeviceName
{
    /// <param name="sentence">The sentence that holds the number.</param>
    /// <param name="number">Offset of the number in it.</param>
    public static string? In(string sentence, int number)
    {
        if (number > 0 && Before().Match(sentence[..number]) is { Success: true } before && Tidy(before.Groups["name"].Value) is { } next) return next;
        if (Object().Match(sentence) is { Success: true } given) return Tidy(given.Groups["name"].Value);
        return Subject().Match(sentence) is { Success: true } subject ? Tidy(subject.Groups["name"].Value) : null;
    }

    private static string? Tidy(string name)
    {
        string tidy = name.Trim(' ', ',', ';', '\t', '\n');
        tidy = Opening().Replace(tidy, "");
        return tidy.Length is > 2 and <= 120 && tidy.Any(char.IsUpper) && !Pathway().IsMatch(tidy) ? tidy : null;
    }

    [GeneratedRegex(@"(?:^|\b(?:the|its|and|of|by|to|for|from|device)\s|[,;\t]\s?)(?<name>[\p{Lu}\d][^,;().\t]{2,80}?)\s*\((?:K|510\(k\)|PMA|De Novo|FDA|number|no\.|[\s:#])*\z", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:(?:in|on|since|as of)\s(?:\p{Lu}\p{L}+\s)?(?:\d{1,2},\s)?\d{4},?\s)?(?:the\s)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"510|process|clearance|approval|premarket|pathway|FDA|notification|application|exemption|classification", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pathway();

    [GeneratedRegex(@"\b(?:FDA|Administration(?:\s\(FDA\))?)\s(?:has\s)?(?:approved|cleared|authorized|granted\s(?:[\w()-]+\s){1,6}?(?:to|for))\s(?<name>(?:the\s)?\p{Lu}[^,;.]{2,80}?)(?=\s(?:\(|under|through|via|as|for|with|by|in|on)\b|\s\(|[,;.]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"(?:^|,\s|\d{4}\s)(?<name>(?:[Tt]he\s)?[\p{Lu}][^,;]{2,80}?)(?:\s\([^)]{0,100}\))?,?\s(?:was|were|has been|received|obtained|gained|is)\s(?:also\s|initially\s|first\s|granted\s|FDA\s|U\.S\.\s|the\s)*(?:cleared|approved|authorized|granted|marketing|510|clearance|premarket|PMA|de novo|Food)", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();
}
