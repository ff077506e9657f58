using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A history runs one way, newest first or last. An entry or two against the stream are likely misprints or misreadings.</summary>
public sealed partial class HistoryOrder : IPolicyCheck
{
    /// <summary>Fewer entries show no direction.</summary>
    private const int Fewest = 4;

    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts) => Strays(facts).Select(entry => new Diagnostic(
        "history-out-of-order", Severity.Info, $"The entry of {entry.Date} stands out of the order of the others; look whether its date is misprinted or misread.", entry.Span));

    /// <summary>The dated entries that stand against the stream of the others.</summary>
    internal static IReadOnlyList<HistoryEntry> Strays(PolicyFacts facts)
    {
        HistoryEntry[] dated = [.. facts.History.Where(h => h.Date is not null)];
        if (dated.Length < Fewest) return [];
        var up = new List<HistoryEntry>();
        var down = new List<HistoryEntry>();
        for (int i = 1; i < dated.Length; i++)
        {
            // "Revised: …" and then "Reviewed: …" are two lists.
            if (BeginsList(dated, i) || IsEffectiveDate(dated[i]) != IsEffectiveDate(dated[i - 1])) continue;
            if (DateOrder.IsBefore(dated[i - 1].Date!.Value, dated[i].Date!.Value)) up.Add(dated[i]);
            else if (DateOrder.IsBefore(dated[i].Date!.Value, dated[i - 1].Date!.Value)) down.Add(dated[i]);
        }
        List<HistoryEntry> against = up.Count < down.Count ? up : down;
        // Several groups (approved, revised, reviewed) each run their own way; only a stray entry is worth a look.
        return against.Count > 2 || up.Count + down.Count < 3 * against.Count ? [] : against;
    }

    private static bool BeginsList(HistoryEntry[] dated, int at) =>
        dated[at].Action != dated[at - 1].Action && at + 1 < dated.Length && dated[at].Action == dated[at + 1].Action && at > 1 && dated[at - 1].Action == dated[at - 2].Action;

    /// <summary>"Effective Date: …" under lists of revisions and reviews is no entry of theirs.</summary>
    private static bool IsEffectiveDate(HistoryEntry entry) => entry.Note is { } note && EffectiveDate().IsMatch(note);

    [GeneratedRegex(@"^\s*(?:(?:original|initial|policy|current)\s){0,2}effective(?:\sdate)?\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EffectiveDate();
}
