using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>Ranges that a person should look at: very wide ones, and those whose ends are of different kinds (81400 to 0089U).</summary>
public sealed class CodeRanges : IPolicyCheck
{
    /// <summary>More CPT or HCPCS codes than any section of the book has in one family.</summary>
    private const int Widest = 2000;

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        foreach (PolicyCode code in facts.Codes)
        {
            if (code.CodeEnd is not { } end || code.System is not (CodeSystem.Cpt or CodeSystem.Hcpcs)) continue;
            bool sameForm = end.Length == code.Code.Length && char.IsAsciiLetter(end[0]) == char.IsAsciiLetter(code.Code[0]) && (char.IsAsciiLetter(end[^1]) ? end[^1] == code.Code[^1] : char.IsAsciiDigit(code.Code[^1]));
            if (!sameForm) yield return Finding(code, "whose ends are of different kinds");
            else if (Number(end) - Number(code.Code) > Widest) yield return Finding(code, $"over more than {Widest} codes");
        }
    }

    private static int Number(string code) => code.Where(char.IsAsciiDigit).Aggregate(0, (number, digit) => (number * 10) + digit - '0');

    private static Diagnostic Finding(PolicyCode code, string what) => new(
        "odd-code-range", Severity.Info, $"{code.Code} to {code.CodeEnd} is a range {what}; look whether two codes were meant, or an end is misprinted.", code.Span);
}
