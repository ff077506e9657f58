using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Clearances;

/// <summary>Authorisations that a regulatory section tells without their number: "In 2030, the Acme Pump was cleared by the FDA through the 510(k) process."</summary>
internal static partial class UnnumberedClearance
{
    /// <summary>Whether a section tells what the FDA did: by its kind, or by its heading.</summary>
    public static bool IsToldIn(SectionedPolicy policy, Section section) =>
        section.Kind == SectionKind.Regulatory || policy.HeadingOf(section) is { } heading && Agency().IsMatch(heading);

    /// <summary>One clearance a sentence that names the agency, the act, the device and the date; sentences with a number are read elsewhere.</summary>
    public static IEnumerable<Clearance> Read(string text, SourceSpan run, Func<string, bool> isNumbered)
    {
        foreach (SourceSpan sentence in SentenceSplitter.Split(text, run))
        {
            string said = sentence.Slice(text).ReplaceLineEndings(" ");
            if (isNumbered(said) || !Agency().IsMatch(said) || !Act().IsMatch(said) || NoAct().IsMatch(said)) continue;
            if (DeviceName.In(said, 0) is not { } device || !Thing().IsMatch(device)) continue;
            if (DateScanner.Find(said, new SourceSpan(0, said.Length), bareYears: true) is not [var date, ..]) continue;
            yield return new("FDA", PathwayIn(said), null, null, device, date.Date, sentence);
        }
    }

    private static string? PathwayIn(string said) =>
        said.Contains("510(k)", StringComparison.OrdinalIgnoreCase) || said.Contains("510 (k)", StringComparison.OrdinalIgnoreCase) ? "510(k)"
        : said.Contains("de novo", StringComparison.OrdinalIgnoreCase) ? "De Novo"
        : said.Contains("PMA", StringComparison.Ordinal) || said.Contains("premarket approval", StringComparison.OrdinalIgnoreCase) ? "PMA"
        : said.Contains("humanitarian", StringComparison.OrdinalIgnoreCase) ? "HDE" : null;

    [GeneratedRegex(@"\bFDA\b|\bfood (?:and|&) drug\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(@"\b(?:cleared|approved|granted|authorized|received|clearance)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Act();

    [GeneratedRegex(@"\b(?:not|no|never|withdr\w+|recall\w*|warning|accessed|guidance|draft)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoAct();

    /// <summary>A drug has an application of its own kind; devices are called by what they are.</summary>
    [GeneratedRegex(@"\b(?:tests?|kits?|assays?|panels?|systems?|devices?|pumps?|catheters?|stents?|valves?|lasers?|monitors?|needles?|stimulators?|sequencers?|scanners?|implants?|IHC|CDx|Dx)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thing();
}
