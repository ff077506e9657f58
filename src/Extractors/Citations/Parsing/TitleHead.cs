using System.Text.RegularExpressions;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>The first words of a title that went with the names before it.</summary>
internal static partial class TitleHead
{
    /// <summary>"Roe K. Benefits," and "Benefits," alone: one word behind the last initials.</summary>
    [GeneratedRegex(@"(?<=\s\p{Lu}{1,3}\.\s)\p{Lu}\p{Ll}+,$")]
    private static partial Regex FirstWord();

    /// <summary>"Committee Opinion No" before "691 Summary", "Tay -" before "Sachs disease": no name ends so.</summary>
    [GeneratedRegex(@"^[^,;]{2,60}(?:\sNo\.?|\sNumber|\s[-–—])$")]
    private static partial Regex Unfinished();

    /// <returns>The names without those words, and the title with them.</returns>
    public static (string Names, string? Title) Apart(string text, string names, string? title)
    {
        if (title is null || names.Length == 0) return (names, title);
        string head = names.TrimEnd();
        Match found = FirstWord().Match(head) is { Success: true } word ? word : Unfinished().Match(head);
        if (!found.Success) return (names, title);
        string joined = $"{found.Value} {title}";
        // What stands apart in the reference is none of its words.
        return text.Contains(joined, StringComparison.Ordinal) ? (head[..found.Index], joined) : (names, title);
    }
}
