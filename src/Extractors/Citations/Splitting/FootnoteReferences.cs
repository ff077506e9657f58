using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>
/// The works that a document without a list of references cites in notes at the foot of its pages: paragraphs whose numbers count up through the
/// document and that read as references. Notes that explain or cite the law stay what they are.
/// </summary>
internal static partial class FootnoteReferences
{
    /// <summary>Fewer numbered paragraphs may have come about by chance.</summary>
    private const int Fewest = 3;

    /// <summary>How many notes between two may be none that begin a paragraph.</summary>
    private const int LongestGap = 6;

    public static IReadOnlyList<ReferenceEntry> Of(SectionedPolicy policy)
    {
        var entries = new List<ReferenceEntry>();
        int last = 0, notes = 0;
        foreach (Block block in policy.Document.Blocks)
        {
            if (block is not ParagraphBlock || NumberFirst().Match(policy.Text, block.Span.Start, block.Span.Length) is not { Success: true } match) continue;
            int number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number <= last || number - last > LongestGap) continue;
            last = number;
            notes++;
            var content = new SourceSpan(match.Index + match.Length, block.Span.End);
            if (ReferenceShape.IsReference(content.Slice(policy.Text))) entries.Add(new(match.Groups["number"].Value, content.Trim(policy.Text)));
        }
        return notes >= Fewest && entries.Count >= Fewest ? entries : [];
    }

    [GeneratedRegex(@"\G\s*(?<number>\d{1,3})\s+(?=\p{Lu}|https?:|[“""])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberFirst();
}
