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
        var shared = new HashSet<int>();
        foreach (Citation citation in facts.Citations)
        {
            if (citation.Label is not { } label) continue;
            // "4, 6" is one entry under two numbers.
            string[] numbers = label.Split(',', StringSplitOptions.TrimEntries);
            if (!int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) continue;
            if (before > 0 && number == 1) shared.Clear();
            foreach (string other in numbers.AsSpan(1)) if (int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out int also)) shared.Add(also);
            while (shared.Remove(before + 1)) before++;
            if (before > 0 && number > before + 1 && number - before <= GreatestGap)
            {
                string missing = number == before + 2 ? $"{before + 1} is" : $"{before + 1} to {number - 1} are";
                yield return new("reference-number-gap", Severity.Warning, $"Reference {missing} missing before {number}; look whether the list skips it or an entry was run into its neighbour.", citation.Span);
            }
            else if (number == before || (number > 1 && number == before - 1))
            {
                yield return new("reference-number-twice", Severity.Info, $"Reference {number} stands twice; look whether an entry was cut in two.", citation.Span);
            }
            before = number;
        }
    }
}
