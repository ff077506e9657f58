using Ingest.Extractors.Dates;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Identity;

/// <summary>Heads of policies as American payers lay them out, with invented payers and subjects.</summary>
public class HeaderLayoutTests
{
    private const string Body = "\n\n# Description {Background}\n\nWords about the imaging of bones and what it is used for.";

    private static PolicyIdentity Read(string head) => new IdentityExtractor(PayerDirectory.Empty).Extract(PolicyText.Read(head + Body)).Identity;

    private static string[] Dates(string head) =>
        [.. new PolicyDateExtractor().Extract(PolicyText.Read(head + Body), PolicyFacts.None).Facts.Select(d => $"{d.Kind} {d.Date}")];

    private static string[] Lines(string head) => [.. Read(head).LinesOfBusiness.Select(l => l.Value)];

    [Theory]
    [InlineData("Product(s)")]
    [InlineData("Applies To")]
    [InlineData("Plan Type")]
    [InlineData("Business Segment")]
    public void A_cell_may_label_lines_of_business(string label) => Lines($"Imaging of Bones\n\n{label}|Commercial, Medicaid\nDepartment|Health Services").ShouldBe(["Commercial", "Medicaid"]);

    [Fact]
    public void A_line_of_its_own_heads_a_section() => Lines("Imaging of Bones\n\nProducts\n\nCommercial members may ask for a review").ShouldBeEmpty();

    [Theory]
    [InlineData("Policy No: MM177", "MM177")]
    [InlineData("Policy No: MM177 Last Approval: 03/14/2025", "MM177")]
    [InlineData("Document: CRD.0221", "CRD.0221")]
    [InlineData("11.01.099A Imaging of Bones", "11.01.099A")]
    [InlineData("Medical Policy Number: 07.01.88", "07.01.88")]
    [InlineData("2.04.36 Imaging of Bones", "2.04.36")]
    [InlineData("Medical Policy|01.02.03\nDepartment|Health Services", "01.02.03")]
    [InlineData("Imaging of Bones\n\nMedical Policy|Department\n01.02.03|Health Services", "01.02.03")]
    [InlineData("# Policy 2.04.117 Imaging of Bones", "2.04.117")]
    [InlineData("Guideline CG-RAD-12: Imaging of Bones", "CG-RAD-12")]
    [InlineData("Clinical Criteria Imaging of Bones MP9731\n\nCovered Service: Yes", "MP9731")]
    public void Numbers(string head, string number) => Read(head).Number!.Value.ShouldBe(number);

    [Theory]
    [InlineData("Medical Policy Title Imaging of Bones\n\nPolicy Number 7.01.102", "Imaging of Bones")]
    [InlineData("MEDICAL POLICY Imaging of Bones\n\nMEDICAL POLICY NUMBER: 777", "Imaging of Bones")]
    [InlineData("Imaging of Bones Date of Origin: 04/2004\n\nLast Review Date: 05/28/2025 Effective Date: 06/01/2025\n\nDeveloped By: Medical Criteria Committee", "Imaging of Bones")]
    [InlineData("Tallgrass Clinical Policy\n\nImaging of Bones: Policy No. 332\n\nLast Approval: 02/12/2025", "Imaging of Bones")]
    [InlineData("Tallgrass Health Care\n\na Tall32Health company\n\nMedical Necessity Guidelines:\n\nImaging of Bones\n\nEffective: January 1, 2025", "Imaging of Bones")]
    [InlineData("# Medical Necessity Guidelines: {Coverage}\n\nImaging of Bones\n\nEffective: January 1, 2025\n\nPrior Authorization Required Yes", "Imaging of Bones")]
    [InlineData("11.01.099A Imaging of Bones\n\nOriginal Effective Date: 11/01/2010", "Imaging of Bones")]
    [InlineData("# Tallgrass Family Care\n\n## Clinical Guideline: Imaging of Bones\n\nEffective: 1/1/2025", "Imaging of Bones")]
    [InlineData("# Policy 2.04.117 Imaging of Bones", "Imaging of Bones")]
    [InlineData("Guideline CG-RAD-12: Imaging of Bones", "Imaging of Bones")]
    [InlineData("Title of Policy: Imaging of Bones", "Imaging of Bones")]
    [InlineData("Home > Providers > Policies\n\nImaging of Bones\n\nPolicy #: RAD-004", "Imaging of Bones")]
    [InlineData("MEDICAL POLICY\n\nSPINAL RIBBONS\n\nPolicy # 512", "SPINAL RIBBONS")]
    public void Titles(string head, string title) => Read(head).Title!.Value.ShouldBe(title);

    [Theory]
    [InlineData("Date of Last Revision: 11/24", "Revised 2024-11")]
    [InlineData("Next review: 11.2025", "NextReview 2025-11")]
    [InlineData("Policy Number|SUR 12\nDate of Last Review|12-15-2024", "LastReview 2024-12-15")]
    [InlineData("EFFECTIVE: 07.01.2024 REVISED: 06.11.2024 ORIGINATED: 2011", "Effective 2024-07-01|Revised 2024-06-11|OriginalEffective 2011")]
    [InlineData("Original Date: 9/2019", "OriginalEffective 2019-09")]
    [InlineData("Policy #: 2025-RAD-004 Published: 04/01/2025 Policy Effective: July 1, 2025", "Published 2025-04-01|Effective 2025-07-01")]
    [InlineData("Original Policy Date: July 1, 2019", "OriginalEffective 2019-07-01")]
    [InlineData("Review Dates: 5/21, 5/22, 5/24", "LastReview 2021-05|LastReview 2022-05|LastReview 2024-05")]
    [InlineData("Imaging of Bones Date of Origin: 04/2004", "OriginalEffective 2004-04")]
    [InlineData("Effective: 11.21.24 Revised: 10.02.24", "Effective 2024-11-21|Revised 2024-10-02")]
    [InlineData("Effective with the 3/24 dose of the series", "")]
    [InlineData("Page: 1/12", "")]
    [InlineData("Review Date Revisions Effective Date\n\n05/2024 Annual review: no changes 06/01/2024", "")]
    public void Dates_in_short_forms_follow_their_labels(string head, string dates) => string.Join('|', Dates("Imaging of Bones\n\n" + head)).ShouldBe(dates);

    [Theory]
    [InlineData("Lines of business: [X] Commercial [ ] Medicare Advantage [x] Medicaid [ ] CHIP", "Commercial|Medicaid")]
    [InlineData("Applicable line of business:\n\nCommercial x Medicaid x\n\nMedicare ACA x\n\nCHIP x", "Commercial|Medicaid|ACA|CHIP")]
    [InlineData("Line of Business: ☒ Commercial ☐ Medicare ☒ Medicaid", "Commercial|Medicaid")]
    [InlineData("Applies to:\n\nCommercial Products\n\n☒ Tallgrass Commercial products; 800-555-0100\n\n☐ Prairie Commercial products; 888-555-0101\n\nPublic Plans\n\n☒ Tallgrass Direct (Medicaid)", "Tallgrass Commercial products|Tallgrass Direct (Medicaid)")]
    [InlineData("PLAN PRODUCTS\n\n☒ Commercial ☒ Medicaid/OHP* ☐ Medicare**", "Commercial|Medicaid/OHP")]
    [InlineData("Prior Authorization Required Yes ☒ No ☐", "")]
    [InlineData("Prior Authorization Required Yes ☒ No ☐\n\n☒ Commercial\n\n☐ Medicaid", "Commercial")]
    [InlineData("Lines of Business: Commercial ☑ Medicare ☐ Medicaid ☑", "Commercial|Medicaid")]
    [InlineData("Commercial [x] Medicare Advantage [ ] Medicaid [x]", "Commercial|Medicaid")]
    [InlineData("Lines of business: Commercial, Medicare Advantage", "Commercial|Medicare Advantage")]
    public void Of_marked_lists_only_the_marked_lines_of_business_count(string head, string lines) => string.Join('|', Lines("Imaging of Bones\n\n" + head)).ShouldBe(lines);
}
