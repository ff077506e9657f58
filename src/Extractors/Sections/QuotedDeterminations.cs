namespace Ingest.Extractors.Sections;

/// <summary>
/// Where a policy quotes Medicare's own determinations. Their parts are headed "Summary of Evidence" or "Criteria for Coverage" as a policy's own
/// are, and yet say what Medicare covers, not what the payer does.
/// </summary>
internal static class QuotedDeterminations
{
    /// <summary>
    /// Whether the section stands in a quoted determination: after a heading that announces Medicare's rules and a heading of Medicare's
    /// form, with nothing between that only the policy itself has. The policy's own coverage must have been headed before and have ended:
    /// what follows a quotation inside it, or before it, may be the coverage itself, and would be lost.
    /// </summary>
    public static bool Holds(IReadOnlyList<SectionTraits> sections, int at, ReadOnlySpan<SectionJudgement> judged)
    {
        bool form = false, announced = false, ended = false;
        for (int i = at; i >= 0; i--)
        {
            if (announced)
            {
                if (judged[i].Kind is SectionKind.Medicare) continue;
                if (sections[i].Whole is SectionKind.Coverage) return ended;
                ended |= sections[i].Whole is SectionKind.Evidence or SectionKind.Background or SectionKind.Coding or SectionKind.Guidelines or SectionKind.Regulatory;
                continue;
            }
            bool ofForm = MedicareForm.IsHeading(sections[i].Words);
            if (!ofForm && sections[i].Whole is { } whole && Ends(whole)) return false;
            form |= ofForm;
            if (i < at && judged[i].Kind is SectionKind.Medicare && Announces(sections[i])) announced = form;
        }
        return false;
    }

    private static bool Announces(SectionTraits section) => (section.Whole ?? section.Telling) is SectionKind.Medicare;

    private static bool Ends(SectionKind kind) =>
        kind is SectionKind.References or SectionKind.History or SectionKind.Related or SectionKind.Definitions or SectionKind.Keywords or SectionKind.Benefit
            or SectionKind.Disclaimer or SectionKind.Notice or SectionKind.Contents or SectionKind.Scope or SectionKind.Trials or SectionKind.Regulatory;
}
