using Ingest.Extractors.Clearances;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Clearances;

public class ClearanceExtractorTests
{
    private static string[] Extract(string source) =>
        [.. new ClearanceExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(c => $"{c.Pathway}|{c.Number}|{c.Device}|{c.ProductCode}|{c.Date}")];

    [Theory]
    [InlineData("In August 2010, the Borealis Cryo System received FDA 510(k) clearance (K101234).", "510(k)|K101234|Borealis Cryo System||2010-08")]
    [InlineData("On April 30, 2014, the FDA approved the Arctica Stimulator under PMA P130008/S004.", "PMA|P130008/S004|Arctica Stimulator||2014-04-30")]
    [InlineData("It is equivalent to the Polar Needle (K080202, product code GEH), cleared by the FDA.", "510(k)|K080202|Polar Needle|GEH|")]
    [InlineData("FDA granted De Novo classification DEN180001 in 2018.", "De Novo|DEN180001|||2018")]
    [InlineData("A humanitarian device exemption was approved by the FDA (H990003).", "HDE|H990003|||")]
    [InlineData("The FDA approved Coldmab under BLA 125514.", "BLA|125514|Coldmab||")]
    public void Reads_what_a_sentence_says(string sentence, string expected) => Extract($"# Regulatory {{Regulatory}}\n\n{sentence}").ShouldBe([expected]);

    [Theory]
    [InlineData("In 2011, the Polar Needle system (Acme) was cleared for marketing by the U.S. Food and Drug Administration through the 510(k) process.", "510(k)||Polar Needle system||2011")]
    [InlineData("On October 27, 2017, the FDA approved Polar Panel for patients with cold feet.", "||Polar Panel||2017-10-27")]
    public void Reads_a_clearance_told_without_its_number(string sentence, string expected) =>
        Extract($"# Regulatory Status {{Regulatory}}\n\n{sentence}").ShouldBe([expected]);

    [Theory]
    [InlineData("In 2011, the FDA approved Coldmab for cold feet.")]
    [InlineData("To date the FDA has not cleared the Polar Needle system (2011).")]
    [InlineData("The Polar Needle system was cleared by the FDA.")]
    [InlineData("In 2011, the Polar Needle system was sold.")]
    public void What_names_no_device_date_or_act_is_none(string sentence) => Extract($"# Regulatory Status {{Regulatory}}\n\n{sentence}").ShouldBeEmpty();

    [Fact]
    public void A_product_code_on_its_own_line_belongs_to_the_section() => Extract("""
        # Regulatory Status {Regulatory}

        In 2011 the Polar Needle was cleared through the 510(k) process (K102329).

        Product Code: OAB
        """).ShouldBe(["510(k)|K102329|Polar Needle|OAB|2011"]);

    [Theory]
    [InlineData("# References {References}\n\n1. FDA. 510(k) summary K101234.")]
    [InlineData("# Regulatory {Regulatory}\n\nFDA: https://www.accessdata.fda.gov/cdrh_docs/pdf10/K102329.pdf")]
    [InlineData("# Evidence {Evidence}\n\nThe variant P200001 was found in H990003 cells.")]
    public void Other_places_and_numbers_are_none(string source) => Extract(source).ShouldBeEmpty();
}
