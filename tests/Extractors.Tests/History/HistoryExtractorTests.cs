using Ingest.Extractors.Dates;
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
    public void A_state_at_the_start_of_a_cell_holds_for_the_rows_below() => Read("""
        !Committee|Date(s)
        Created: Policy Committee|November 16, 2022
        Revised: Policy Committee|February 15, 2023
        Policy Committee|March 15, 2023
        Reviewed: Policy Committee|March 16, 2023
        Policy Committee|August 16, 2023
        """).ShouldBe(
        [
            "2022-11-16 | new | Policy Committee | Created", "2023-02-15 | revised | Policy Committee | Revised", "2023-03-15 | revised | Policy Committee | Revised",
            "2023-03-16 | reviewed | Policy Committee | Reviewed", "2023-08-16 | reviewed | Policy Committee | Reviewed",
        ]);

    [Fact]
    public void A_table_without_ruling_has_its_heads_and_cells_on_lines_of_their_own() => Read("""
        Policy

        Effective Date

        Signature Date

        Comments

        3/1/09 1/29/09 New policy.

        9/1/12 6/12/12 Routine maintenance. The codes of

        2013 are in.

        11/1/15 8/18/15

        Updated codes: added 0600T as of

        7/1/15. Done.

        Next Review Date: 4th Qtr. 2016
        """).Select(e => e.Replace("\n\n", " ", StringComparison.Ordinal)).ShouldBe(
        [
            "2009-03-01 | new | New policy.", "2012-09-01 | reviewed | Routine maintenance. The codes of 2013 are in.",
            "2015-11-01 | coding_update | Updated codes: added 0600T as of 7/1/15. Done.",
        ]);

    [Fact]
    public void Labelled_lines_below_the_references_are_the_record()
    {
        const string Policy = """
            # Bone Imaging

            # References {References}

            Roe J. One. Gut. 2018;1:2-3.

            Devised: 6/22

            Revised: 6/23 (one indication); 12/24 (two
            indications);

            8/25 (none)

            Reviewed:

            Oversight Committee Approval: 12/23, 02/25

            A long notice of the plan follows here, which says that the words above are not a contract, that benefits differ between members and that nothing in them is advice on treatment.
            """;
        new HistoryExtractor().Extract(PolicyText.Read(Policy), PolicyFacts.None).Facts.Select(h => $"{h.Date} {ContractName.Of(h.Action)} {h.Note}".ReplaceLineEndings(" ")).ShouldBe(
        [
            "2022-06 new Devised", "2023-06 revised one indication", "2024-12 revised two indications", "2025-08 revised none",
            "2023-12 approved Oversight Committee Approval", "2025-02 approved Oversight Committee Approval",
        ]);
        new PolicyDateExtractor().Extract(PolicyText.Read(Policy), PolicyFacts.None).Facts.Select(d => $"{ContractName.Of(d.Kind)} {d.Date}")
            .ShouldBe(["original_effective 2022-06", "revised 2023-06", "revised 2024-12", "approved 2023-12", "approved 2025-02"]);
    }

    [Fact]
    public void What_is_to_come_is_no_entry() => Read("Created: 01/02/2020 Revised: 03/04/2020 Reviewed: 01/02/2021 Next Review: 01/02/2022")
        .ShouldBe(["2020-01-02 | new | Created", "2020-03-04 | revised | Revised", "2021-01-02 | reviewed | Reviewed"]);

    [Fact]
    public void Entries_may_stand_one_after_the_other_in_a_line() => Read("4/08 Original. 10/15 Reviewed. 10/17/2023 Revised; added A7000 as of 1/1/2024.").ShouldBe(
        ["2008-04 | new | Original.", "2015-10 | reviewed | Reviewed.", "2023-10-17 | revised | Revised; added A7000 as of 1/1/2024."]);

    [Theory]
    [InlineData("Converted to new policy template.", "other")]
    [InlineData("Policy adopted from an affiliate.", "new")]
    [InlineData("Moved 81225 from one list to the other.", "coding_update")]
    [InlineData("Revision; position statement, coding, and references updated.", "revised")]
    public void Notes_tell_what_was_done(string note, string action) => Read($"- 01/02/2024: {note}").ShouldBe([$"2024-01-02 | {action} | {note}"]);

    [Fact]
    public void What_was_done_is_said_first() => Read("- 01/02/2024: Routine maintenance. This is now also part of a new policy.").ShouldBe(["2024-01-02 | reviewed | Routine maintenance. This is now also part of a new policy."]);

    [Fact]
    public void A_cell_may_date_a_row_by_the_year_alone() => Read("""
        !Date|Rev #|Summary of Changes|Approved By
        06/11/2024|R3|Added one code.|Policy Committee
        2011|R1|Original|Medical Director
        """).ShouldBe(["2024-06-11 | coding_update | Policy Committee | Added one code.", "2011 | new | Medical Director | Original"]);

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
    public void What_a_body_did_may_stand_below_its_name() => Read("""
        03-01-2025 Medical Policy Panel

        Statement revised for children.

        03-01-2024 Medical Policy Panel

        No changes to the criteria.

        Plans issued or administered by Tallgrass Health are not affiliated with others.
        """).ShouldBe(
        [
            "2025-03-01 | revised | Medical Policy Panel | Statement revised for children.",
            "2024-03-01 | reviewed | Medical Policy Panel | No changes to the criteria.",
        ]);

    [Fact]
    public void A_note_cut_by_the_page_goes_on_below_its_table() => Read("""
        MP 9|01/27/2020 Annual review. No change.
        |03/23/2023 Minor review. Updated policy guidelines,

        background, and references. Added CPT code 81479

        03/21/2024 Annual review. References updated.

        Plans issued or administered by Tallgrass Health and its subsidiaries are not affiliated with others. Coverage is subject to the contract in force on 01/01/2024.
        """).ShouldBe(
        [
            "2020-01-27 | reviewed | Annual review. No change.",
            "2023-03-23 | revised | Minor review. Updated policy guidelines,\n\nbackground, and references. Added CPT code 81479",
            "2024-03-21 | reviewed | Annual review. References updated.",
        ]);

    [Fact]
    public void Months_of_two_digits_date_entries_where_a_line_or_cell_begins_with_them() => Read("""
        1/26 Annual review. References updated.

        3/25: Added criteria for children.

        Policy developed 2/24.
        """).ShouldBe(["2026-01 | reviewed | Annual review. References updated.", "2025-03 | revised | Added criteria for children."]);

    [Fact]
    public void Months_of_two_digits_may_stand_in_columns() => Read("""
        !Reviews, Revisions, and Approvals|Revision Date|Approval Date
        Policy developed.|03/19|03/19
        Annual review. Added CPT 64596.|03/23|04/23
        """).ShouldBe(["2019-03 | new | Policy developed.", "2023-03 | reviewed | Annual review. Added CPT 64596."]);

    [Fact]
    public void A_line_of_column_names_between_entries_is_no_entry() => Read("""
        Committee Approval Dates

        05/19/99, 05/17/00, 03/20/25

        Date Summary of Changes

        03/20/25 • Annual review, policy intent unchanged.

        01/01/25 Tracking began.
        """).ShouldBe(
        [
            "1999-05-19 | approved | Committee Approval Dates",
            "2000-05-17 | approved | Committee Approval Dates",
            "2025-03-20 | approved | Committee Approval Dates",
            "2025-03-20 | reviewed | Annual review, policy intent unchanged.",
            "2025-01-01 | other | Tracking began.",
        ]);

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
    [InlineData("Removed codes 0012M-0013M.", "0012M-0013M removed")]
    [InlineData("CPT 81479 replaced by 81529.", "81479 removed 81529 added")]
    [InlineData("81479 has been replaced with 0600T effective 1/1/2025.", "81479 removed 0600T added")]
    [InlineData("Coding update: new codes 0345U-0347U effective 10/1/2022.", "0345U-0347U added")]
    [InlineData("Coding update: 0345U, 0346U effective 10/1/2022; 0012U deleted.", "0012U removed")]
    [InlineData("New CPT code 0512T effective 01/01/2025.", "0512T added")]
    [InlineData("Deleted CPT: 0191T, 0376T. Added CPT: 66989, 66991.", "0191T removed 0376T removed 66989 added 66991 added")]
    [InlineData("Added from the other guideline: 81327, 0011M.", "81327 added 0011M added")]
    [InlineData("Added LOX to the policy; updated coding so 81411 is now MN.", "81411 revised")]
    [InlineData("CPT code 81410 now MN, added CPT code 81479", "81410 revised 81479 added")]
    [InlineData("Updated the descriptor of 0487U. HCPCS code J3490 end dated 12/31/2024.", "0487U revised J3490 removed")]
    [InlineData("ICD-10 codes C50.011 to C50.929 added to the covered list.", "C50.011-C50.929 added")]
    [InlineData("Codes changed: +0600T, -0601T.", "0600T added 0601T removed")]
    [InlineData("The following codes were added: 0600T; 0601T; and 64596.", "0600T added 0601T added 64596 added")]
    [InlineData("The following codes are no longer covered: 0600T, 0601T.", "0600T removed 0601T removed")]
    [InlineData("Removed/Moved to Bone Imaging: 0600T, 0601T.", "0600T removed 0601T removed")]
    [InlineData("Removed/Moved to Bone Imaging guideline: 0600T, 0601T. Updated descriptions for 0602T and 0601T.", "0600T removed 0601T removed 0602T revised 0601T revised")]
    [InlineData("Removed the prior authorization requirement for 0600T.", "0600T revised")]
    [InlineData("Added 0600T (0601T no longer applicable for the nodule assay).", "0600T added 0601T revised")]
    [InlineData("0601T no longer applicable for this policy.", "0601T removed")]
    [InlineData("Unlisted code 84999 no longer used; see 0600T.", "84999 removed")]
    [InlineData("Moved 0600T to the Bone Imaging guideline.", "0600T removed")]
    [InlineData("Added/Moved from Bone Imaging: 0600T, 0601T.", "0600T added 0601T added")]
    [InlineData("0600T moved from covered to not covered.", "0600T revised")]
    [InlineData("Policy reviewed in 2021 with 10000 claims; no codes added.", "")]
    [InlineData("Coding changes: Codes 0600T and 0601T have been deleted as of 1/1/24 and replaced by 64596.", "0600T removed 0601T removed 64596 added")]
    public void The_nearest_verb_says_what_became_of_a_code(string note, string codes)
    {
        string[] found = [.. HistoryCodes.Read(note, new SourceSpan(0, note.Length)).Select(c => $"{c.Code}{(c.CodeEnd is { } end ? "-" + end : "")} {ContractName.Of(c.Change)}")];
        string.Join(' ', found).ShouldBe(codes);
    }
}
