using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Blocks that a policy keeps from its earlier versions: what stands under "Effective for dates of service prior to …" holds no longer.
/// </summary>
internal static partial class EarlierWording
{
    /// <summary>Longer paragraphs tell of dates and do not head what follows. In UTF-16 units.</summary>
    private const int LongestLead = 160;

    /// <summary>The blocks of <paramref name="section"/>, by index in the document, that stand under such a line.</summary>
    public static HashSet<int> In(SectionedPolicy policy, Section section)
    {
        var earlier = new HashSet<int>();
        bool inside = section.HeadingSpan is { } heading && IsEarlier(heading.Slice(policy.Text)) is true;
        for (int i = section.FirstBlock; i < section.EndBlock; i++)
        {
            if (policy.Document.Blocks[i] is ParagraphBlock { Span: { Length: <= LongestLead } line }) inside = IsEarlier(line.Slice(policy.Text)) ?? inside;
            if (inside) earlier.Add(i);
        }
        return earlier;
    }

    /// <summary>Whether a line limits what follows to services of the past; null where it says nothing of dates of service.</summary>
    private static bool? IsEarlier(string line) => Dated().Match(Wording.Plain(line)) is { Success: true } match ? match.Groups["until"].Success : null;

    [GeneratedRegex(@"^(?:\W*policy )?(?:effective )?(?:for|with)?\s*(?:all )?(?:dates? of service|services? (?:provided|rendered|performed))\b.{0,60}?(?:(?<until>\b(?:prior to|before|through|until|up to)\b)|\b(?:on (?:or|and) after|beginning|from)\b(?!.{4,60}?\b(?:through|and (?:prior to|before))\b)|(?<until>\bon (?:or|and) after\b.{4,60}?\b(?:through|and (?:prior to|before))\b)).{0,40}:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
