using Ingest.Extractors;
using Ingest.Extractors.Positions;

namespace Ingest.Store.Tests;

public class ChangeTests
{
    private static readonly SamplePolicy Before = new();

    public static TheoryData<string, SamplePolicy, string[]> Cases => new()
    {
        { "a change of mind", Before with { Stance = Stance.MedicallyNecessary }, ["code_changed", "stance_changed", "stance_changed"] },
        { "a criterion reworded", Before with { Criterion = "The member is an adult of 21 years." }, ["criteria_changed"] },
        { "a code more and one less", Before with { Codes = ["0601T"] }, ["code_added", "code_removed"] },
        { "a code described otherwise", Before with { CodeDescription = "Implant of two widgets" }, ["code_changed"] },
        { "another date", Before with { Effective = "2025-01-01" }, ["date_changed"] },
        { "another title", Before with { Title = "Widget and Gadget Implants" }, ["title_changed"] },
        { "an entry of history", Before with { HistoryNote = "Annual review" }, ["history_added"] },
        { "a reference more", Before with { Citations = ["Doe J. Widgets at work. J Widget. 2020.", "Roe R. Gadgets at rest. J Gadget. 2023."] }, ["citation_added"] },
        { "a reference less", Before with { Citations = [] }, ["citation_removed"] },
        { "a reference in its next edition", Before with { Citations = ["Doe J. Widgets at work. J Widget. 2021."] }, ["text_changed"] },
        { "a sentence more", Before with { Remark = "Members call the number on their card." }, ["text_changed"] },
        { "only other line breaks and case", Before with { Preamble = "\n\n  \n" }, [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_difference_is_told_by_its_kind_and_nothing_else(string what, SamplePolicy after, string[] kinds)
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Before.Build());
        temporary.Store.Save(after.Build(run: 2));
        // The title stands in the text too, where the sample has no fact over it.
        temporary.Query("SELECT kind FROM changes WHERE from_version = 1 AND NOT (kind = 'text_changed' AND $what = 'another title') ORDER BY kind", new { what })
            .Select(r => (string)r.kind).ShouldBe(kinds, what);
    }

    [Fact]
    public void Both_sides_of_a_change_can_be_read()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Before.Build());
        temporary.Store.Save((Before with { Stance = Stance.MedicallyNecessary }).Build(run: 2));
        dynamic change = temporary.Query("SELECT * FROM changes WHERE kind = 'stance_changed' AND subject <> 'policy'").Single();
        ((string)change.subject).ShouldBe("Widget implants");
        ((string)change.before).ShouldStartWith("investigational (criteria): Widget implants are");
        ((string)change.after).ShouldStartWith("medically_necessary (criteria): Widget implants are");
    }

    [Fact]
    public void Any_two_versions_can_be_compared()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save((Before with { Codes = ["0600T"] }).Build());
        temporary.Store.Save((Before with { Codes = ["0601T"] }).Build(run: 2));
        temporary.Store.Save((Before with { Codes = ["0602T"] }).Build(run: 3));
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        long policy = reader.Find("harbor-health-plan/HH-12").Number("policy_id")!.Value;
        reader.Difference(policy, 1, 3).Select(c => $"{ContractName.Of(c.Kind)} {c.Subject}").ShouldBe(["code_removed CPT 0600T", "code_added CPT 0602T"]);
        reader.Difference(policy, 2, 1).Select(c => $"{ContractName.Of(c.Kind)} {c.Subject}").ShouldBe(["code_removed CPT 0601T", "code_added CPT 0600T"]);
    }
}
