using System.Globalization;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Numbers of a reference list that are missing or come twice. A number that falls back to 1 begins a new list.</summary>
public sealed class ReferenceNumbers : IPolicyCheck
{
    /// <summary>A greater leap is rather another list, or a number misread.</summary>
    private const int GreatestGap = 20;

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        int before = 0;
        foreach (Citation citation in facts.Citations)
        {
            if (citation.Label is null || !int.TryParse(citation.Label, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) continue;
            if (before > 0 && number > before + 1 && number - before <= GreatestGap)
            {
                string missing = number == before + 2 ? $"{before + 1} is" : $"{before + 1} to {number - 1} are";
                yield return new("reference-number-gap", Severity.Warning, $"Reference {missing} missing before {number}; look whether the list skips it or an entry was run into its neighbour.", citation.Span);
            }
            else if (number == before)
            {
                yield return new("reference-number-twice", Severity.Info, $"Reference {number} stands twice; look whether an entry was cut in two.", citation.Span);
            }
            before = number;
        }
    }
}
