using Ingest.Extractors.Positions;

namespace Ingest.Store.Tests;

public class VersionTests
{
    private readonly SamplePolicy _sample = new();

    [Fact]
    public void Same_bytes_and_fingerprint_write_no_row_in_any_fact_table()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(_sample.Build()).Outcome.ShouldBe(SaveOutcome.Added);
        string before = temporary.Counts();
        temporary.Store.Save(_sample.Build(run: 2)).Outcome.ShouldBe(SaveOutcome.Unchanged);
        temporary.Counts().ShouldBe(before);
    }

    [Fact]
    public void Another_fingerprint_writes_the_facts_anew_and_makes_no_version()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(_sample.Build());
        string before = temporary.Counts();
        SaveResult saved = temporary.Store.Save(_sample.Build(run: 2, fingerprint: "f2"));
        saved.Outcome.ShouldBe(SaveOutcome.Updated);
        temporary.Counts().ShouldBe(before);
        temporary.Value<string>("SELECT extractor_fingerprint FROM versions").ShouldBe("f2");
    }

    [Fact]
    public void Changed_bytes_of_the_same_payer_and_number_are_a_new_version()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(_sample.Build());
        temporary.Store.Save((_sample with { Codes = ["0600T", "0601T"], Effective = "2025-05-01" }).Build("/elsewhere/copy.txt", run: 2)).Outcome.ShouldBe(SaveOutcome.Updated);
        dynamic policy = temporary.Query("SELECT version, version_count, effective_date, status FROM policies").Single();
        ((long)policy.version, (long)policy.version_count, (string)policy.effective_date, (string)policy.status).ShouldBe((2, 2, "2025-05-01", "current"));
        temporary.Query("SELECT code FROM codes").Count.ShouldBe(2);
        temporary.Query("SELECT code FROM codes_all").Count.ShouldBe(3);
        temporary.Query("SELECT status FROM policies_all WHERE version = 1").Select(r => (string)r.status).ShouldBe(["superseded"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_documents_loaded_together_the_later_date_is_newer_in_whatever_order_they_come(bool olderFirst)
    {
        using var temporary = new TemporaryStore();
        IncomingVersion older = _sample.Build("/a.txt"), newer = (_sample with { Revised = "2025-02-03" }).Build("/b.txt");
        foreach (IncomingVersion incoming in olderFirst ? new[] { older, newer } : [newer, older]) temporary.Store.Save(incoming);
        temporary.Value<string>("SELECT source FROM policies").ShouldBe("/b.txt");
        temporary.Query("SELECT kind FROM changes WHERE from_version = 1").Select(r => (string)r.kind).ShouldContain("date_changed");
        temporary.Query("SELECT to_version FROM changes WHERE kind = 'created'").Select(r => (long)r.to_version).ShouldBe([1]);
    }

    [Fact]
    public void An_older_document_found_later_goes_between_its_neighbours_and_changes_are_told_step_by_step()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save((_sample with { Effective = "2022", Codes = ["0600T"] }).Build("/2022.txt"));
        temporary.Store.Save((_sample with { Effective = "2024", Codes = ["0602T"] }).Build("/2024.txt"));
        SaveResult saved = temporary.Store.Save((_sample with { Effective = "2023", Codes = ["0600T", "0601T"] }).Build("/2023.txt", run: 2));
        (saved.Version, saved.IsCurrent).ShouldBe((2, false));
        saved.Note.ShouldNotBeNull();
        temporary.Query("SELECT from_version || '-' || to_version || ' ' || kind || ' ' || subject AS row FROM changes WHERE kind LIKE 'code%' ORDER BY 1")
            .Select(r => (string)r.row).ShouldBe(["1-2 code_added CPT 0601T", "2-3 code_added CPT 0602T", "2-3 code_removed CPT 0600T", "2-3 code_removed CPT 0601T"]);
    }

    [Fact]
    public void What_a_source_shows_later_replaces_what_it_showed_whatever_its_dates_say()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(_sample.Build());
        temporary.Store.Save((_sample with { Effective = "2019-01-01", HistoryNote = "Corrected" }).Build(run: 2));
        temporary.Value<string>("SELECT effective_date FROM policies").ShouldBe("2019-01-01");
    }

    [Fact]
    public void Bytes_of_an_older_version_change_nothing_when_they_come_again()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(_sample.Build());
        temporary.Store.Save((_sample with { Effective = "2025" }).Build(run: 2));
        string before = temporary.Counts();
        temporary.Store.Save(_sample.Build(run: 3)).Outcome.ShouldBe(SaveOutcome.Unchanged);
        temporary.Counts().ShouldBe(before);
        temporary.Value<string>("SELECT effective_date FROM policies").ShouldBe("2025");
    }

    [Fact]
    public void Reading_an_old_version_again_does_not_make_it_current()
    {
        using var temporary = new TemporaryStore();
        SamplePolicy later = _sample with { HistoryNote = "Reviewed" };
        temporary.Store.Save(_sample.Build());
        temporary.Store.Save(later.Build(run: 2));
        temporary.Store.Save(_sample.Build(run: 3, fingerprint: "f2"));
        temporary.Store.Save(later.Build(run: 3, fingerprint: "f2"));
        temporary.Query("SELECT note FROM history").Select(r => (string)r.note).ShouldBe(["Reviewed"]);
        temporary.Query("SELECT kind FROM changes WHERE from_version = 1").Select(r => (string)r.kind).ShouldBe(["history_added"]);
    }

    [Fact]
    public void One_number_in_three_lines_of_business_is_three_policies()
    {
        using var temporary = new TemporaryStore();
        foreach (string line in new[] { "Commercial", "Medicaid", "Medicare" }) temporary.Store.Save((_sample with { LineOfBusiness = line }).Build($"/{line}.txt"));
        temporary.Query("SELECT * FROM policies").Count.ShouldBe(3);
    }

    [Fact]
    public void The_form_of_a_number_does_not_part_policies()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save((_sample with { Number = "HH 12" }).Build("/a.txt"));
        temporary.Store.Save((_sample with { Number = "hh-12" }).Build("/b.txt"));
        temporary.Query("SELECT * FROM policies").Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_number_the_title_names_the_policy_and_without_a_title_the_source()
    {
        using var temporary = new TemporaryStore();
        SamplePolicy titled = _sample with { Number = null }, bare = titled with { Title = null };
        temporary.Store.Save(titled.Build("/a.txt"));
        temporary.Store.Save((titled with { Effective = "2025" }).Build("/b.txt")).Outcome.ShouldBe(SaveOutcome.Updated);
        temporary.Store.Save((titled with { Title = "Gadgets" }).Build("/c.txt")).Outcome.ShouldBe(SaveOutcome.Added);
        temporary.Store.Save(bare.Build("/d.txt")).Outcome.ShouldBe(SaveOutcome.Added);
        temporary.Store.Save((bare with { Effective = "2025" }).Build("/d.txt", run: 2)).Outcome.ShouldBe(SaveOutcome.Updated);
        temporary.Store.Save((bare with { Effective = "2026" }).Build("/e.txt", run: 2)).Outcome.ShouldBe(SaveOutcome.Added);
    }

    [Fact]
    public void A_source_whose_title_changes_goes_on_as_the_same_policy()
    {
        using var temporary = new TemporaryStore();
        SamplePolicy titled = _sample with { Number = null };
        long first = temporary.Store.Save(titled.Build()).PolicyId;
        temporary.Store.Save((titled with { Title = "Widget Implants and Gadgets" }).Build(run: 2)).PolicyId.ShouldBe(first);
        temporary.Query("SELECT before, after FROM changes WHERE kind = 'title_changed'").ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_bytes_under_two_names_are_one_version()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save((_sample with { Number = null, Title = null }).Build("/a.txt"));
        temporary.Store.Save((_sample with { Number = null, Title = null }).Build("/b.txt")).Outcome.ShouldBe(SaveOutcome.Unchanged);
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        reader.Find("/b.txt").Text("source").ShouldBe("/a.txt");
    }

    [Fact]
    public void Better_extractors_bring_versions_of_one_policy_together_and_keep_its_id()
    {
        using var temporary = new TemporaryStore();
        SamplePolicy first = _sample with { Number = null, Title = null }, second = first with { Effective = "2025" };
        long kept = temporary.Store.Save(first.Build("/a.txt")).PolicyId;
        temporary.Store.Save(second.Build("/b.txt"));
        // The same bytes, in which the newer extractors see the number.
        temporary.Store.Save(Seeing(first.Build("/a.txt", run: 2, fingerprint: "f2")));
        temporary.Store.Save(Seeing(second.Build("/b.txt", run: 2, fingerprint: "f2")));
        dynamic policy = temporary.Query("SELECT policy_id, version_count, source FROM policies").Single();
        ((long)policy.policy_id, (long)policy.version_count, (string)policy.source).ShouldBe((kept, 2, "/b.txt"));
        using StoreVerifier verifier = StoreVerifier.Open(temporary.Path);
        verifier.Run(default).Where(c => c.Name == "versions of policies").ShouldAllBe(c => c.Problems.Count == 0);

        static IncomingVersion Seeing(IncomingVersion v) =>
            v with { Facts = v.Facts with { Identity = v.Facts.Identity with { Number = new("HH-12", v.Facts.Identity.Payer!.Span, 1) } } };
    }

    [Fact]
    public void Policies_have_the_one_stance_of_their_positions_or_are_mixed()
    {
        using var temporary = new TemporaryStore();
        IncomingVersion one = (_sample with { Stance = Stance.Cosmetic }).Build();
        temporary.Store.Save(one);
        temporary.Value<string>("SELECT stance FROM policies").ShouldBe("cosmetic");
        Position other = one.Facts.Positions[0] with { Stance = Stance.NotCovered };
        temporary.Store.Save(one with { Fingerprint = "f2", Facts = one.Facts with { Positions = [one.Facts.Positions[0], other] } });
        temporary.Value<string>("SELECT stance FROM policies").ShouldBe("mixed");
    }
}
