using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Dates;

public class PolicyDateExtractorTests
{
    private static string[] Read(string source) =>
        [.. new PolicyDateExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(d => $"{ContractName.Of(d.Kind)} {d.Date}")];

    private static string[] Header(string lines) => Read($"# Bone Imaging\n\n{lines}\n\n# Description {{Background}}\n\nWords about the imaging of bones and what it is used for.");

    [Theory]
    [InlineData("Effective Date: 04.01.2025", "effective 2025-04-01")]
    [InlineData("Original Effective Date: 02/15/16", "original_effective 2016-02-15")]
    [InlineData("Date of Origin: May 2014", "original_effective 2014-05")]
    [InlineData("Latest Review Date: May 2022", "last_review 2022-05")]
    [InlineData("Eff. Date: 1/1/24", "effective 2024-01-01")]
    [InlineData("Eff. 1/1/24", "effective 2024-01-01")]
    [InlineData("Effective: January 1st, 2024", "effective 2024-01-01")]
    [InlineData("Last Reviewed: 2024.03.01", "last_review 2024-03-01")]
    [InlineData("Last P&P Committee Review: 02/2025", "last_review 2025-02")]
    [InlineData("Policy Effective Date: 01-Jan-2024", "effective 2024-01-01")]
    [InlineData("Next Review Date: Jun-2025", "next_review 2025-06")]
    [InlineData("To be reviewed: June 2025", "next_review 2025-06")]
    [InlineData("Anticipated Next Review: 6/2025", "next_review 2025-06")]
    [InlineData("Last QIC Review Date: 9/5/2024", "last_review 2024-09-05")]
    [InlineData("MTAC Review Date: 9/5/2024", "last_review 2024-09-05")]
    [InlineData("Retirement Date: 9/5/2024", "end 2024-09-05")]
    [InlineData("Last Review Date Q3 2024", "last_review 2024")]
    [InlineData("Next Review: 06-2025", "next_review 2025-06")]
    [InlineData("Next Review: July 2026", "next_review 2026-07")]
    [InlineData("NEXT ANNUAL REVIEW DATE: 3RD QTR 2025", "next_review 2025")]
    [InlineData("Revised: 01/01/26", "revised 2026-01-01")]
    [InlineData("Publish Date: 10/01/2024", "published 2024-10-01")]
    [InlineData("Effective Date .................. 02/01/2026", "effective 2026-02-01")]
    [InlineData("Approved by Medical Director: 11.21.24", "approved 2024-11-21")]
    public void A_label_says_what_a_date_dates(string line, string date) => Header(line).ShouldBe([date]);

    [Fact]
    public void Several_labels_and_dates_share_a_line() =>
        Header("Status: Reviewed Last Review Date: 08/08/2024 Effective Date: 1/1/2024, 7/1/2024").ShouldBe(["last_review 2024-08-08", "effective 2024-01-01", "effective 2024-07-01"]);

    [Fact]
    public void A_label_may_stand_above_or_beside_its_date() => Header("""
        Initial Effective Date:|Current Effective Date:
        June 01, 2023|February 1, 2025

        Last Review

        12/03/2024
        """).ShouldBe(["original_effective 2023-06-01", "effective 2025-02-01", "last_review 2024-12-03"]);

    [Theory]
    [InlineData("4/8/25, 1:26 PM")]
    [InlineData("The study was reviewed in May 2019.")]
    [InlineData("Previous Effective Date: 01/01/2020")]
    [InlineData("• Consultant Genetics Effective Date: 01/01/2020")]
    public void Other_dates_are_not_the_policys(string line) => Header(line).ShouldBeEmpty();

    [Fact]
    public void A_label_in_the_history_counts_only_where_the_header_is_silent() => Read("""
        # Bone Imaging

        Effective Date: 01/01/2024

        # Description {Background}

        Words about the imaging of bones and what it is used for.

        # Policy History {History}

        Origination date: 05/2002

        Effective Date: 01/01/2010
        """).ShouldBe(["effective 2024-01-01", "original_effective 2002-05"]);

    [Fact]
    public void Dates_under_another_authoritys_determination_are_its_own() => Read("""
        # Bone Imaging

        Effective Date: 01/01/2024

        # Coverage criteria {Coverage}

        Bone imaging is considered medically necessary for the indications that follow here.

        Local Coverage Article: Imaging of Bones (A51234)

        Original Effective Date 02/09/2020
        """).ShouldBe(["effective 2024-01-01"]);

    [Fact]
    public void Committee_and_search_stand_in_sentences() => Read("""
        # Evidence {Evidence}

        A literature search was conducted through May 5, 2022. Smith and colleagues (2019) searched the literature through June 2018.

        # Committee approval {History}

        This guideline was approved by the Medical Policy Committee on 05/22/25.
        """).ShouldBe(["literature_search 2022-05-05", "approved 2025-05-22"]);

    [Fact]
    public void A_closing_record_lists_all_its_dates() => Read("""
        # Products {Scope}

        This information is for most plans, and some plans will not cover every service that it names here.

        Approved by committee 06/16/2021; Revised 10/04/2022, 03/20/2023; Reviewed 11/2021, 1/2024
        """).ShouldBe(["approved 2021-06-16", "revised 2022-10-04", "revised 2023-03-20", "last_review 2021-11", "last_review 2024-01"]);

    [Theory]
    [InlineData("Available for comment May 2 through June 3, 2024", "2024-05-02 2024-06-03")]
    [InlineData("2023: September", "2023-09")]
    [InlineData("January 01/2025", "2025-01-01")]
    [InlineData("4th Quarter, 2025", "2025")]
    public void Dates_of_other_shapes(string text, string dates) =>
        string.Join(' ', DateScanner.Find(text, new SourceSpan(0, text.Length)).Select(d => d.Date)).ShouldBe(dates);
}
