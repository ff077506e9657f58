using Ingest.Extractors.Citations;

namespace Ingest.Store.Tests;

public class WorksTests
{
    private static readonly Citation Plain = new(
        "1", CitationKind.Article, [new("Doe", "J", null)], "Widgets at work, and at rest", "The New England Journal of Medicine", 2020, null, null, null,
        null, null, null, null, null, null, "Doe J. Widgets", default);

    [Fact]
    public void Citations_that_share_an_identifier_are_of_one_work()
    {
        using var temporary = new TemporaryStore();
        Save(temporary, "Harbor Health Plan", Plain with { Doi = "10.1000/ABC", Title = "Widgets" });
        Save(temporary, "Mesa Health Plan", Plain with { Doi = "10.1000/abc", Title = "Widgets at work", Year = 2021 });
        dynamic work = temporary.Query("SELECT * FROM works").ShouldHaveSingleItem();
        ((string)work.work).ShouldBe("10.1000/abc");
        ((long)work.policies).ShouldBe(2);
        ((long)work.payers).ShouldBe(2);
        ((string)work.evidence).ShouldBe("doi");
        ((string)work.container).ShouldBe("N Engl J Med");
    }

    [Fact]
    public void A_citation_with_both_identifiers_joins_those_with_one_each()
    {
        using var temporary = new TemporaryStore();
        Save(temporary, "Harbor Health Plan", Plain with { Doi = "10.1000/abc", Title = null });
        Save(temporary, "Mesa Health Plan", Plain with { Pmid = "12345678", Title = null });
        Save(temporary, "Summit Health Plan", Plain with { Doi = "10.1000/abc", Pmid = "12345678", Title = null });
        temporary.Value<long>("SELECT count(*) FROM works").ShouldBe(1);
    }

    [Fact]
    public void Without_identifiers_title_year_and_first_author_must_agree()
    {
        using var temporary = new TemporaryStore();
        Save(temporary, "Harbor Health Plan", Plain);
        Save(temporary, "Mesa Health Plan", Plain with { Title = "Widgets at work and at rest." });
        Save(temporary, "Summit Health Plan", Plain with { Year = 2019 });
        temporary.Value<long>("SELECT count(*) FROM works").ShouldBe(2);
        temporary.Value<string>("SELECT evidence FROM works WHERE citations = 2").ShouldBe("title, year and first author");
    }

    [Fact]
    public void Works_of_one_payer_alone_can_be_asked_for()
    {
        using var temporary = new TemporaryStore();
        Save(temporary, "Harbor Health Plan", Plain);
        Save(temporary, "Mesa Health Plan", Plain);
        Save(temporary, "Summit Health Plan", Plain with { Doi = "10.1000/other", Title = null });
        temporary.Close();
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        CitedWorks.Most(reader, 10, onePayer: false, payer: null)[0].Number("payers").ShouldBe(2);
        CitedWorks.Most(reader, 10, onePayer: true, payer: null).ShouldHaveSingleItem().Text("doi").ShouldBe("10.1000/other");
    }

    [Fact]
    public void Works_that_a_payer_cites_are_known_by_its_whole_name()
    {
        using var temporary = new TemporaryStore();
        Save(temporary, "Harbor Health Plan", Plain);
        Save(temporary, "Harbor Health Plan of Mesa", Plain with { Doi = "10.1000/other", Title = null });
        temporary.Close();
        using PolicyReader reader = PolicyReader.Open(temporary.Path);
        CitedWorks.Most(reader, 10, onePayer: false, payer: "harbor-health-plan").ShouldHaveSingleItem().Text("doi").ShouldBeNull();
        CitedWorks.Most(reader, 10, onePayer: false, payer: "harbor-health").ShouldBeEmpty();
    }

    private static void Save(TemporaryStore temporary, string payer, Citation citation)
    {
        IncomingVersion version = new SamplePolicy { Payer = payer, Preamble = payer + "\n" }.Build();
        Citation placed = citation with { Span = version.Facts.Citations[0].Span };
        temporary.Store.Save(version with { Facts = version.Facts with { Citations = [placed] } });
    }
}
