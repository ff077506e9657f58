using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Identity;

public class IdentityExtractorTests
{
    private static readonly PayerDirectory Known = new(
    [
        new("lakeshore-health-plan", "Lakeshore Health Plan", ["LHP", "Lakeshore", "lakeshorehealth.org"], [@"\bLS\d{4}\b"]),
        new("lakeshore-health-plan-of-ohio", "Lakeshore Health Plan of Ohio", [], []),
    ]);

    private static PolicyIdentity Read(string source, PayerDirectory? payers = null) => Read(PolicyText.Read(source), payers);

    private static PolicyIdentity Read(SectionedPolicy policy, PayerDirectory? payers = null) =>
        new IdentityExtractor(payers ?? PayerDirectory.Empty).Extract(policy).Identity;

    private static SectionedPolicy WithFurniture(string source, params string[] furniture)
    {
        SectionedPolicy policy = PolicyText.Read(source);
        PolicyDocument document = policy.Document;
        foreach (string line in furniture)
        {
            int start = document.Text.Length + 2;
            document = document with
            {
                Text = document.Text + "\n\n" + line,
                Blocks = document.Blocks.Add(new FurnitureBlock(new(start, start + line.Length), FurnitureKind.Footer)),
            };
        }
        return policy with { Document = document };
    }

    [Theory]
    [InlineData("Policy Number: MP-4.021", "MP-4.021")]
    [InlineData("Policy # 00612", "00612")]
    [InlineData("Medical Policy No. 52", "52")]
    [InlineData("Number: 0561", "0561")]
    [InlineData("Reference Number: XY.CP.MP.38", "XY.CP.MP.38")]
    [InlineData("Policy Number: AHS – M2999", "AHS-M2999")]
    [InlineData("Policy Number: LABORATORY 032.4", "LABORATORY 032.4")]
    [InlineData("Coverage Policy Number.......... IP9999", "IP9999")]
    [InlineData("Genetic Services, Policy No. 07", "07")]
    [InlineData("Policy Number: 2025T9586P Effective Date: January 1, 2025", "2025T9586P")]
    public void A_label_tells_the_number(string line, string number) =>
        Read($"# Bone Imaging\n\n{line}\n\n# Description {{Background}}\n\nWords about the imaging of bones and what it is used for.").Number!.Value.ShouldBe(number);

    [Theory]
    [InlineData("Policy Number:\n\nEffective: 8/1/2020")]
    [InlineData("Member services: 1-800-555-0199")]
    [InlineData("Prior Policy Number: MP-1.001")]
    [InlineData("BCBSA Reference Number: 2.04.142")]
    public void Nothing_else_is_taken_for_the_number(string lines) =>
        Read($"# Bone Imaging\n\n{lines}\n\n# Description {{Background}}\n\nWords about the imaging of bones and what it is used for.").Number.ShouldBeNull();

    [Fact]
    public void A_grid_may_have_its_labels_above_the_values()
    {
        PolicyIdentity identity = Read("""
            Policy Title:|Policy Number:
            Imaging of the Spine|RAD-113

            # Description {Background}

            Words about the imaging of the spine and what it is used for.
            """);
        identity.Number!.Value.ShouldBe("RAD-113");
        identity.Title!.Value.ShouldBe("Imaging of the Spine");
    }

    [Fact]
    public void A_number_merged_with_the_name_is_parted_from_it()
    {
        PolicyIdentity identity = Read("Policy Name: Imaging: Bones of the Hand MP9512\n\n# Description {Background}\n\nWords about the imaging of hands and what it is used for.");
        identity.Number!.Value.ShouldBe("MP9512");
        identity.Title!.Value.ShouldBe("Imaging: Bones of the Hand");
    }

    [Fact]
    public void A_number_alone_heads_the_document() =>
        Read("02-41234-26\n\nSubject: Bone Imaging\n\n# Description {Background}\n\nWords about the imaging of bones and what it is used for.").Number!.Value.ShouldBe("02-41234-26");

    [Fact]
    public void The_kind_of_document_is_no_title() =>
        Read("# Medical Policy\n\n# Imaging of Small Joints\n\n# Description {Background}\n\nWords about the imaging of joints and what it is used for.").Title!.Value.ShouldBe("Imaging of Small Joints");

    [Theory]
    [InlineData("Copyright © 2025 Lakeland Mutual Health Plan, Inc. All rights reserved.", "Lakeland Mutual Health Plan")]
    [InlineData("Blue Cross of Lakeland is an independent licensee of the Blue Cross and Blue Shield Association.", "Blue Cross of Lakeland")]
    [InlineData("This applies to health benefit plans administered by Lakeland Health Partners.", "Lakeland Health Partners")]
    public void A_payer_nobody_listed_names_itself(string notice, string payer)
    {
        PolicyIdentity identity = Read($"# Bone Imaging\n\nWords.\n\n# Notice {{Notice}}\n\n{notice}");
        identity.Payer!.Value.ShouldBe(payer);
        identity.PayerSlug.ShouldBe(string.Join('-', payer.ToLowerInvariant().Split(' ')));
    }

    [Fact]
    public void Owners_of_code_sets_and_products_are_no_payers() =>
        Read("# Bone Imaging\n\nWords.\n\n# Notice {Notice}\n\n© 2024 American Medical Association. BoneScan does not detect cysts.").Payer.ShouldBeNull();

    [Fact]
    public void A_directory_makes_the_name_canonical_by_alias_and_web_address()
    {
        Read("# Bone Imaging\n\nLHP considers bone imaging medically necessary.", Known).Payer!.Value.ShouldBe("Lakeshore Health Plan");
        PolicyIdentity byAddress = Read(WithFurniture("# Bone Imaging\n\nWords.", "https://www.lakeshorehealth.org/policies/12 3/9"), Known);
        byAddress.PayerSlug.ShouldBe("lakeshore-health-plan");
    }

    [Fact]
    public void Other_payers_in_the_references_do_not_count() =>
        Read("# Bone Imaging\n\nWords.\n\n# References {References}\n\nLakeshore Health Plan. Imaging of bones. www.lakeshorehealth.org. Accessed 2024.", Known).Payer.ShouldBeNull();

    [Fact]
    public void Of_ticked_lists_only_what_is_ticked_is_in_scope()
    {
        PolicyIdentity identity = Read("LOB(s): ☒ Commercial ☐ Medicare ☒ Medicaid\n\nState(s): ☒ Idaho ☐ Oregon\n\n# Bone Imaging\n\nWords.");
        identity.LinesOfBusiness.Select(l => l.Value).ShouldBe(["Commercial", "Medicaid"]);
        identity.States.Select(s => s.Value).ShouldBe(["Idaho"]);
    }

    [Fact]
    public void Every_value_slices_to_what_is_printed()
    {
        SectionedPolicy policy = PolicyText.Read("Policy Number: RAD-113\n\nSubject: Imaging of the Spine\n\nCategory: Radiology\n\n# Description {Background}\n\nWords about the imaging of the spine.");
        PolicyIdentity identity = Read(policy);
        policy.Document.Slice(identity.Number!.Span).ShouldBe("RAD-113");
        policy.Document.Slice(identity.Title!.Span).ShouldBe("Imaging of the Spine");
        policy.Document.Slice(identity.Category!.Span).ShouldBe("Radiology");
    }
}
