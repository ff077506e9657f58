using System.Globalization;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// Sections whose kind is a guess. Positions and codes are looked for by kind, so a wrong one may have hidden some: those that look like
/// coverage or coding, or of which nothing is known, are worth a look; the rest only lengthens the list.
/// </summary>
public sealed class DoubtfulSections : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (Section section in policy.Sections)
        {
            if (section.Confidence >= SectionDoubt.Threshold || section.HeadingSpan is not { } heading || section.FirstBlock == section.EndBlock) continue;
            if (section.Kind is not (SectionKind.Coverage or SectionKind.Coding or SectionKind.Other or SectionKind.Medicare)) continue;
            yield return new(
                "doubtful-section", Severity.Info,
                string.Create(CultureInfo.InvariantCulture, $"“{policy.Document.Slice(heading)}” was taken for {ContractName.Of(section.Kind)} with a probability of {section.Confidence:0.00}; read it; positions and codes found in it carry that doubt."),
                heading);
        }
    }
}
