using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Dates;

/// <summary>
/// The dates that a document states of itself: labelled dates in its header, furniture and administrative matter, the committee's approval, and
/// how far the literature was searched. A label inside the record of changes is history, and a date of the policy only where the document
/// states that kind nowhere else.
/// </summary>
public sealed class PolicyDateExtractor : IFactExtractor<PolicyDate>
{
    public Extraction<PolicyDate> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        ImmutableArray<FieldLine> lines = FieldLines.Of(policy);
        var found = new List<(PolicyDate Date, LineZone Zone)>();
        foreach (LabelledDate labelled in LabelledDates.In(policy, lines, PayerWords(soFar)))
        {
            string raw = policy.Document.Slice(labelled.Mention.Span);
            found.Add((new(labelled.Kind, labelled.Mention.Date, raw, labelled.Mention.Span, labelled.Confidence), labelled.Zone));
        }
        found.AddRange(StatedDates.In(policy).Select(d => (d, LineZone.Administrative)));

        // Lines amid the body have as little authority as the record of changes.
        static bool Doubtful(LineZone zone) => zone is LineZone.History or LineZone.Body;
        var stated = found.Where(f => !Doubtful(f.Zone)).Select(f => f.Date.Kind).ToHashSet();
        // The first statement of a date carries it; a running header repeats it, a history repeats it with less authority.
        IEnumerable<PolicyDate> own = found
            .Where(f => !Doubtful(f.Zone) || !stated.Contains(f.Date.Kind))
            .GroupBy(f => (f.Date.Kind, f.Date.Date))
            .Select(g => g.OrderByDescending(f => f.Date.Confidence).ThenBy(f => f.Date.Span.Start).First().Date);
        return own.OrderBy(d => d.Span.Start).ToImmutableArray();
    }

    private static HashSet<string> PayerWords(PolicyFacts soFar) =>
        soFar.Identity.Payer is not { } payer ? []
            : [.. payer.Value.ToLowerInvariant().Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2)];
}
