using System.Text.RegularExpressions;
using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>
/// Committees and societies that stand between the authors and the title: "Committee on Genetics; Society for X. Screening for …" is the
/// names of two groups and a title.
/// </summary>
internal static partial class GroupName
{
    [GeneratedRegex(@"\b(?:guidelines?|recommendations?|report|statement|policy|manual|update|standards?|consensus|criteria|study|trial|practice\s+(?:bulletin|advisory)|opinion|review|registry|survey)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WorkWord();

    /// <summary>"PANOPTIC Trial Team", "Investigators of the ABC study": who did a study, whatever the study is called.</summary>
    [GeneratedRegex(@"^(?:\p{Lu}\S*|of|the|for|and|in|on)(?:\s(?:\(?\p{Lu}\S*|of|the|for|and|in|on|\d{1,3})){0,11}\s(?:Team|Group|Investigators|Collaborators|Collaboration|Consortium|Network|Committee|Writers|Panel)$")]
    private static partial Regex StudyTeam();

    /// <summary>"Consortium of the ABC study in Somewhere".</summary>
    [GeneratedRegex(@"^(?:(?:Writing|Working|Study|Steering|Executive)\s(?:Group|Committee)|Consortium|Investigators|Collaborators|Members)\s(?:of|for|on)\s(?:the\s)?\p{Lu}.{2,100}$")]
    private static partial Regex TeamOf();

    [GeneratedRegex(@"^\[?No authors (?:are )?listed\]?\.?\s+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    /// <summary>The title without the groups before it.</summary>
    public static SourceSpan Skip(string text, SourceSpan title)
    {
        if (title.IsEmpty) return title;
        if (Nobody().Match(title.Slice(text)) is { Success: true } nobody) title = new(title.Start + nobody.Length, title.End);
        string whole = title.Slice(text);
        int stop = whole.IndexOf(". ", StringComparison.Ordinal);
        if (stop < 12 || whole.Length - stop < 24) return title;
        string head = whole[..stop];
        foreach (string group in head.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Is(group)) return title;
        }
        return new SourceSpan(title.Start + stop + 2, title.End).Trim(text);
    }

    private static bool Is(string group)
    {
        if (StudyTeam().IsMatch(group) || TeamOf().IsMatch(group)) return true;
        string[] words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 14 || group.Contains(':') || WorkWord().IsMatch(group)) return false;
        int societies = 0;
        foreach (string word in words)
        {
            WordClasses classes = ReferenceWords.Of(word.Trim(',', '.', '(', ')').ToLowerInvariant());
            if ((classes & WordClasses.Society) != WordClasses.None) societies++;
            if (char.IsLower(word[0]) && (classes & WordClasses.Function) == WordClasses.None) return false;
        }
        return societies > 0;
    }
}
