using Ingest.Extractors.Identity;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Identity;

/// <summary>Payers that no directory knows, named by what policies say of them.</summary>
public class UnknownPayerTests
{
    private static string? Payer(string body, PayerDirectory? known = null) => new IdentityExtractor(known ?? PayerDirectory.Empty).Extract(PolicyText.Read($"""
        # Imaging of Bones

        {body}
        """)).Identity.Payer?.Value;

    private static string Policy(string sentence) => "# Policy {Coverage}\n\n" + sentence;

    [Theory]
    [InlineData("Tallgrass Wellness considers imaging unproven. Tallgrass Wellness members may ask for a review.", "Tallgrass Wellness")]
    [InlineData("Tallgrass Health Plan reserves the right to change this text.", "Tallgrass Health Plan")]
    [InlineData("It is the policy of Tallgrass Health Plan® that imaging is covered.", "Tallgrass Health Plan")]
    [InlineData("Tallgrass Blue Shield is a nonprofit independent licensee of the Blue Cross Blue Shield Association.", "Tallgrass Blue Shield")]
    [InlineData("Tallgrass Plains complies with applicable Federal civil rights laws.", "Tallgrass Plains")]
    [InlineData("Tallgrass Healthcare, Inc. © 2025", "Tallgrass Healthcare")]
    [InlineData("Blue Guard of Tallgrass (TGBG) complies with applicable Federal civil rights laws. Send the form to TGBG. TGBG members pay nothing.", "Blue Guard of Tallgrass")]
    public void What_only_a_payer_does_or_has_names_it(string sentence, string payer) => Payer(Policy(sentence)).ShouldBe(payer);

    [Theory]
    [InlineData("OsteoCheck covers 40 genes. OsteoCheck has no rival.")]
    [InlineData("Boneview Diagnostics will provide a report. Boneview Diagnostics requires prior notification.")]
    [InlineData("Boneview Health will provide a report. The test is offered by Boneview Health. Boneview Health has developed two tests; samples are submitted to Boneview Health.")]
    [InlineData("(c) Squamous cell carcinoma plans differ.")]
    [InlineData("Information on all Blue Cross Blue Shield medical policies is on the web.")]
    [InlineData("An Approved Medical Director Committee meets in June.")]
    [InlineData("Tallgrass Fund is named once: imaging approved by Tallgrass Fund is rare.")]
    public void Tests_laboratories_brands_and_committees_are_no_payers(string sentence) => Payer(Policy(sentence)).ShouldBeNull();

    [Fact]
    public void An_insurer_that_considers_is_the_payer() => Payer(Policy("Tallgrass Health Plan considers imaging unproven.")).ShouldBe("Tallgrass Health Plan");

    [Fact]
    public void A_state_is_no_payer() => Payer(Policy("This policy applies to Texas members. Texas considers imaging unproven.")).ShouldBeNull();

    [Fact]
    public void An_insurer_may_close_with_its_name_and_address() =>
        Payer("# References {References}\n\n1. Roe J. One. Gut. 2018;1:2-3.\n\nTallgrass Health Plans, Inc. | 500 Center Ave, Suite 43770, Boise, ID 83702").ShouldBe("Tallgrass Health Plans");

    [Theory]
    [InlineData("TALLGRASS HEALTH PLAN", "TALLGRASS HEALTH PLAN")]
    [InlineData("Tallgrass Mutual Insurance Company", "Tallgrass Mutual Insurance Company")]
    [InlineData("BEHAVIORAL HEALTH", null)]
    public void A_first_line_may_be_the_name_of_an_insurer(string line, string? payer) =>
        new IdentityExtractor(PayerDirectory.Empty).Extract(PolicyText.Read($"{line}\n\n# Imaging of Bones\n\n# Policy {{Coverage}}\n\nImaging is covered.")).Identity.Payer?.Value.ShouldBe(payer);

    [Fact]
    public void A_copyright_line_names_the_payer_below_a_list_of_references_too() =>
        Payer("# References {References}\n\n1. Roe J. One. Gut. 2018;1:2-3.\n\n© 2024 Tallgrass Fund. All rights reserved.").ShouldBe("Tallgrass Fund");

    [Fact]
    public void What_a_policy_is_about_is_no_payer() => Payer("Private Home Health Care Services\n\n# Policy {Coverage}\n\nHome health care is covered.").ShouldBeNull();

    [Fact]
    public void A_letterhead_in_a_grid_names_the_payer() =>
        Payer("Bluestem Community Health Plan|Policy Number: MP-0277\nPolicy Name: Imaging of Bones|Department: UM\n\n# Policy {Coverage}\n\nImaging is covered.").ShouldBe("Bluestem Community Health Plan");

    [Fact]
    public void The_first_company_of_the_scope_publishes() =>
        Payer("SCOPE: Saint Tall Health Plan, Saint Tall Health Assurance, and Saint Tall Partners as applicable\n\n# Policy {Coverage}\n\nImaging is covered.").ShouldBe("Saint Tall Health Plan");

    [Fact]
    public void A_known_name_within_a_longer_one_is_not_the_payer()
    {
        var known = new PayerDirectory([new("grass-health", "Grass Health", [], [])]);
        Payer(Policy("Tall Grass Health reserves the right to change this text. © 2025 Tall Grass Health"), known).ShouldBe("Tall Grass Health");
        Payer(Policy("Grass Health reserves the right to change this text."), known).ShouldBe("Grass Health");
    }

    [Fact]
    public void A_web_address_confirms_the_name_that_it_spells() =>
        Payer("Tallgrass Plains\n\n# Policy {Coverage}\n\nImaging approved by Tallgrass Plains is covered. Tallgrass Plains plans differ; see www.tallgrassplains.com/policies.").ShouldBe("Tallgrass Plains");
}
