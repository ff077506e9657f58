using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.History;

public class HistoryExtractorTests
{
    private static string[] Read(string body) =>
        [.. new HistoryExtractor().Extract(PolicyText.Read("# Policy History {History}\n\n" + body), PolicyFacts.None).Facts
            .Select(h => string.Join(" | ", new[] { h.Date?.ToString(), ContractName.Of(h.Action), h.Actor, h.Note }.Where(p => p is not null)))];

    [Fact]
    public void A_table_tells_date_state_and_note_by_its_header() => Read("""
        !Status|Date|Action
        Reviewed|08/08/2024|Committee review. References updated.
        |04/01/2022|Coding section updated with new CPT codes.
        New|01/24/2019|Initial development.
        """).ShouldBe(
        [
            "2024-08-08 | reviewed | Committee review. References updated.",
            "2022-04-01 | coding_update | Coding section updated with new CPT codes.",
            "2019-01-24 | new | Initial development.",
        ]);

    [Fact]
    public void Of_two_date_columns_the_one_that_tells_entries_apart_is_taken() => Read("""
        !Policy Effective Date|Signature Date|Comments
        1/1/2014|6/5/2014|Policy established
        1/1/2014|9/24/2015|Annual review, no revisions
        1/1/2014|6/3/2016|Annual review, references updated
        """).ShouldBe(["2014-06-05 | new | Policy established", "2015-09-24 | reviewed | Annual review, no revisions", "2016-06-03 | reviewed | Annual review, references updated"]);

    [Fact]
    public void A_row_without_a_date_goes_on_with_the_row_above() => Read("""
        03-04-2016|Policy added to the site.
        10-12-2016|Updated description.
        |Updated references.
        """).ShouldBe(["2016-03-04 | new | Policy added to the site.", "2016-10-12 | revised | Updated description.\n\tUpdated references."]);

    [Fact]
    public void Lines_begin_with_a_date_or_an_actor() => Read("""
        - 06/13/2007 Medical Director review
        - Medical Policy Group, August 2020: Added two CPT codes.
        - Policy approved by Medical Directors 9/20/2022
        - Available for comment September 29 through November 12, 2015
        """).ShouldBe(
        [
            "2007-06-13 | reviewed | Medical Director review",
            "2020-08 | coding_update | Medical Policy Group | Added two CPT codes.",
            "2022-09-20 | approved | Policy approved by Medical Directors",
            "2015-09-29 | comment | Available for comment September 29 through November 12, 2015",
        ]);

    [Fact]
    public void A_bare_date_waits_for_its_note_even_if_that_tells_of_dates() => Read("""
        09-26-2024

        Added new codes for 10/01/2024

        11-02-2023

        Minor changes
        """).ShouldBe(["2024-09-26 | coding_update | Added new codes for 10/01/2024", "2023-11-02 | revised | Minor changes"]);

    [Fact]
    public void One_label_may_have_many_dates_some_with_remarks_over_line_ends() => Read("""
        Origination date: 05/2002

        Approval(s): Technology Committee: 05/23/2006, 01/28/2015 (updated template, added language

        on panels) 01/27/2016 (annual review, no updates).
        """).ShouldBe(
        [
            "2002-05 | new | Origination date",
            "2006-05-23 | approved | Approval(s): Technology Committee",
            "2015-01-28 | revised | Approval(s): Technology Committee | updated template, added language\n\non panels",
            "2016-01-27 | reviewed | Approval(s): Technology Committee | annual review, no updates",
        ]);

    [Fact]
    public void A_label_over_a_list_is_the_note_of_its_items() => Read("""
        Revised Dates:

        - 2025: January - criteria updated
        - 2024: November

        Reviewed Dates:

        - 2022: September
        """).ShouldBe(["2025-01 | revised | criteria updated", "2024-11 | revised | Revised Dates", "2022-09 | reviewed | Reviewed Dates"]);

    [Fact]
    public void What_follows_the_last_entry_is_no_note() => Read("""
        05/01/2024: Annual review.

        This policy is no contract. Benefits are decided case by case.
        """).ShouldBe(["2024-05-01 | reviewed | Annual review."]);

    [Theory]
    [InlineData("Added CPT codes 0600T and 0601T.", "0600T added 0601T added")]
    [InlineData("Annual update: added 47384, revised 0600T.", "47384 added 0600T revised")]
    [InlineData("Code 81420 has been removed.", "81420 removed")]
    [InlineData("Removed termed 0428U. Revised long descriptions for 0486U, 0487U.", "0428U removed 0486U revised 0487U revised")]
    [InlineData("Codes 0488U and 0489U added; 0168U deleted.", "0488U added 0489U added 0168U removed")]
    [InlineData("Moved CPT 0177U from another guideline. Moved 0326U to the other list.", "0177U added 0326U revised")]
    [InlineData("Replaced 0009M with 81420.", "0009M removed 81420 added")]
    [InlineData("Reviewed; see also 81420 in the table.", "")]
    public void The_nearest_verb_says_what_became_of_a_code(string note, string codes)
    {
        string[] found = [.. HistoryCodes.Read(note, new SourceSpan(0, note.Length)).Select(c => $"{c.Code} {ContractName.Of(c.Change)}")];
        string.Join(' ', found).ShouldBe(codes);
    }
}
