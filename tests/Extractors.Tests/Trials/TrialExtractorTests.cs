using Ingest.Extractors.Tests.Codes;
using Ingest.Extractors.Trials;

namespace Ingest.Extractors.Tests.Trials;

public class TrialExtractorTests
{
    private static string[] Extract(string source) =>
        [.. new TrialExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(t => $"{t.Nct}|{t.Title}|{t.Status}|{t.Enrollment}|{t.CompletionDate}")];

    [Fact]
    public void A_table_gives_title_enrolment_date_and_the_state_over_the_row() => Extract("""
        # Trials {Trials}

        !NCT No.|Trial Name|Planned Enrollment|Completion Date
        Ongoing|||
        NCT04724226a|Cold and Heat in Liver Tumors (CAHILT)|1,340|Aug 2027
        Unpublished|||
        NCT05897268|Heat Alone|25|Dec 2025 (terminated)
        """).ShouldBe(
        [
            "NCT04724226|Cold and Heat in Liver Tumors (CAHILT)|Ongoing|1340|2027-08",
            "NCT05897268|Heat Alone|Terminated|25|2025-12",
        ]);

    [Fact]
    public void An_entry_set_as_text_goes_on_to_the_next_number() => Extract("""
        # Trials {Trials}

        Ongoing

        NCT04724226 Cold and Heat in

        Liver Tumors

        12 Dec 2026

        NCT05897268 Heat Alone in Large Tumors 118 March 2027

        NCT: national clinical trial.
        """).ShouldBe(["NCT04724226|Cold and Heat in Liver Tumors|Ongoing|12|2026-12", "NCT05897268|Heat Alone in Large Tumors|Ongoing|118|2027-03"]);

    [Fact]
    public void A_sentence_names_a_trial() => Extract("""
        # Evidence {Evidence}

        The cold trial (NCT04724226) is under way; see https://clinicaltrials.gov/ct2/show/NCT05897268.
        """).ShouldBe(["NCT04724226||||"]);

    [Fact]
    public void A_table_of_evidence_names_trials_without_titles() => Extract("""
        # Evidence {Evidence}

        !Study|Site and results|Eyes treated
        Cold (2010) NCT04724226|Northern Eye Hospital, twelve eyes|12
        """).ShouldBe(["NCT04724226||||"]);

    [Fact]
    public void References_list_no_trials() => Extract("""
        # References {References}

        ClinicalTrials.gov. NCT04724226: Cold and Heat. 2024.
        """).ShouldBeEmpty();
}
