using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>A known heading that opens its own paragraph: "POLICY: The plan covers …", "CPT Codes (Note: a code here is …".</summary>
internal static class RunInHeading
{
    /// <summary>Shortest body that a run-in heading can have; "Policy: MP360" is a field with its value.</summary>
    private const int ShortestBody = 60;

    private const int LongestHeading = 60;

    /// <summary>Length of the heading and its colon at the start of <paramref name="paragraph"/>, 0 where none stands there.</summary>
    public static int Length(string paragraph)
    {
        int end = paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestHeading)).IndexOfAny(':', '(');
        if (end < 4 || paragraph.Length - end < ShortestBody || !char.IsUpper(paragraph[0])) return 0;
        bool colon = paragraph[end] == ':';
        if (!colon && paragraph[end - 1] != ' ') return 0;
        string heading = paragraph[..end];
        if (HeadingVocabulary.WholeHeading(heading) is not { } kind) return 0;
        // Words that open sentences and fields as often as sections count only in capitals.
        bool capitals = !heading.Any(char.IsLower);
        bool main = kind is SectionKind.Coverage or SectionKind.Background or SectionKind.Coding or SectionKind.Evidence or SectionKind.References or SectionKind.History or SectionKind.Definitions;
        bool titled = heading.Trim().Split(' ').All(w => w.Length < 4 || char.IsUpper(w[0])) && heading.Trim().Contains(' ', StringComparison.Ordinal);
        return main && (capitals || titled) ? (colon ? end + 1 : end) : 0;
    }
}
