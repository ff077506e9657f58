using System.Collections.Immutable;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests.Citations;

public class ReferenceListSplitterTests
{
    [Fact]
    public void Numbered_paragraphs_are_entries() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.").ShouldBe(["1|Roe J. One. Gut. 2018;1:2-3.", "2|Doe A. Two. Gut. 2019;2:3-4."]);

    [Fact]
    public void A_list_on_one_line_is_cut_where_the_count_goes_on() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3. 2. Doe A. Two: part 3. A sequel. Gut. 2019;2:3-4. 3. Poe E. Three. Gut. 2020;3:4-5.")
        .ShouldBe(["1|Roe J. One. Gut. 2018;1:2-3.", "2|Doe A. Two: part 3. A sequel. Gut. 2019;2:3-4.", "3|Poe E. Three. Gut. 2020;3:4-5."]);

    [Fact]
    public void The_publishers_notice_is_no_entry_and_ends_none() => Entries(
        "1. Roe J. A title that goes on over",
        "© 2024 Tallgrass Health Plan. All rights reserved.",
        "the page. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.",
        "Proprietary and confidential. Copyright 2024 Tallgrass Health Plan. All rights reserved.",
        "Copyright 2024 Tallgrass Health Plan, 12 Elm Street, Springfield, IL 62701. www.tallgrass.example").Length.ShouldBe(2);

    [Fact]
    public void An_entry_cut_by_a_page_is_one() => Entries(
        "1. Roe J. A title that goes on over",
        "the page. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.").Length.ShouldBe(2);

    [Fact]
    public void Unnumbered_entries_begin_with_their_authors() => Entries(
        "Roe, J. (2018). One: results of a",
        "Phase II trial. Gut, 1(2), 2–3.",
        "https://doi.org/10.1000/one",
        "Doe, A., & Poe, E. (2019). Two. Gut, 2(3), 3–4.")
        .ShouldBe(["|Roe, J. (2018). One: results of a Phase II trial. Gut, 1(2), 2–3. https://doi.org/10.1000/one", "|Doe, A., & Poe, E. (2019). Two. Gut, 2(3), 3–4."]);

    [Fact]
    public void Sentences_about_the_list_are_none_of_it() => Entries(
        "On May 5, 2023, we searched three databases, and the best evidence was included.",
        "Roe J. One. Gut. 2018;1:2-3.").ShouldBe(["|Roe J. One. Gut. 2018;1:2-3."]);

    [Fact]
    public void Years_that_stand_alone_only_part_the_entries() => Entries(
        "2018",
        "Roe J. One. Gut. 2018;1:2-3.",
        "2019",
        "Doe A. Two. Gut. 2019;2:3-4.").Length.ShouldBe(2);

    [Fact]
    public void Numbering_may_restart_by_topic() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.",
        "1. Poe E. Three. Gut. 2020;3:4-5.").Select(e => e[..1]).ShouldBe(["1", "2", "1"]);

    [Fact]
    public void A_number_misprinted_twice_begins_an_entry_each_time() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.",
        "3. Poe E. Three. Gut. 2020;3:4-5.",
        "2. Low B. Four: a second look at the liver. Gut. 2021;4:5-6.",
        "3. Fay C. Five. Gut. 2022;5:6-7.").Select(e => e[..1]).ShouldBe(["1", "2", "3", "2", "3"]);

    [Fact]
    public void Several_unnumbered_entries_in_one_paragraph_are_parted() => Entries(
        "Roe J, Doe A, Poe E. A first invented study of some length. Gut. 2018;1(2):2-3. Doe A, Poe E. A second invented study of some length. Gut. 2019;2(3):3-4.")
        .Length.ShouldBe(2);

    [Fact]
    public void Numbers_lost_at_a_page_break_are_known_by_the_count() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3.",
        "2. Doe A. Two. Gut. 2019;2:3-4.",
        "Poe E. A third invented study. Gut. 2020;3:4-5.",
        "4. Roe J. Four. Gut. 2021;4:5-6.").Select(e => e[..1]).ShouldBe(["1", "2", "3", "4"]);

    [Fact]
    public void What_stands_unnumbered_under_a_number_gets_none() => Entries(
        "1. Roe J. One. Gut. 2018;1:2-3.",
        "Poe E. A part of the first study. Gut. 2020;3:4-5.",
        "2. Doe A. Two. Gut. 2019;2:3-4.").Select(e => e.Split('|')[0]).ShouldBe(["1", "", "2"]);

    [Theory]
    [InlineData("Reviewed: Medical Policy Committee May 2020, June 2021, and July 2022")]
    [InlineData("Re-Review Date(s): 12/19/2024 - Effective Date: January 01, 2025 (V.1.2025)")]
    [InlineData("11/1/16 9/23/16 9/23/16 Routine maintenance, codes added for 2016, no change in policy, www.example.org")]
    public void Rows_of_the_history_after_the_list_are_none_of_it(string row) => Entries("Roe J. One. Gut. 2018;1:2-3.", row, "Medical Policy Committee and Services Division, March 15, 2023").Length.ShouldBe(1);

    [Fact]
    public void Dates_after_the_list_are_none_of_it() => Entries(
        "Roe J. One. Gut. 2018;1:2-3.",
        "September 20, 2023").Length.ShouldBe(1);

    [Fact]
    public void Initials_of_a_country_are_no_letter_of_the_list() => Entries(
        "U. S. Board of Widgets. Advice about widgets. Gut. 2018;1:2-3.").ShouldBe(["|U. S. Board of Widgets. Advice about widgets. Gut. 2018;1:2-3."]);

    [Fact]
    public void Entries_that_end_with_a_DOI_without_a_stop_are_parted() => Entries(
        "Roe, J., & Poe, E. (2018). A first invented study of some length. Gut, 1(2), 2-3. https://doi.org/10.1000/s1-9 Doe, A., Poe, E. (2019). A second invented study of some length. Gut, 2(3), 3-4.")
        .Length.ShouldBe(2);

    [Fact]
    public void A_truncated_entry_is_kept_and_reported()
    {
        Extraction<Citation> found = Extract("1. Roe J. One. Gut. 2018;1:2-3.", "2. Marbury RC,", "3. Doe A. Two. Gut. 2019;2:3-4.");
        found.Facts.Length.ShouldBe(3);
        found.Facts[1].Raw.ShouldBe("Marbury RC,");
        found.Facts[1].Title.ShouldBeNull();
        found.Diagnostics.Single().Rule.ShouldBe("truncated-citation");
    }

    [Fact]
    public void Every_citation_slices_back_to_its_text()
    {
        SectionedPolicy policy = Policy("1. Roe J. One. Gut. 2018;1:2-3. 2. Doe A. Two. Gut. 2019;2:3-4.");
        foreach (Citation citation in new CitationExtractor().Extract(policy, PolicyFacts.None).Facts) citation.Span.Slice(policy.Text).ShouldBe(citation.Raw);
    }

    private static string[] Entries(params string[] paragraphs) =>
        [.. Extract(paragraphs).Facts.Select(c => $"{c.Label}|{c.Raw.Replace('\n', ' ')}")];

    private static Extraction<Citation> Extract(params string[] paragraphs) => new CitationExtractor().Extract(Policy(paragraphs), PolicyFacts.None);

    private static SectionedPolicy Policy(params string[] paragraphs)
    {
        string text = "References\n" + string.Join('\n', paragraphs);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new HeadingBlock(new(0, 10), 1));
        int at = 11;
        foreach (string paragraph in paragraphs)
        {
            blocks.Add(new ParagraphBlock(new(at, at + paragraph.Length)));
            at += paragraph.Length + 1;
        }
        var document = new PolicyDocument { Text = text, Blocks = blocks.ToImmutable(), Source = "test", MediaType = "text/plain" };
        return new(document, [.. SectionSplitter.Split(document).Select(s => s with { Kind = SectionKind.References })]);
    }
}
