using Ingest.Extractors.Definitions;
using Ingest.Extractors.Keywords;
using Ingest.Extractors.Related;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Related;

public class TermsAndRelatedTests
{
    private static string[] Related(string source) => [.. new RelatedPolicyExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(r => $"{r.Number}|{r.Title}")];

    private static string[] Terms(string body) => [.. new DefinitionExtractor().Extract(PolicyText.Read("# Definitions {Definitions}\n\n" + body), PolicyFacts.None).Facts.Select(d => d.Term)];

    private static string[] Keywords(string source) => [.. new KeywordExtractor().Extract(PolicyText.Read(source), PolicyFacts.None).Facts.Select(k => k.Value)];

    [Theory]
    [InlineData("- Imaging of Joints, 02-40000-23", "02-40000-23|Imaging of Joints")]
    [InlineData("- V.61 - Imaging of Joints for coverage of joints", "V.61|Imaging of Joints")]
    [InlineData("- Imaging of Joints, #016", "016|Imaging of Joints")]
    [InlineData("- Imaging of Joints, Imaging, Policy No. 20", "20|Imaging of Joints")]
    [InlineData("- Cytochrome Variants and VKORC1", "|Cytochrome Variants and VKORC1")]
    public void Items_of_the_section_give_number_and_title(string item, string related) => Related("# Related Policies {Related}\n\n" + item).ShouldBe([related]);

    [Theory]
    [InlineData("None")]
    [InlineData("Coverage Rationale ............ 3")]
    public void Empty_lists_and_contents_name_no_policy(string line) => Related("# Related Policies {Related}\n\n" + line).ShouldBeEmpty();

    [Fact]
    public void A_sentence_may_send_to_a_policy_by_its_number() => Related("""
        # Policy {Coverage}

        Note: Ablation of bone is addressed separately in medical policy 00569. The society's practice bulletin 182 agrees.
        """).ShouldBe(["00569|"]);

    [Fact]
    public void Terms_stand_before_a_colon_or_the_verb() => Terms("""
        First-degree relative: A parent, sibling or child of the member.

        Singleton pregnancy is a pregnancy with one fetus.

        Age 3: Assess items 1 to 8 only.
        """).ShouldBe(["First-degree relative", "Singleton pregnancy"]);

    [Fact]
    public void A_table_of_two_columns_defines_row_by_row() => Terms("!Term|Definition\nPanel|A group of tests that are done together.").ShouldBe(["Panel"]);

    [Fact]
    public void Keywords_are_parted_by_signs_and_remarks_left_out() => Keywords("""
        # Key Words {Keywords}

        Bone scan, imaging (planar, tomographic), BoneView

        Note: the use of product names is illustrative only.
        """).ShouldBe(["Bone scan", "imaging (planar, tomographic)", "BoneView"]);

    [Fact]
    public void A_label_opens_a_list_of_terms() => Keywords("# Other {Other}\n\nIndex terms:\n\nBone scan\n\nBoneView\n\n# References {References}\n\nSmith. Bones.").ShouldBe(["Bone scan", "BoneView"]);
}
