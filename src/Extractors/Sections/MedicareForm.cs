using System.Text.RegularExpressions;

namespace Ingest.Extractors.Sections;

/// <summary>
/// The headings of Medicare's own determinations, as CMS prints national ones (Medicare NCD Manual, Pub. 100-03) and its contractors local ones
/// and their articles: policies that quote a determination quote these too.
/// </summary>
internal static partial class MedicareForm
{
    [GeneratedRegex(
        @"^(?:item service description|(?:[a-d] )?(?:nationally (?:non ?)?covered indications|indications and limitations of coverage)|benefit category|" +
        @"coverage indications limitations and or medical necessity|(?:original|revision|revised|retirement) effective date\b.*|analysis of evidence(?: rationale for determination)?|" +
        @"(?:contractor|jurisdiction|lcd|ncd|article) (?:name|id|number|title|type|information|coverage|s)\b.*|associated (?:contract|document|information)\w*\b.*|proposed lcd.*|utilization guidelines|" +
        @".*\b(?:services? insurance corporation|palmetto gba|noridian|novitas|first coast service options|cgs administrators|national government services)\b.*|" +
        @"(?:manual section|publication|transmittal) (?:number|title)|.*\b(?:ncd|lcd|lca|national coverage determination|local coverage (?:determination|article))\b.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Headings();

    /// <param name="words">As <see cref="HeadingVocabulary.Normalise"/> writes the heading.</param>
    public static bool IsHeading(string words) => words.Length > 0 && Headings().IsMatch(words);
}
