using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Tests.Codes;

public class CodeScannerTests
{
    private static string[] Find(string text, CodeSystem? expected = null) =>
        [.. CodeScanner.Find(text, new SourceSpan(0, text.Length), expected)
            .Select(m => $"{ContractName.Of(m.System)} {m.Code}{(m.CodeEnd is null ? "" : "-" + m.CodeEnd)}{(m.IsWildcard ? "*" : "")}")];

    [Theory]
    [InlineData("81408", "CPT 81408")]
    [InlineData("00104 anesthesia", "CPT 00104")]
    [InlineData("0001F", "CPT 0001F")]
    [InlineData("3044F", "CPT 3044F")]
    [InlineData("0600T", "CPT 0600T")]
    [InlineData("0001U", "CPT 0001U")]
    [InlineData("0488u", "CPT 0488U")]
    [InlineData("0001M", "CPT 0001M")]
    [InlineData("J9035", "HCPCS J9035")]
    [InlineData("S3865*", "HCPCS S3865")]
    [InlineData("*89290", "CPT 89290")]
    [InlineData("D0120", "CDT D0120")]
    [InlineData("Z36.0", "ICD-10-CM Z36.0")]
    [InlineData("M1A.0XX0", "ICD-10-CM M1A.0XX0")]
    [InlineData("T46.6X1A", "ICD-10-CM T46.6X1A")]
    [InlineData("C7A.090", "ICD-10-CM C7A.090")]
    public void Knows_the_form_of_each_code_set(string text, string expected) => Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("81400-81408", "CPT 81400-81408")]
    [InlineData("81161 – 81479", "CPT 81161-81479")]
    [InlineData("86828 through 86829", "CPT 86828-86829")]
    [InlineData("81105 –\n81112", "CPT 81105-81112")]
    [InlineData("D37.01 through D48.9", "ICD-10-CM D37.01-D48.9")]
    [InlineData("Z85.3-Z85.4", "ICD-10-CM Z85.3-Z85.4")]
    [InlineData("Q87.40-\nQ87.43", "ICD-10-CM Q87.40-Q87.43")]
    [InlineData("0070U-0076U", "CPT 0070U-0076U")]
    [InlineData("J0120 to J0130", "HCPCS J0120-J0130")]
    [InlineData("81261-64", "CPT 81261-81264")]
    [InlineData("81340-342", "CPT 81340-81342")]
    public void A_range_is_one_mention(string text, string expected) => Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("0001U, 0002U", "CPT 0001U", "CPT 0002U")]
    [InlineData("81420,81507,0327U", "CPT 81420", "CPT 81507", "CPT 0327U")]
    [InlineData("81243/81244", "CPT 81243", "CPT 81244")]
    [InlineData("tests (81408, 81479) or panels (81406)", "CPT 81408", "CPT 81479", "CPT 81406")]
    [InlineData("81218, 81261-64, 81402", "CPT 81218", "CPT 81261-81264", "CPT 81402")]
    [InlineData("81408 - 10 exons", "CPT 81408")]
    public void Lists_are_taken_apart(string text, params string[] expected) => Find(text).ShouldBe(expected);

    [Theory]
    [InlineData("ICD-10-CM codes: E119, E1165, Z34", "ICD-10-CM E119", "ICD-10-CM E1165", "ICD-10-CM Z34")]
    [InlineData("HCPCS E1165", "HCPCS E1165")]
    [InlineData("Diagnosis codes O09, Q90-Q99", "ICD-10-CM O09", "ICD-10-CM Q90-Q99")]
    [InlineData("ICD-10-PCS 0DTJ4ZZ", "ICD-10-PCS 0DTJ4ZZ")]
    [InlineData("Revenue codes 0300, 0310-0312", "REV 0300", "REV 0310-0312")]
    [InlineData("MS-DRG 470", "MS-DRG 470")]
    [InlineData("NDC 50242-0060-01", "NDC 50242-0060-01")]
    [InlineData("G9143 with modifier “Q0”, 26 or TC", "HCPCS G9143", "MODIFIER Q0", "MODIFIER 26", "MODIFIER TC")]
    public void A_label_decides_what_the_form_leaves_open(string text, params string[] expected) => Find(text).ShouldBe(expected);

    [Theory]
    [InlineData("0W9G3ZZ", true)]
    [InlineData("30233N1", false)]
    [InlineData("2024T0586O", false)]
    [InlineData("BLANKEZ", false)]
    public void Procedure_codes_of_speaking_form_need_no_label(string token, bool found) =>
        CodeScanner.Find(token, new SourceSpan(0, token.Length)).Any(m => m.System == CodeSystem.Icd10Pcs).ShouldBe(found);

    [Fact]
    public void A_label_holds_to_the_end_of_its_sentence() =>
        Find("Use ICD-10 code Z34. Group B12 has HCPCS A4253 and E1165. E1165 again.").ShouldBe(
            ["ICD-10-CM Z34", "HCPCS A4253", "HCPCS E1165", "HCPCS E1165"]);

    [Fact]
    public void A_heading_names_the_system_for_a_whole_column() =>
        Find("O09, O28 G10 E1165", CodeSystem.Icd10Cm).ShouldBe(["ICD-10-CM O09", "ICD-10-CM O28", "ICD-10-CM G10", "ICD-10-CM E1165"]);

    [Theory]
    [InlineData("C50.x", "ICD-10-CM C50*")]
    [InlineData("I71.0x", "ICD-10-CM I71.0*")]
    [InlineData("C50.-", "ICD-10-CM C50*")]
    public void Open_places_are_told(string text, string expected) => Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("in 2024, effective 2025-01-01")]
    [InlineData("call 1-800-555-1212 or (602) 864-4823")]
    [InlineData("Springfield, AZ 85002-3466")]
    [InlineData("Bluffton, SC 29910 (800) 918-8924")]
    [InlineData("Washington, D.C. 20201")]
    [InlineData("PMID: 36495481 and PMID 81408")]
    [InlineData("2015;5:16233. doi: 10.1038/srep81408")]
    [InlineData("J Ther 21(42), 12003–12021")]
    [InlineData("https://example.org/81408/J9035?x=81479")]
    [InlineData("policy 02-40000-26, 09-J1000-78 and LAB.00011")]
    [InlineData("Policy # 00220, medical policy 00569")]
    [InlineData("P.O. Box 13466")]
    [InlineData("$10000 and n=22843; 22843 (89.3%) women; 12345 patients")]
    [InlineData("law 627.42393")]
    [InlineData("S0015-0282(07)00211-7, R1500-CL-17100")]
    [InlineData("vitamin B12, C5, T21, HLA-B27, G10, L858R, 50 mg")]
    [InlineData("NCT04972097, K102329, P160035, L35025, A56867")]
    [InlineData("O1142.2.docx 2024T0586O")]
    [InlineData("02033")]
    [InlineData("Room 509F, 4100F8")]
    public void Other_numbers_are_no_codes(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void Spans_start_with_the_code_as_printed()
    {
        const string text = "see 81161 – 81479 and Z36.0";
        foreach (CodeMention mention in CodeScanner.Find(text, new SourceSpan(0, text.Length)))
        {
            mention.Span.Slice(text).ShouldStartWith(mention.Code);
            if (mention.CodeEnd is { } end) mention.Span.Slice(text).ShouldEndWith(end);
        }
    }
}
