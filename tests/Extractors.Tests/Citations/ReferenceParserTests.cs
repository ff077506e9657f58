using Ingest.Extractors.Citations;
using Ingest.Extractors.Citations.Parsing;

namespace Ingest.Extractors.Tests.Citations;

public class ReferenceParserTests
{
    private readonly ReferenceParser _parser = new();

    [Fact]
    public void Reads_an_AMA_reference()
    {
        ParsedReference r = _parser.Parse("Okafor BN, Lindgren T, et al. Remote titration of a made-up device in adults. N Engl J Med. 2019;381(4):301-9. doi: 10.1056/NEJMoa1900001.");
        r.Title.ShouldBe("Remote titration of a made-up device in adults");
        r.Container.ShouldBe("N Engl J Med");
        (r.Year, r.Volume, r.Issue, r.Pages).ShouldBe((2019, "381", "4", "301-9"));
        r.Identifiers.Doi.ShouldBe("10.1056/NEJMoa1900001");
        r.Authors.ShouldBe([new("Okafor", "BN", null), new("Lindgren", "T", null), new(null, null, "et al.")]);
        r.Kind.ShouldBe(CitationKind.Article);
        r.Unread.ShouldBeNull();
    }

    [Fact]
    public void Reads_an_APA_reference()
    {
        ParsedReference r = _parser.Parse("van Dijk, A. B., Smith-Jones, C., & Qian, D. (2020). An invented trial of nothing in particular. *Surgical endoscopy*, 33(8), 2419–2429. <https://doi.org/10.1007/s00464-019-06784-0>");
        r.Title.ShouldBe("An invented trial of nothing in particular");
        r.Container.ShouldBe("Surgical endoscopy");
        (r.Year, r.Volume, r.Issue, r.Pages).ShouldBe((2020, "33", "8", "2419–2429"));
        r.Identifiers.Doi.ShouldBe("10.1007/s00464-019-06784-0");
        r.Identifiers.Url.ShouldBeNull();
        r.Authors.Select(a => a.Family).ShouldBe(["van Dijk", "Smith-Jones", "Qian"]);
    }

    [Fact]
    public void The_tail_of_NLM_gives_identifiers_and_not_its_own_dates()
    {
        ParsedReference r = _parser.Parse("Hahn R. Sham stimulation of the left elbow. Pain Med. 2017 Sep 7;18(9):1700-1711. doi: 10.1093/pm/pnw999. Epub 2016 Dec 1. PMID: 29990001; PMCID: PMC5550001.");
        (r.Year, r.Volume, r.Pages).ShouldBe((2017, "18", "1700-1711"));
        (r.Identifiers.Pmid, r.Identifiers.Pmcid).ShouldBe(("29990001", "PMC5550001"));
    }

    [Fact]
    public void A_web_page_has_an_access_date_that_is_not_its_year()
    {
        ParsedReference r = _parser.Parse("American Heart Association. About imaginary valves. Available at: https://www.heart.org/en/valves. Accessed June 5, 2023.");
        r.Year.ShouldBeNull();
        r.AccessedDate!.Value.ToString().ShouldBe("2023-06-05");
        r.Identifiers.Url.ShouldBe("https://www.heart.org/en/valves");
        r.Title.ShouldBe("About imaginary valves");
        r.Kind.ShouldBe(CitationKind.Website);
    }

    [Theory]
    [InlineData("doi:10.1016/ j.gim.2022.11.004", "10.1016/j.gim.2022.11.004")]
    [InlineData("doi: 10.1038/s41398-022-\n01847-8.", "10.1038/s41398-022-01847-8")]
    [InlineData("https://doi.org/10.4103/jcrt.JCRT\\_403\\_19", "10.4103/jcrt.JCRT_403_19")]
    [InlineData("Doi: 10.1016/s1474-4422(18)30024-3.", "10.1016/s1474-4422(18)30024-3")]
    [InlineData("(doi:10.1002/hep.29098).", "10.1002/hep.29098")]
    [InlineData("[https://doi.org/10.1002/hep.29098](https://doi.org/10.1002/hep.29098)", "10.1002/hep.29098")]
    public void A_DOI_is_whole_and_bare(string printed, string doi) =>
        _parser.Parse("Roe J. A title. Gut. 2018;1:2-3. " + printed).Identifiers.Doi.ShouldBe(doi);

    [Fact]
    public void An_address_broken_over_lines_is_whole_again() =>
        _parser.Parse("Some Society. Advice. https://www.example.org/clinical/clinical-\nguidance/practice-\nadvisory/one. Published May 2020.").Identifiers.Url
            .ShouldBe("https://www.example.org/clinical/clinical-guidance/practice-advisory/one");

    [Theory]
    [InlineData("ClinicalTrials.gov. NCT01442324: Pilot study of nothing. March 2012.", CitationKind.Trial)]
    [InlineData("Centers for Medicare & Medicaid Services. National Coverage Determination (NCD) for Imaginary Tests (90.2). Effective 01/27/2020.", CitationKind.CoverageDetermination)]
    [InlineData("U.S. Food and Drug Administration (FDA). Gadget. 510(k) K123456. May 5, 2012.", CitationKind.DeviceClearance)]
    [InlineData("National Comprehensive Cancer Network (NCCN). NCCN Clinical Practice Guidelines in Oncology: Colon Cancer. Version 3.2024.", CitationKind.Guideline)]
    public void Kinds_show_in_the_words(string text, CitationKind kind) => _parser.Parse(text).Kind.ShouldBe(kind);

    [Fact]
    public void A_bracket_that_does_not_close_ends_the_title() =>
        _parser.Parse("The NCCN Invented Disease Clinical Practice Guidelines in Oncology (version 1.2025 – June 3, 2025). © 2025 National Comprehensive Cancer Network. Available at: http://www.nccn.org.")
            .Title.ShouldBe("The NCCN Invented Disease Clinical Practice Guidelines in Oncology");

    [Fact]
    public void What_breaks_off_says_so() => _parser.Parse("Marbury RC,").Unread.ShouldBe(UnreadReason.Truncated);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("((((((((((((((((((((((((")]
    [InlineData("10./ https:// doi: PMID")]
    public void Odd_input_is_read_without_complaint(string text) => _parser.Parse(text).Title.ShouldBeNull();

    [Fact]
    public void A_very_long_line_takes_no_longer_than_its_length() =>
        _parser.Parse(string.Concat(Enumerable.Repeat("https://www.example.org/a- ", 20_000))).Kind.ShouldBe(CitationKind.Website);

    [Theory]
    [InlineData("Roe J, Doe A. An invented screening study of blood cells. Mol Oncol. Nov2015; 9(9): 1773-82.", "An invented screening study of blood cells", "Mol Oncol", 2015)]
    [InlineData("Roe J, Doe A. Invented variants and nothing else. Tumour biology : the journal of an imaginary society. 2013;34(6):3437-41.", "Invented variants and nothing else", "Tumour biology : the journal of an imaginary society", 2013)]
    [InlineData("Roe J, Doe A, et al. Imaginary loops and age of onset. Mitochondrial DNA Part A, DNA mapping, sequencing, and analysis. 2016;27(5):3082-5. PMID: 29990001", "Imaginary loops and age of onset", "Mitochondrial DNA Part A, DNA mapping, sequencing, and analysis", 2016)]
    [InlineData("Roe, B. M. et al. Markers of an invented therapy in responders. J. Immunother. Cancer 2024; 12: e008436.", "Markers of an invented therapy in responders", "J. Immunother. Cancer", 2024)]
    [InlineData("Roe J, Doe A, et al.; IMAGINE Trial Team. Assessment of invented markers in nodules. Chest. 2018;154(3):491-500.", "Assessment of invented markers in nodules", "Chest", 2018)]
    [InlineData("[No authors listed]. Invented position statement: nothing at all. Gut. 2001;120(6):1522-5.", "Invented position statement: nothing at all", "Gut", 2001)]
    [InlineData("American College of Widgetry. 1997 Update of the 1982 Revised Criteria for Widgets. Available at: https://www.example.org/w.", "1997 Update of the 1982 Revised Criteria for Widgets", null, null)]
    [InlineData("Invented Gene Analysis Coding Notes. (2019, Jan 01). Retrieved Oct 8, 2019, from Centers for Medicare and Medicaid Services.", "Invented Gene Analysis Coding Notes", "Centers for Medicare and Medicaid Services", 2019)]
    [InlineData("Roe MP, Doe HH, Poe RA, et al., editors. GeneReviews® [Internet]. Seattle (WA): University of Washington, Seattle; 1993-2024. Available from: https://www.ncbi.nlm.nih.gov/books/NBK1116/", "GeneReviews®", null, 1993)]
    [InlineData("MedlinePlus [Internet]. Bethesda (MD): National Library of Medicine (US). Available from: https://medlineplus.gov/genetics/", "MedlinePlus", null, null)]
    [InlineData("MedlinePlus [Internet]. Bethesda (MD): National Library of Medicine (US); [updated 2023 Oct 12]. Widget disease; [updated 2019 May 1]; [about 5 p.]. Available from: https://medlineplus.gov/widget/", "Widget disease", "MedlinePlus", 2023)]
    [InlineData("Roe WB, Doe XY, et al. SPINK1, PRSS1, CTRC, and CFTR variants in an invented disease. Am J Gastroenterol. 2018;113(10):1523-4.", "SPINK1, PRSS1, CTRC, and CFTR variants in an invented disease", "Am J Gastroenterol", 2018)]
    [InlineData("American College of Widgetry. Lupus (updated February 2021). Available at: https://www.example.gov/widgets. Accessed on May 21, 2024.", "Lupus", null, 2021)]
    [InlineData("Roe J, Doe A. A panel of markers can reduce unnecessary widgets: data from a study in Aarhus, Denmark. Eur Urol. 2012;61(2):1-9.", "A panel of markers can reduce unnecessary widgets: data from a study in Aarhus, Denmark", "Eur Urol", 2012)]
    [InlineData("Roe TB, Doe EE. Invented retinitis of the widget. In:StatPearls. Treasure Island (FL): StatPearls Publishing; August 8, 2022.", "Invented retinitis of the widget", "StatPearls", 2022)]
    [InlineData("Roe J. A title of some length. Gut. 2018;1(2):3-4. Referenced with permission. To view the most recent version of the guideline, visit www.example.org.", "A title of some length", "Gut", 2018)]
    public void Titles_and_containers_end_where_they_end(string text, string title, string? container, int? year)
    {
        ParsedReference r = _parser.Parse(text);
        (r.Title, r.Container, r.Year).ShouldBe((title, container, year));
    }

    [Fact]
    public void Pieces_of_an_address_are_no_container() =>
        _parser.Parse("(2019). Retrieved Sep 19, 2019, from Hayes, Inc.: https://evidence.example.com/search?q=%257B%2522phrase%2522:%2522Invented%2520gene%2522,%25 22style%2522:%2522PHRASE%2522,%2522size%2522:10,%2522page%2522:1,%2522tot")
            .Container.ShouldNotBe("22style%2522:%2522PHRASE%2522,%2522size%2522:10,%2522page%2522:1,%2522tot");

    [Fact]
    public void A_committee_and_its_dates_are_read_whole() =>
        _parser.Parse("Blue Cross and Blue Shield of Somewhere Surgery Liaison Committee, August 2014; August 2015, July 2021").Unread.ShouldBeNull();

    [Fact]
    public void A_number_of_the_publisher_is_no_volume()
    {
        ParsedReference r = _parser.Parse("Okafor BN, Lindgren T, et al. Plasma from made-up patients. J Thorac Oncol. 2019 Jan 18. pii: S1556-0864(19)99999-9.");
        (r.Container, r.Year, r.Volume, r.Pages).ShouldBe(("J Thorac Oncol", 2019, null, null));
    }

    [Theory]
    [InlineData("Abou–Nasser MY, Roe J. Widgets of the elbow. Front Med (Lausanne). 2020;7:588.", "Abou–Nasser MY; Roe J")]
    [InlineData("Roe CH, 3rd, Doe TM, et al. Widgets of the elbow. Cancers (Basel). 2021;13(14).", "Roe CH 3rd; Doe TM")]
    [InlineData("Roe J, Zhu J', Doe MN. Widgets of the elbow. Pain Med. 2022;23(3):183-194.", "Roe J; Zhu J; Doe MN")]
    public void Names_with_dashes_generations_and_stray_marks_are_names(string reference, string names) =>
        string.Join("; ", _parser.Parse(reference).Authors.Where(a => a.Literal is null).Select(a => $"{a.Family} {a.Given}")).ShouldBe(names);

    [Fact]
    public void A_prime_ends_no_title() =>
        _parser.Parse("Okafor, B. N., & Lindgren, T. (2009). Silencing of one gene due to deletion of the 3' exons of ABCDE1. Nat Genet, 41(1), 112-117.").Title.ShouldBe("Silencing of one gene due to deletion of the 3' exons of ABCDE1");

    [Fact]
    public void A_journal_with_stops_begins_where_its_first_word_does()
    {
        ParsedReference r = _parser.Parse("Okafor, B. et al. Preliminary results of widgets in adults. Am. J. Neuroradiol. 2024;45, 1135–1140.");
        (r.Title, r.Container).ShouldBe(("Preliminary results of widgets in adults", "Am. J. Neuroradiol"));
    }

    [Fact]
    public void A_committee_with_an_address_is_named_once()
    {
        ParsedReference r = _parser.Parse("Practice Committee of the Widget Society. Electronic address: office@widgets.example; Practice Committee of the Widget Society. Optimizing widgets: a committee opinion. Fertil Steril. 2017;107(1):52-58.");
        r.Title.ShouldBe("Optimizing widgets: a committee opinion");
        r.Authors.ShouldHaveSingleItem().Literal.ShouldBe("Practice Committee of the Widget Society");
    }

    [Fact]
    public void The_version_of_a_guideline_tells_its_year()
    {
        ParsedReference r = _parser.Parse("National Comprehensive Cancer Network (NCCN). Clinical Practice Guidelines in Oncology Hairy Widgets v2.2026");
        (r.Title, r.Year).ShouldBe(("Clinical Practice Guidelines in Oncology Hairy Widgets v2.2026", 2026));
    }

    [Fact]
    public void Days_between_a_month_and_its_year_are_no_volume()
    {
        ParsedReference r = _parser.Parse("National Widget Agency (NWA). Widgets of the elbow. NWA Consensus Development Conference Statement. Bethesda, MD: NWA; June 28 - 30, 2004.");
        (r.Year, r.Volume, r.Pages).ShouldBe((2004, null, null));
    }

    [Theory]
    [InlineData("Rojas CH, Roe K. Benefits, Harms, and Use of Widgets for Preventing Made-up Degeneration. Pain Med. 2017;51(3):264-70.", "Benefits, Harms, and Use of Widgets for Preventing Made-up Degeneration")]
    [InlineData("Committee Opinion No. 999 Summary: Widgets for Imaginary Conditions. Obstet Gynecol. 2017;129(3):597-599.", "Committee Opinion No. 999 Summary: Widgets for Imaginary Conditions")]
    [InlineData("Skokou M, Karam K, et al.; Consortium of the WIDGET study in Arcadia. Clinical use of preemptive widgets in psychiatry. EBioMedicine. 2024 Mar;101:105.", "Clinical use of preemptive widgets in psychiatry")]
    public void A_title_begins_where_the_names_end(string reference, string title) => _parser.Parse(reference).Title.ShouldBe(title);

    [Theory]
    [InlineData("Flax CJ, Roe RA. Preferred Widget Pattern. Ophthalmology. 2020;127(1):P1-P65.", "127", "P1-P65")]
    [InlineData("Burke W. Widgets: validity and utility. Curr Protoc Hum Genet. 2014;81:9.15.1-9.15.8.", "81", "9.15.1-9.15.8")]
    [InlineData("Ross LF, Roe HM. Policy issues in widgets for children [published correction appears in Genet Med. 2013;15(4):321]. Genet Med. 2013;15(3):234-245.", "15", "234-245")]
    public void Pages_are_those_of_the_work(string reference, string volume, string pages)
    {
        ParsedReference r = _parser.Parse(reference);
        (r.Volume, r.Pages).ShouldBe((volume, pages));
    }

    [Fact]
    public void An_office_of_the_owner_is_no_title() =>
        _parser.Parse("U.S. Dept of Health and Human Services. Office of Widget Health. Elbows (updated February 2021). Available at: https://www.example.gov/elbows. Accessed on May 21, 2024.").Title.ShouldBe("Elbows");
}
