namespace Ingest.Store.Tests;

public class SearchTests
{
    private static IReadOnlyList<StoreRow> Search(TemporaryStore temporary, string text, string? stance = null, string? code = null, string? since = null)
    {
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        return SectionSearch.Run(reader, new(text, null, stance, null, code, since, 10));
    }

    [Fact]
    public void Finds_current_versions_by_words_phrases_and_filters()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy { Preamble = "Old wording of yore.\n" }.Build());
        temporary.Store.Save(new SamplePolicy { Subject = "K-ras widgets", Effective = "2025-03-01" }.Build(run: 2));
        Search(temporary, "widget").ShouldHaveSingleItem().Text("snippet")!.ShouldContain(SectionSearch.HitStart);
        Search(temporary, "yore").ShouldBeEmpty("an older version");
        Search(temporary, "K-ras").ShouldHaveSingleItem("a hyphen is no operator");
        Search(temporary, "\"ras widgets\"").ShouldHaveSingleItem();
        Search(temporary, "\"widgets ras\"").ShouldBeEmpty();
        Search(temporary, "widg*").ShouldHaveSingleItem();
        Search(temporary, "zebra OR widget").ShouldHaveSingleItem();
        Search(temporary, "widget NOT ras").ShouldBeEmpty();
        Search(temporary, "AND widget OR", "investigational", "0600T", "2025-01").ShouldHaveSingleItem();
        Search(temporary, "widget", stance: "cosmetic").ShouldBeEmpty();
        Search(temporary, "widget", code: "0601T").ShouldBeEmpty();
        Search(temporary, "widget", since: "2026").ShouldBeEmpty();
        Should.Throw<QueryException>(() => Search(temporary, " \" ( "));
    }

    [Fact]
    public void The_index_keeps_in_step_when_facts_are_written_anew()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy().Build());
        temporary.Store.Save(new SamplePolicy().Build(run: 2, fingerprint: "f2"));
        temporary.Value<long>("SELECT count(*) FROM section_search").ShouldBe(temporary.Value<long>("SELECT count(*) FROM section"));
        Search(temporary, "widget").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("C50.911", true)]
    [InlineData("C50911", true)]
    [InlineData("C00", true)]
    [InlineData("C96.9", true)]
    [InlineData("C97", false)]
    [InlineData("D00", false)]
    [InlineData("C9*", false)]
    [InlineData("C0*", true)]
    public void A_code_is_found_inside_a_range(string code, bool found)
    {
        using var temporary = new TemporaryStore();
        IncomingVersion incoming = new SamplePolicy { Codes = ["C00"] }.Build();
        temporary.Store.Save(incoming with
        {
            Facts = incoming.Facts with { Codes = [incoming.Facts.Codes[0] with { CodeEnd = "C96", System = Extractors.Codes.CodeSystem.Icd10Cm }] },
        });
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        SectionSearch.Codes(reader, code).Any().ShouldBe(found);
    }

    [Fact]
    public void A_policy_is_found_by_reference_id_source_number_or_name()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy { LineOfBusiness = "Commercial" }.Build("/p/hh-12 commercial.txt"));
        using (PolicyReader reader = PolicyReader.Open(temporary.Path))
        {
            foreach (string name in new[] { "harbor-health-plan/HH-12", "harbor-health-plan/hh12", "1", "/p/hh-12 commercial.txt", "HH-12", "widget implants", "hh-12 commercial" })
                reader.Find(name).Text("policy_id").ShouldBe("1", name);
            Should.Throw<QueryException>(() => reader.Find("nobody/1"));
        }
        temporary.Store.Save(new SamplePolicy { LineOfBusiness = "Medicaid" }.Build("/p/b.txt"));
        using PolicyReader again = PolicyReader.Open(temporary.Path);
        Should.Throw<QueryException>(() => again.Find("harbor-health-plan/HH-12")).Message.ShouldContain("names 2 policies");
    }
}
