using Ingest.Extractors.Checks;
using Ingest.Extractors.Dates;
using Ingest.Extractors.History;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Checks;

public class DateChecksTests
{
    private static readonly SectionedPolicy Empty = PolicyText.Read("# Title {Identity}\n\nWords.");

    private static PolicyDate Dated(PolicyDateKind kind, string iso) => new(kind, PartialDate.ParseIso(iso)!.Value, iso, new(0, 1), 1);

    private static HistoryEntry Entry(string iso) => new(PartialDate.ParseIso(iso), HistoryAction.Reviewed, null, "review", [], new(0, 1));

    private static string[] Rules(IPolicyCheck check, PolicyFacts facts) => [.. check.Run(Empty, facts).Select(d => d.Rule)];

    [Fact]
    public void A_policy_cannot_take_effect_before_it_first_did() => Rules(new DateOrder(), PolicyFacts.None with
    {
        Dates = [Dated(PolicyDateKind.OriginalEffective, "2020-05"), Dated(PolicyDateKind.Effective, "2019-01-01")],
    }).ShouldBe(["dates-contradict"]);

    [Fact]
    public void Dates_known_less_finely_do_not_contradict() => Rules(new DateOrder(), PolicyFacts.None with
    {
        Dates = [Dated(PolicyDateKind.OriginalEffective, "2020-05"), Dated(PolicyDateKind.Effective, "2020"), Dated(PolicyDateKind.NextReview, "2021")],
        History = [Entry("2021-03-01")],
    }).ShouldBeEmpty();

    [Fact]
    public void A_review_is_overdue_by_the_documents_own_dates() => Rules(new DateOrder(), PolicyFacts.None with
    {
        Dates = [Dated(PolicyDateKind.NextReview, "2021-01")],
        History = [Entry("2021-03-01")],
    }).ShouldBe(["review-overdue"]);

    [Fact]
    public void A_list_of_revisions_and_a_list_of_reviews_each_begin_anew() =>
        Rules(new HistoryOrder(), PolicyFacts.None with
        {
            History =
            [
                .. new[] { "2021-01", "2022-01", "2023-01" }.Select(d => Entry(d) with { Action = HistoryAction.Revised }),
                .. new[] { "2021-06", "2022-06", "2023-06" }.Select(d => Entry(d) with { Action = HistoryAction.Reviewed }),
            ],
        }).ShouldBeEmpty();

    [Fact]
    public void One_entry_against_the_stream_is_told() =>
        Rules(new HistoryOrder(), PolicyFacts.None with { History = [Entry("2024-01"), Entry("2023-01"), Entry("2028-01"), Entry("2021-01"), Entry("2020-01"), Entry("2019-01")] }).ShouldBe(["history-out-of-order"]);

    [Fact]
    public void An_effective_date_under_the_lists_is_not_of_them() =>
        Rules(new HistoryOrder(), PolicyFacts.None with { History = [Entry("2024-01"), Entry("2023-01"), Entry("2022-01"), Entry("2021-01"), Entry("2023-07") with { Note = "Effective Date" }] }).ShouldBeEmpty();

    [Fact]
    public void Groups_that_each_run_their_way_are_in_order() =>
        Rules(new HistoryOrder(), PolicyFacts.None with { History = [Entry("2021-01"), Entry("2022-01"), Entry("2020-01"), Entry("2023-01"), Entry("2019-01")] }).ShouldBeEmpty();
}
