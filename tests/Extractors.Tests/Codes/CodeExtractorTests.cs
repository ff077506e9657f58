using Ingest.Extractors.Codes;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests.Codes;

public class CodeExtractorTests
{
    /// <summary>One code a line: code, stance and dates where it has them, description in quotes.</summary>
    private static string[] Extract(string source) => Extract(PolicyText.Read(source), PolicyFacts.None);

    private static string[] Extract(SectionedPolicy policy, PolicyFacts soFar) =>
        [.. new CodeExtractor().Extract(policy, soFar).Facts.Select(c => string.Join(' ', new[]
        {
            c.Code + (c.CodeEnd is null ? "" : "-" + c.CodeEnd), c.Stance is { } stance ? ContractName.Of(stance) : null,
            c.EffectiveDate is { } from ? "from " + from : null, c.EndDate is { } to ? "to " + to : null, c.Description is null ? null : $"'{c.Description}'",
        }.Where(p => p is not null)))];

    [Fact]
    public void A_table_pairs_codes_with_their_descriptions() => Extract("""
        # Coding {Coding}

        !Code|Description
        47384|Electroporation of liver tumors
        C2616|Brachytherapy source, per source
        """).ShouldBe(["47384 'Electroporation of liver tumors'", "C2616 'Brachytherapy source, per source'"]);

    [Fact]
    public void The_words_over_a_table_give_its_stance() => Extract("""
        # Coding {Coding}

        The following codes are considered investigational:

        !CPT Code|Description
        0092U|Three protein markers

        The following codes are covered when criteria are met:

        !CPT Code|Description
        81420|Fetal aneuploidy
        """).ShouldBe(["0092U investigational 'Three protein markers'", "81420 medically_necessary 'Fetal aneuploidy'"]);

    [Fact]
    public void A_head_that_denies_the_criteria_takes_that_stance() => Extract("""
        # Coding {Coding}

        !CPT codes that do not support coverage criteria|Description
        0587T|Implantation of a device

        !CPT codes that support coverage criteria|Description
        64566|Needle electrode
        """).ShouldBe(["0587T not_covered 'Implantation of a device'", "64566 medically_necessary 'Needle electrode'"]);

    [Fact]
    public void Several_codes_may_begin_an_entry_inside_a_line() => Extract("# Coding {Coding}\n\n96365 - 96368 Infusion 96413, 96415 Chemotherapy")
        .ShouldBe(["96365-96368 'Infusion'", "96413 'Chemotherapy'", "96415 'Chemotherapy'"]);

    [Fact]
    public void Columns_of_other_numbers_hold_no_codes() => Extract("""
        # Coding {Coding}

        !HCPCS|Description|Fee|Units
        L1902|Ankle brace|12345|10000
        L1906|Ankle brace with straps|23456|20000

        !State|Contractor|ZIP
        FL|19102|33601
        TX|14412|75001
        """).ShouldBe(["L1902 'Ankle brace'", "L1906 'Ankle brace with straps'"]);

    [Fact]
    public void A_lone_head_holds_down_to_the_next_such_row() => Extract("""
        # Coding {Coding}

        !CPT codes covered if the criteria are met:|>
        96365 - 96368|Infusion
        HCPCS codes not covered for these indications:|>
        S9338|Infusion at home
        ICD-10 codes covered if the criteria are met:|>
        D80.0|Deficiency
        """).ShouldBe(["96365-96368 medically_necessary 'Infusion'", "S9338 not_covered 'Infusion at home'", "D80.0 medically_necessary 'Deficiency'"]);

    [Fact]
    public void A_key_to_marks_is_no_label_of_the_table_below() => Extract("""
        # Coding {Coding}

        !Code|Description
        *33418|Valve repair

        *Prior authorization required. ^Deleted 12/31/2024.

        !Code|Description
        I34.0|Insufficiency
        """).ShouldBe(["33418 'Valve repair'", "I34.0 'Insufficiency'"]);

    [Fact]
    public void A_table_without_codes_heads_nothing_below_it() =>
        new CodeExtractor().Extract(PolicyText.Read("# Coding {Coding}\n\n!Non-covered HCPCS Codes:|Description\nN/A|None\n\n!Code|Description\n64566|Needle electrode"), PolicyFacts.None)
            .Facts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Stance.ShouldBeNull(), c => c.GroupLabel.ShouldBe("Coding"));

    [Fact]
    public void Rows_without_codes_head_the_rows_below() => Extract("""
        # Coding {Coding}

        !Code|Code Description
        CPT codes covered if selection criteria are met:|>
        82784|Immunoglobulin, each
        CPT codes not covered for the indications listed:|>
        81376|HLA typing
        ICD-10 codes covered if selection criteria are met:|>
        E10.10 - E10.9|Diabetes
        """).ShouldBe(["82784 medically_necessary 'Immunoglobulin, each'", "81376 not_covered 'HLA typing'", "E10.10-E10.9 medically_necessary 'Diabetes'"]);

    [Fact]
    public void A_description_column_may_head_a_stance() => Extract("""
        # Codes {Coding}

        !Code|Medically Necessary When Criteria are Met
        81462|Solid organ panel
        Code|Not Medically Necessary
        81327|SEPT9 methylation
        """).ShouldBe(["81462 medically_necessary 'Solid organ panel'", "81327 not_medically_necessary 'SEPT9 methylation'"]);

    [Fact]
    public void Tables_side_by_side_keep_to_their_own_columns() => Extract("""
        # Codes {Coding}

        !Code|Description|Code|Description
        81200|First gene|81201|Second gene
        81202|Third gene|81203|Fourth gene
        """).ShouldBe(["81200 'First gene'", "81201 'Second gene'", "81202 'Third gene'", "81203 'Fourth gene'"]);

    [Fact]
    public void A_grid_of_codes_has_no_descriptions() => Extract("""
        # Codes {Coding}

        81220|81221|81222
        81401|81404|
        """).ShouldBe(["81220", "81221", "81222", "81401", "81404"]);

    [Fact]
    public void A_matrix_marks_the_stance_of_a_code() => Extract("""
        # Codes {Coding}

        !CPT Code|Description|Covered|Investigational
        81200|First gene|X|
        81201|Second gene||X
        """).ShouldBe(["81200 medically_necessary 'First gene'", "81201 investigational 'Second gene'"]);

    [Fact]
    public void A_column_of_systems_reaches_down() => Extract("""
        # Codes {Coding}

        !Codes|Number|Description
        CPT|0205U|Three gene variants
        |81408|Level 9
        HCPCS|S3841|Retinoblastoma testing
        ICD-10|E1165|Diabetes
        """).ShouldBe(["0205U 'Three gene variants'", "81408 'Level 9'", "S3841 'Retinoblastoma testing'", "E1165 'Diabetes'"]);

    [Fact]
    public void A_description_goes_on_in_a_row_of_its_own() => Extract("""
        # Codes {Coding}

        !Code|Description
        81200|First gene,
        |common variants
        81201|Second gene
        """).ShouldBe(["81200 'First gene, common variants'", "81201 'Second gene'"]);

    [Fact]
    public void Codes_inside_descriptions_are_not_listed() => Extract("""
        # Codes {Coding}

        !Code|Description
        81401|Level 2 (do not report [81278])
        0131U|Panel (use 0131U in conjunction with 81162, 81432)
        """).Select(c => c[..5]).ShouldBe(["81401", "0131U"]);

    [Fact]
    public void Remarks_leave_the_description() => Extract("""
        # Coding {Coding}

        !Code|Description
        0600T|Electroporation, percutaneous (Effective 07/01/2020)
        55877|Electroporation, prostate (Investigational)
        0601T|Electroporation, open (eg, kidney) (Deleted 12/31/2024)
        """).ShouldBe(
        [
            "0600T from 2020-07-01 'Electroporation, percutaneous'", "55877 investigational 'Electroporation, prostate'",
            "0601T to 2024-12-31 'Electroporation, open (eg, kidney)'",
        ]);

    [Fact]
    public void List_items_and_lines_hold_codes_with_descriptions() => Extract("""
        # Coding {Coding}

        - 47370 Laparoscopic ablation of 1 or more tumors
        - 47399 Unlisted procedure, liver

        CPT 47371, 47381

        0600T Electroporation, 1 or more tumors, including guidance, percutaneous 0601T Electroporation, open (report 0601T with 76940)
        """).ShouldBe(
        [
            "47370 'Laparoscopic ablation of 1 or more tumors'", "47399 'Unlisted procedure, liver'", "47371", "47381",
            "0600T 'Electroporation, 1 or more tumors, including guidance, percutaneous'", "0601T 'Electroporation, open (report 0601T with 76940)'",
        ]);

    [Fact]
    public void The_position_that_names_a_code_gives_its_stance()
    {
        const string statement = "Screening of twins (0060U, 81422) is considered investigational.";
        SectionedPolicy policy = PolicyText.Read($"""
            # Policy {"{Coverage}"}

            {statement}

            # Reference Table {"{Coding}"}

            !Test|CPT Codes|ICD-10 Codes
            A test (A Lab)|0060U|O09, Q90-Q99
            """);
        Extract(policy, PolicyText.Taking(policy, Stance.Investigational, statement))
            .ShouldBe(["81422 investigational", "0060U investigational", "O09", "Q90-Q99"], ignoreOrder: true);
    }

    [Fact]
    public void Prose_of_the_policy_names_codes_with_their_system() => Extract("""
        # Administrative {Administrative}

        Prior authorization is not needed for level 2 tests (CPT 81400-81408, 81479). Call 1-800-555-1212 by 12001. Use HCPCS G9143 with modifier QO.
        """).ShouldBe(["81400-81408", "81479", "G9143", "QO"]);

    [Fact]
    public void History_references_and_evidence_list_no_codes() => Extract("""
        # Evidence {Evidence}

        Of 22843 women, 81408 (12%) were screened (10234). H1234 was observed in 2024.

        # History {History}

        Added CPT codes 0600T and 0601T.

        # References {References}

        Chen X. Title. Sci Rep. 2015;5:16233. PMID 81479.
        """).ShouldBeEmpty();

    [Fact]
    public void A_code_under_two_stances_is_two_rows() => Extract("""
        # Codes {Coding}

        Medically necessary codes:

        81200, 81201

        Investigational codes:

        81200
        """).ShouldBe(["81200 medically_necessary", "81201 medically_necessary", "81200 investigational"]);

    [Fact]
    public void A_disclaimer_takes_no_stance() => Extract("""
        # Codes {Coding}

        Listing of a code in this policy does not imply that it is a covered or non-covered service:

        !CPT Code|Description
        81443|Severe inherited conditions
        """).ShouldBe(["81443 'Severe inherited conditions'"]);

    [Fact]
    public void A_code_alone_is_described_by_the_block_after_it() => Extract("""
        # When Services are Investigational {Coding}

        ## CPT {Coding}

        81538

        Oncology (lung), protein signature, Cold Lab, Inc

        81599

        Unlisted assay with algorithm

        ## ICD-10 Diagnosis {Coding}

        All diagnoses
        """).ShouldBe(["81538 investigational 'Oncology (lung), protein signature, Cold Lab, Inc'", "81599 investigational 'Unlisted assay with algorithm'"]);

    [Fact]
    public void A_lone_head_stands_over_every_column() => Extract("""
        # Coding Information {Coding}

        # Covered when medically necessary {Other}

        !Procedure Codes|||
        G0452|81332|81401|
        81405||||
        """).ShouldBe(["G0452 medically_necessary", "81332 medically_necessary", "81401 medically_necessary", "81405 medically_necessary"]);

    [Fact]
    public void A_remark_under_a_head_of_a_group_does_not_end_the_group() => Extract("""
        # Codes {Coding}

        !Code|Code Description
        CPT codes not covered for the indications listed:|>
        Salivary markers - no specific code|>
        81376|HLA typing
        |Lone words in a column
        81377|HLA typing, one antigen
        """).ShouldBe(["81376 not_covered 'HLA typing Lone words in a column'", "81377 not_covered 'HLA typing, one antigen'"]);

    [Fact]
    public void A_group_of_codes_in_the_table_stands_beside_the_heading_that_names_codes() => Extract("""
        # CPT codes covered if the criteria are met: {Coding}

        !Code|Code Description
        81375|HLA typing, low resolution
        Other CPT codes related to the policy:|>
        81376|HLA typing
        """).ShouldBe(["81375 medically_necessary 'HLA typing, low resolution'", "81376 'HLA typing'"]);

    [Fact]
    public void Not_covered_if_is_no_stance() => Extract("""
        # Codes {Coding}

        !Code|Description|Comments
        81225|Drug metabolism|Not Covered
        81226|Drug metabolism|Not Covered if used to report a panel
        """).ShouldBe(["81225 not_covered 'Drug metabolism'", "81226 'Drug metabolism'"]);

    [Fact]
    public void A_lead_in_gives_its_stance_to_the_list_after_it_only() => Extract("""
        # Prior Authorization {Administrative}

        Prior authorization is not applicable for the following tests as they are considered investigational:

        - COMT genotyping (CPT 0032U)

        Level 2 tests (CPT 81401) need a request.
        """).ShouldBe(["0032U investigational", "81401"]);

    [Fact]
    public void A_table_of_dates_under_a_coding_heading_is_history() => Extract("""
        # Coding {Coding}

        !CPT/HCPCS|
        81525|Oncology (colon)

        REVISIONS|
        03-04-2016|Policy added.
        10-12-2016|Removed CPT codes 81599, 84999
        """).ShouldBe(["81525 'Oncology (colon)'"]);

    [Fact]
    public void A_code_in_prose_may_carry_its_text_in_parentheses() => Extract("""
        # Billing {Coverage}

        Report HCPCS code G9143 (Warfarin testing by genetic technique) with ICD-10-CM code: Z00.6 (Examination of a participant).
        """).ShouldBe(["G9143 'Warfarin testing by genetic technique'", "Z00.6 'Examination of a participant'"]);

    [Fact]
    public void An_example_of_billing_takes_no_stance()
    {
        const string statement = "A panel is covered when billed with one code (e.g., 81479) only.";
        SectionedPolicy policy = PolicyText.Read($"# Criteria {"{Coverage}"}\n\n{statement}");
        Extract(policy, PolicyText.Taking(policy, Stance.MedicallyNecessary, statement)).ShouldBe(["81479"]);
    }

    [Fact]
    public void A_line_that_heads_codes_begins_a_list_wherever_it_stands() => Extract("""
        # National Organizations {Guidelines}

        Of 22843 women, 81408 were screened.

        CODING & BILLING INFORMATION

        CPT (Current Procedural Terminology)

        81120 First gene, common variants

        81121 Second gene

        Of 22843 women, 81408 were screened.
        """).ShouldBe(["81120 'First gene, common variants'", "81121 'Second gene'"]);

    [Fact]
    public void A_lead_in_may_have_its_list_in_the_same_paragraph() => Extract("""
        # Codes {Coding}

        The following codes are considered investigational: CPT 86152 Cell enumeration in fluid (eg, blood); 86153 Cell enumeration, interpretation
        """).ShouldBe(["86152 investigational 'Cell enumeration in fluid (eg, blood)'", "86153 investigational 'Cell enumeration, interpretation'"]);

    [Fact]
    public void A_header_field_lists_the_codes_of_the_policy() => Extract("""
        # Enterprise {Identity}

        Gene Tests for Leukemia|Procedure codes: 81218, 81261-64, 81310
        """).ShouldBe(["81218", "81261-81264", "81310"]);

    [Fact]
    public void Prose_after_a_list_does_not_take_the_stance_over_the_list() => Extract("""
        # Codes {Coding}

        Investigational codes:

        81437 81455

        Note: If the analyte is listed in CPT codes 81200-81355, the specific code is reported.
        """).ShouldBe(["81437 investigational", "81455 investigational", "81200-81355"]);

    [Fact]
    public void A_column_of_authorization_gives_the_stance_where_it_says_yes() => Extract("""
        # Codes {Coding}

        !CPT Code|Description|Modifier|Prior Authorization
        81200|First gene|TC, 26|Yes
        81201|Second gene||No
        81202|Third gene||No
        """).ShouldBe(["81200 prior_authorization 'First gene'", "TC", "26", "81201 'Second gene'", "81202 'Third gene'"]);

    [Fact]
    public void Heads_tell_drug_codes_revenue_codes_and_groups_apart() => Extract("""
        # Codes {Coding}

        !NDC|Drug
        50242-0060-01|Coldmab 100 mg

        !Revenue Code|Description
        0300|Laboratory

        !MS-DRG|Description
        470|Major joint replacement

        !ICD-10-PCS Code|Description
        0DTJ4ZZ|Resection of appendix
        """).ShouldBe(["50242-0060-01 'Coldmab 100 mg'", "0300 'Laboratory'", "470 'Major joint replacement'", "0DTJ4ZZ 'Resection of appendix'"]);

    [Fact]
    public void Every_span_begins_with_its_code()
    {
        SectionedPolicy policy = PolicyText.Read("""
            # Codes {Coding}

            !Code|Description
            81105 – 81112|Range of tests

            HCPCS: J1413

            - 47399 Unlisted procedure
            """);
        foreach (PolicyCode code in new CodeExtractor().Extract(policy, PolicyFacts.None).Facts) policy.Document.Slice(code.Span).ShouldStartWith(code.Code);
    }
}
