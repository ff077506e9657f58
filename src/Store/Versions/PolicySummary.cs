using System.Collections.Immutable;
using Ingest.Extractors;
using Ingest.Extractors.Dates;
using Ingest.Extractors.History;
using Ingest.Extractors.Positions;

namespace Ingest.Store.Versions;

/// <summary>The one-row view of a policy, derived from its facts.</summary>
internal static class PolicySummary
{
    /// <summary>The stance that all positions share, <c>mixed</c> where they differ, null where there is none.</summary>
    public static string? Stance(ImmutableArray<Position> positions)
    {
        Stance[] stances = [.. positions.Select(p => p.Stance).Distinct().Take(2)];
        return stances.Length switch { 0 => null, 1 => ContractName.Of(stances[0]), _ => "mixed" };
    }

    /// <summary>Of several dates of a kind the surest; among equals the latest, for the original date the earliest.</summary>
    public static PartialDate? Date(ImmutableArray<PolicyDate> dates, PolicyDateKind kind)
    {
        IOrderedEnumerable<PolicyDate> surest = dates.Where(d => d.Kind == kind).OrderByDescending(d => d.Confidence);
        return (kind == PolicyDateKind.OriginalEffective ? surest.ThenBy(d => d.Date) : surest.ThenByDescending(d => d.Date)).FirstOrDefault()?.Date;
    }

    /// <summary>
    /// What orders versions of a policy that are loaded together: first the later of effective and revision date (where neither is given,
    /// the latest of the other dates that move with a version), then the latest of all of them.
    /// </summary>
    public static (PartialDate? Major, PartialDate? Minor) SortDates(PolicyFacts facts)
    {
        PartialDate? major = Latest(facts.Dates.Where(d => d.Kind is PolicyDateKind.Effective or PolicyDateKind.Revised).Select(d => d.Date));
        PartialDate? minor = Latest(
            facts.Dates.Where(d => d.Kind is PolicyDateKind.Approved or PolicyDateKind.LastReview or PolicyDateKind.Published or PolicyDateKind.LiteratureSearch)
                .Select(d => d.Date).Concat(facts.History.Select(h => h.Date).OfType<PartialDate>()));
        return (major ?? minor, minor ?? major);
    }

    /// <summary>Whether the policy itself says that it is no longer in force: its latest dated history entry archives it.</summary>
    public static bool Archived(PolicyFacts facts) =>
        facts.History.Where(h => h.Date is not null).OrderByDescending(h => h.Date).FirstOrDefault()?.Action == HistoryAction.Archived;

    private static PartialDate? Latest(IEnumerable<PartialDate> dates)
    {
        PartialDate? latest = null;
        foreach (PartialDate date in dates)
        {
            if (latest is null || date > latest) latest = date;
        }
        return latest;
    }
}
