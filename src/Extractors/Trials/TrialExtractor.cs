using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Trials;

/// <summary>
/// Registered trials that the policy names outside its references and history: rows of tables, entries set as text, sentences.
/// A trial named several times is one fact, at the place that tells most of it.
/// </summary>
public sealed class TrialExtractor : IFactExtractor<Trial>
{
    public Extraction<Trial> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var found = new List<Trial>();
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is SectionKind.References or SectionKind.History or SectionKind.Contents or SectionKind.Related) continue;
            var entries = new TrialEntries(policy.Text);
            if (section.HeadingSpan is { } heading) entries.Read(heading);
            foreach (Block block in policy.BlocksOf(section))
            {
                if (block is TableBlock table)
                {
                    entries.Close();
                    entries.Found.AddRange(TrialTable.Read(policy.Text, table));
                }
                else entries.Read(block.Span);
            }
            entries.Close();
            found.AddRange(entries.Found);
        }
        return found.GroupBy(t => t.Nct).Select(same => same.MaxBy(Told)!).OrderBy(t => t.Span).ToImmutableArray();
    }

    private static int Told(Trial trial) =>
        (trial.Title is null ? 0 : 4) + (trial.CompletionDate is null ? 0 : 2) + (trial.Enrollment is null ? 0 : 1) + (trial.Status is null ? 0 : 1);
}
