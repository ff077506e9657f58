using System.Collections.Immutable;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>One row for every kind of fact that was looked for and not found, so that an empty result can be told from a miss.</summary>
public static class Absences
{
    public static ImmutableArray<NothingFound> Of(SectionedPolicy policy, PolicyFacts facts)
    {
        var absent = ImmutableArray.CreateBuilder<NothingFound>();
        Check("positions", facts.Positions.IsEmpty, SectionKind.Coverage);
        Check("criteria", facts.Criteria.IsEmpty, SectionKind.Coverage);
        Check("codes", facts.Codes.IsEmpty, SectionKind.Coding);
        Check("policy_dates", facts.Dates.IsEmpty, SectionKind.Identity);
        Check("history", facts.History.IsEmpty, SectionKind.History);
        Check("citations", facts.Citations.IsEmpty, SectionKind.References);
        Check("trials", facts.Trials.IsEmpty, SectionKind.Trials);
        Check("clearances", facts.Clearances.IsEmpty, SectionKind.Regulatory);
        Check("guidelines", facts.Guidelines.IsEmpty, SectionKind.Guidelines);
        Check("definitions", facts.Definitions.IsEmpty, SectionKind.Definitions);
        Check("keywords", facts.Keywords.IsEmpty, SectionKind.Keywords);
        Check("related_policies", facts.Related.IsEmpty, SectionKind.Related);
        return absent.ToImmutable();

        void Check(string what, bool empty, SectionKind home)
        {
            if (!empty) return;
            int sections = policy.Sections.Count(s => s.Kind == home);
            absent.Add(new(what, sections == 0
                ? $"no section of kind {ContractName.Of(home)} was recognised, and none was found elsewhere"
                : $"{sections} section(s) of kind {ContractName.Of(home)} were read and hold none that was recognised"));
        }
    }
}
