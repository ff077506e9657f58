using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>
/// Dates that cannot all be right: an original effective date after the current one, an end before the start, two dates where a policy has one,
/// and a next review that the document itself has outlived. What is late is told by the document's own latest date; there is no clock here.
/// </summary>
public sealed class DateOrder : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        PolicyDate? Earliest(PolicyDateKind kind) => facts.Dates.Where(d => d.Kind == kind).MinBy(d => d.Date);
        PolicyDate? Latest(PolicyDateKind kind) => facts.Dates.Where(d => d.Kind == kind).MaxBy(d => d.Date);

        PolicyDate? original = Earliest(PolicyDateKind.OriginalEffective), effective = Latest(PolicyDateKind.Effective), end = Latest(PolicyDateKind.End);
        if (original is not null && effective is not null && IsBefore(effective.Date, original.Date))
            yield return Finding("dates-contradict", Severity.Warning, $"The policy took effect on {effective.Date}, before its original effective date {original.Date}; look which is misread or misprinted.", effective.Span);
        if (end is not null && effective is not null && IsBefore(end.Date, effective.Date))
            yield return Finding("dates-contradict", Severity.Warning, $"The policy ends on {end.Date}, before it takes effect on {effective.Date}; look which is misread or misprinted.", end.Span);
        foreach (PolicyDateKind kind in new[] { PolicyDateKind.Effective, PolicyDateKind.OriginalEffective, PolicyDateKind.NextReview })
        {
            PolicyDate[] stated = [.. facts.Dates.Where(d => d.Kind == kind)];
            if (stated.Length > 1 && stated.Skip(1).FirstOrDefault(d => IsBefore(d.Date, stated[0].Date) || IsBefore(stated[0].Date, d.Date)) is { } other)
                yield return Finding("dates-contradict", Severity.Info, $"The document states {stated[0].Date} and {other.Date} as {ContractName.Of(kind)}; choose the one that holds.", other.Span);
        }
        if (Latest(PolicyDateKind.NextReview) is { } next && LatestOwn(facts) is { } latest && IsBefore(next.Date, latest))
            yield return Finding("review-overdue", Severity.Info, $"The next review was due {next.Date}, and the document has a later date, {latest}; look for a newer version.", next.Span);
    }

    /// <summary>The last thing that the document tells of itself, its planned review aside.</summary>
    private static PartialDate? LatestOwn(PolicyFacts facts)
    {
        PartialDate[] own =
        [
            .. facts.Dates.Where(d => d.Kind is PolicyDateKind.Effective or PolicyDateKind.LastReview or PolicyDateKind.Revised or PolicyDateKind.Approved or PolicyDateKind.Published).Select(d => d.Date),
            .. facts.History.Select(h => h.Date).OfType<PartialDate>(),
        ];
        return own.Length == 0 ? null : own.Max();
    }

    /// <summary>Earlier beyond doubt: compared only as finely as both dates are known.</summary>
    internal static bool IsBefore(PartialDate a, PartialDate b)
    {
        if (a.Year != b.Year) return a.Year < b.Year;
        if (a.Month == 0 || b.Month == 0) return false;
        if (a.Month != b.Month) return a.Month < b.Month;
        return a.Day > 0 && b.Day > 0 && a.Day < b.Day;
    }

    private static Diagnostic Finding(string rule, Severity severity, string message, SourceSpan span) => new(rule, severity, message, span);
}
