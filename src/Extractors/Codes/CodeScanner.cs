using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Codes;

/// <summary>Finds what has the form of a code. Form alone decides here; whether the policy lists it is the extractor's to judge.</summary>
public static partial class CodeScanner
{
    public static IReadOnlyList<CodeMention> Find(string text, SourceSpan within)
    {
        var found = new List<CodeMention>();
        foreach (Match match in Pattern().EnumerateSlice(text, within))
        {
            string code = match.Value;
            CodeSystem system = char.IsAsciiDigit(code[0]) ? CodeSystem.Cpt
                : code.Length == 5 && code[0] <= 'V' && !code.Contains('.', StringComparison.Ordinal) ? (code[0] == 'D' ? CodeSystem.Cdt : CodeSystem.Hcpcs)
                : CodeSystem.Icd10Cm;
            found.Add(new(code, null, system, new(match.Index, match.Index + match.Length)));
        }
        return found;
    }

    [GeneratedRegex(@"\b(?:\d{4}[0-9FTUM]|[A-V]\d{4}|[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
