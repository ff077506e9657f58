using System.Collections.Immutable;
using Ingest.Extractors.Checks;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.History;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Checks;

public class PolicyCheckTests
{
    private static readonly SectionedPolicy Empty = PolicyText.Read("# Title {Identity}\n\nWords.");

    private static string[] Rules(IPolicyCheck check, SectionedPolicy policy, PolicyFacts facts) => [.. check.Run(policy, facts).Select(d => d.Rule)];

    private static PolicyCode Listed(string code, string? end = null) => new(code, end, CodeSystem.Cpt, null, null, null, null, null, null, null, new(0, 5), 1);

    private static HistoryEntry Entry(int year, CodeChange change, params string[] codes) => new(
        PartialDate.Create(year), HistoryAction.CodingUpdate, null, null, [.. codes.Select(c => new HistoryCode(c, null, CodeSystem.Cpt, change))], new(year - 2000, year - 1999));

    private static Citation Reference(string label) => new(label, CitationKind.Article, [], null, null, null, null, null, null, null, null, null, null, null, null, "raw", new(0, 3));

    [Fact]
    public void A_code_that_the_history_adds_should_be_listed()
    {
        PolicyFacts facts = PolicyFacts.None with { Codes = [Listed("0600T"), Listed("81400", "81408")], History = [Entry(2020, CodeChange.Added, "0600T", "0601T", "81404")] };
        Diagnostic finding = new HistoryAgainstCodes().Run(Empty, facts).ShouldHaveSingleItem();
        finding.Rule.ShouldBe("code-added-but-not-listed");
        finding.Message.ShouldContain("0601T");
        finding.Message.ShouldNotContain("81404");
        finding.Span.ShouldBe(new SourceSpan(20, 21));
    }

    [Fact]
    public void A_code_that_the_history_removes_should_not_be_listed() =>
        Rules(new HistoryAgainstCodes(), Empty, PolicyFacts.None with { Codes = [Listed("0600T")], History = [Entry(2021, CodeChange.Removed, "0600T")] })
            .ShouldBe(["code-removed-but-listed"]);

    [Fact]
    public void The_last_word_of_the_history_counts()
    {
        ImmutableArray<HistoryEntry> history = [Entry(2019, CodeChange.Added, "0600T", "0601T"), Entry(2022, CodeChange.Removed, "0601T"), Entry(2015, CodeChange.Removed, "0600T")];
        Rules(new HistoryAgainstCodes(), Empty, PolicyFacts.None with { Codes = [Listed("0600T")], History = history }).ShouldBeEmpty();
    }

    [Fact]
    public void A_range_removed_takes_its_codes_along()
    {
        HistoryEntry removal = Entry(2021, CodeChange.Removed) with { Codes = [new("0601T", "0603T", CodeSystem.Cpt, CodeChange.Removed)] };
        Rules(new HistoryAgainstCodes(), Empty, PolicyFacts.None with { Codes = [Listed("0600T")], History = [Entry(2019, CodeChange.Added, "0601T", "0602T"), removal] }).ShouldBeEmpty();
        Rules(new HistoryAgainstCodes(), Empty, PolicyFacts.None with { Codes = [Listed("0600T")], History = [removal, Entry(2023, CodeChange.Added, "0601T")] }).ShouldBe(["code-added-but-not-listed"]);
    }

    [Fact]
    public void An_entry_whose_date_is_misprinted_counts_where_it_stands()
    {
        HistoryEntry[] history = [Entry(2018, CodeChange.Added, "0600T"), Entry(2019, CodeChange.Added, "0600T"), Entry(2022, CodeChange.Added, "0601T"), Entry(2023, CodeChange.Added, "0600T")];
        HistoryEntry misprinted = Entry(2021, CodeChange.Removed, "0601T");
        Rules(new HistoryAgainstCodes(), Empty, PolicyFacts.None with { Codes = [Listed("0600T")], History = [.. history, misprinted, Entry(2024, CodeChange.Added, "0600T")] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("# Codes {Coding}\n\nOpen the list.", false)]
    [InlineData("# ICD-10 Codes {Coding}\n\nOpen the list.", true)]
    public void Codes_added_are_not_missed_where_the_coding_section_shows_none(string source, bool told) =>
        Rules(new HistoryAgainstCodes(), PolicyText.Read(source), PolicyFacts.None with { Codes = [Listed("0600T") with { Span = new(90, 95) }], History = [Entry(2020, CodeChange.Added, "0601T")] })
            .ShouldBe(told ? ["code-added-but-not-listed"] : []);

    [Fact]
    public void Numbers_of_references_should_follow_each_other()
    {
        Rules(new ReferenceNumbers(), Empty, PolicyFacts.None with { Citations = [Reference("1"), Reference("2"), Reference("1"), Reference("2")] }).ShouldBeEmpty();
        Rules(new ReferenceNumbers(), Empty, PolicyFacts.None with { Citations = [Reference("1"), Reference("2"), Reference("5"), Reference("5")] })
            .ShouldBe(["reference-number-gap", "reference-number-twice"]);
        Rules(new ReferenceNumbers(), Empty, PolicyFacts.None with { Citations = [Reference("3"), Reference("4"), Reference("3"), Reference("4"), Reference("5")] }).ShouldBe(["reference-number-twice"]);
        // One entry under two numbers, as lists print whose text cites it twice.
        Rules(new ReferenceNumbers(), Empty, PolicyFacts.None with { Citations = [Reference("3"), Reference("4, 6"), Reference("5"), Reference("7"), Reference("8, 9"), Reference("10")] }).ShouldBeEmpty();
        Rules(new ReferenceNumbers(), Empty, PolicyFacts.None with { Citations = [Reference("3"), Reference("4, 6"), Reference("5"), Reference("8")] }).ShouldBe(["reference-number-gap"]);
    }

    [Theory]
    [InlineData("# Coding {Coding}\n\nThe codes stand in an image.", "coding-without-codes")]
    [InlineData("# Coding {Coding}\n\n## CPT {Coding}\n\nNone", null)]
    [InlineData("# Coding {Coding}\n\nNot applicable.", null)]
    public void A_coding_section_should_hold_codes(string source, string? rule) =>
        Rules(new CodingWithoutCodes(), PolicyText.Read(source), PolicyFacts.None).ShouldBe(rule is null ? [] : [rule]);

    [Fact]
    public void Coverage_should_take_a_position()
    {
        string words = string.Concat(Enumerable.Repeat("The plan will look at each request with great care. ", 8));
        SectionedPolicy policy = PolicyText.Read($"# Policy {"{Coverage}"}\n\n{words}");
        Rules(new CoverageWithoutPositions(), policy, PolicyFacts.None).ShouldBe(["coverage-without-position"]);
        Rules(new CoverageWithoutPositions(), policy, PolicyText.Taking(policy, Stance.MedicallyNecessary, "The plan will look")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("# Policy {Coverage}\n\nThe test is covered.\n\n# Naming of findings {Coverage}\n\n@", "Laboratories report what they find in the words of a common list of names. ", false)]
    [InlineData("# Policy {Coverage}\n\nThe test is covered.\n\n# Naming of findings {Coverage}\n\n@", "Consult the handbook on whether it is covered. ", false)]
    [InlineData("# Policy {Coverage}\n\nThe test is covered.\n\n# Second test {Coverage}\n\n@", "A second test may be necessary when the first one failed. ", true)]
    [InlineData("# Policy {Coverage}\n\nThe test is covered.\n\n# Indications {Coverage}\n\n## Kidney {Coverage}\n\n@", "Stage two or three of the disease. ", true)]
    [InlineData("# Policy {Coverage}\n\nThe test is covered.\n\n# Appendix B {Other}\n\n## Counseling criteria {Coverage}\n\n@", "A counselor who is board-eligible. ", false)]
    [InlineData("# Determination {Coverage}\n\n@\n\n## Heart {Coverage}\n\nThe test is covered.", "State law may require more than this document. ", false)]
    [InlineData("# Determination {Coverage}\n\n- @\n\n## Heart {Coverage}\n\nThe test is covered.", "The member must be of age. ", true)]
    public void Explanations_beside_positions_are_left_in_peace(string source, string words, bool told)
    {
        SectionedPolicy policy = PolicyText.Read(source.Replace("@", string.Concat(Enumerable.Repeat(words, 9)).Trim(), StringComparison.Ordinal));
        Rules(new CoverageWithoutPositions(), policy, PolicyText.Taking(policy, Stance.MedicallyNecessary, "The test is covered.")).ShouldBe(told ? ["coverage-without-position"] : []);
    }

    [Fact]
    public void Odd_ranges_are_told() =>
        Rules(new CodeRanges(), Empty, PolicyFacts.None with { Codes = [Listed("81200", "88291"), Listed("81400", "81408"), Listed("0001M", "0089U")] })
            .ShouldBe(["odd-code-range", "odd-code-range"]);

    [Fact]
    public void A_cell_that_is_almost_a_code_is_told() =>
        new CodeExtractor().Extract(PolicyText.Read("# Codes {Coding}\n\n!Code|Description\n81200|First gene\n8I2O1|Second gene"), PolicyFacts.None)
            .Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe("impossible-code");

    [Fact]
    public void A_table_of_links_among_codes_is_none_of_codes() =>
        new CodeExtractor().Extract(PolicyText.Read("# Codes {Coding}\n\nHelp|Aide\nAyuda|Hilfe\nAiuto|Ajuda"), PolicyFacts.None).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_table_of_codes_without_codes_is_told() =>
        new CodeExtractor().Extract(PolicyText.Read("# Codes {Coding}\n\n!Code|Description\nA|First gene\nB|Second gene"), PolicyFacts.None)
            .Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe("code-table-not-understood");
}
