using System.Text.RegularExpressions;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// The last that the history says of a code against the codes that the policy lists: one that it added should be listed, one that it removed
/// should not. Silent where the policy lists no codes at all, and on what was added where a coding section holds none: that is told elsewhere.
/// </summary>
public sealed partial class HistoryAgainstCodes : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        if (facts.Codes.IsEmpty) yield break;
        // A place for codes of services that shows none is told by itself; one for diagnoses is not where these would stand.
        bool codesMissing = new CodingWithoutCodes().Run(policy, facts).Any(d => d.Span is { } place && !Diagnoses().IsMatch(place.Slice(policy.Text).Split('\n')[0]));
        IReadOnlyList<HistoryEntry> strays = HistoryOrder.Strays(facts);
        var last = new Dictionary<(CodeSystem System, string Code, string? End), (HistoryEntry Entry, CodeChange Change, PartialDate? Date)>();
        PartialDate? above = null;
        foreach (HistoryEntry entry in facts.History)
        {
            // A date against the stream is rather a misprint: the entry counts where it stands.
            PartialDate? when = strays.Contains(entry) ? above : entry.Date;
            above = when ?? above;
            foreach (HistoryCode code in entry.Codes)
            {
                if (code.Change == CodeChange.Revised) continue;
                var key = (code.System, code.Code, code.CodeEnd);
                // Of entries with one date, or none, the one that stands first is the newer in most histories; a date decides otherwise.
                if (!last.TryGetValue(key, out var known) || (when is { } date && (known.Date is not { } before || before < date))) last[key] = (entry, code.Change, when);
            }
        }
        foreach (var group in last.GroupBy(l => (l.Value.Entry, l.Value.Change)).OrderBy(g => g.Key.Entry.Span))
        {
            (HistoryEntry entry, CodeChange change) = group.Key;
            bool added = change == CodeChange.Added;
            if (added && codesMissing) continue;
            string[] odd = [.. group.Where(l => facts.Codes.Any(c => Lists(c, l.Key.System, l.Key.Code, l.Key.End)) != added && !Undone(l.Key, l.Value.Change, l.Value.Date)).Select(l => l.Key)
                .Select(key => key.End is null ? key.Code : $"{key.Code}-{key.End}").Order(StringComparer.Ordinal)];
            if (odd.Length == 0) continue;
            string of = entry.Date is { } date ? $" of {date}" : "";
            string codes = string.Join(", ", odd);
            yield return added
                ? new("code-added-but-not-listed", Severity.Warning, $"The history{of} adds {codes}, which the policy does not list; look whether a code table was missed or the code was dropped since.", entry.Span)
                : new("code-removed-but-listed", Severity.Warning, $"The history{of} removes {codes}, which the policy still lists; look whether the listing is meant, and its stance.", entry.Span);
        }

        // "0601T, 0602T added", and later "0601T-0602T removed".
        bool Undone((CodeSystem System, string Code, string? End) key, CodeChange change, PartialDate? date) => last.Any(l =>
            l.Key.End is { } end && l.Key.System == key.System && l.Value.Change != change && l.Value.Date is { } later && date is { } before && before < later
            && string.CompareOrdinal(l.Key.Code, key.Code) <= 0 && string.CompareOrdinal(key.End ?? key.Code, end) <= 0);
    }

    private static bool Lists(PolicyCode listed, CodeSystem system, string code, string? end)
    {
        if (listed.System != system) return false;
        if (listed.CodeEnd is null) return end is null ? listed.Code == code : string.CompareOrdinal(code, listed.Code) <= 0 && string.CompareOrdinal(listed.Code, end) <= 0;
        return string.CompareOrdinal(listed.Code, end ?? code) <= 0 && string.CompareOrdinal(code, listed.CodeEnd) <= 0;
    }

    [GeneratedRegex(@"\bICD\b|\bdiagnos", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Diagnoses();
}
