using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// The last that the history says of a code against the codes that the policy lists: one that it added should be listed, one that it removed
/// should not. Silent where the policy lists no codes at all: that is told elsewhere.
/// </summary>
public sealed class HistoryAgainstCodes : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        if (facts.Codes.IsEmpty) yield break;
        var last = new Dictionary<(CodeSystem System, string Code, string? End), (HistoryEntry Entry, CodeChange Change)>();
        foreach (HistoryEntry entry in facts.History)
        {
            foreach (HistoryCode code in entry.Codes)
            {
                if (code.Change == CodeChange.Revised) continue;
                var key = (code.System, code.Code, code.CodeEnd);
                // Of entries with one date, or none, the one that stands first is the newer in most histories; a date decides otherwise.
                if (!last.TryGetValue(key, out var known) || (entry.Date is { } date && (known.Entry.Date is not { } before || before < date))) last[key] = (entry, code.Change);
            }
        }
        foreach (var group in last.GroupBy(l => (l.Value.Entry, l.Value.Change)).OrderBy(g => g.Key.Entry.Span))
        {
            (HistoryEntry entry, CodeChange change) = group.Key;
            bool added = change == CodeChange.Added;
            string[] odd = [.. group.Select(l => l.Key).Where(key => facts.Codes.Any(c => Lists(c, key.System, key.Code, key.End)) != added)
                .Select(key => key.End is null ? key.Code : $"{key.Code}-{key.End}").Order(StringComparer.Ordinal)];
            if (odd.Length == 0) continue;
            string when = entry.Date is { } date ? $" of {date}" : "";
            string codes = string.Join(", ", odd);
            yield return added
                ? new("code-added-but-not-listed", Severity.Warning, $"The history{when} adds {codes}, which the policy does not list; look whether a code table was missed or the code was dropped since.", entry.Span)
                : new("code-removed-but-listed", Severity.Warning, $"The history{when} removes {codes}, which the policy still lists; look whether the listing is meant, and its stance.", entry.Span);
        }
    }

    private static bool Lists(PolicyCode listed, CodeSystem system, string code, string? end)
    {
        if (listed.System != system) return false;
        if (listed.CodeEnd is null) return end is null ? listed.Code == code : string.CompareOrdinal(code, listed.Code) <= 0 && string.CompareOrdinal(listed.Code, end) <= 0;
        return string.CompareOrdinal(listed.Code, end ?? code) <= 0 && string.CompareOrdinal(code, listed.CodeEnd) <= 0;
    }
}
