using Ingest.Extractors.Definitions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Keywords;
using Ingest.Extractors.Related;
using Ingest.Extractors.Sections;
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
    [InlineData("- Imaging of Joints (CG-RAD-05)", "CG-RAD-05|Imaging of Joints")]
    [InlineData("- Imaging of Joints, Ligaments and Tendons of Adults and Children with Pain of the Shoulder, Elbow, Wrist, Hip, Knee or Ankle, with Plain Films, Ultrasound and Magnetic Resonance (MRI, MRA)",
        "|Imaging of Joints, Ligaments and Tendons of Adults and Children with Pain of the Shoulder, Elbow, Wrist, Hip, Knee or Ankle, with Plain Films, Ultrasound and Magnetic Resonance (MRI, MRA)")]
    public void Items_of_the_section_give_number_and_title(string item, string related) => Related("# Related Policies {Related}\n\n" + item).ShouldBe([related]);

    [Theory]
    [InlineData("Related Policies:|Imaging of Joints of the Hand")]
    [InlineData("Related Policies: Imaging of Joints of the Hand")]
    [InlineData("Related Policies:\n\n- Imaging of Joints of the Hand")]
    public void A_label_outside_such_a_section_lists_them_too(string body) => Related("# Bone Imaging {Identity}\n\n" + body).ShouldBe(["|Imaging of Joints of the Hand"]);

    [Fact]
    public void Links_across_a_page_are_no_list() => Related("# Bone Imaging {Identity}\n\nCoding|Related Policies|Other References Updates").ShouldBeEmpty();

    [Fact]
    public void A_line_may_hold_several_with_numbers() =>
        Related("# Related Policies {Related}\n\nRAD-101 Imaging of Bones; RAD-140 Imaging of Joints; Knee and Hip").ShouldBe(["RAD-101|Imaging of Bones; RAD-140 Imaging of Joints; Knee and Hip"]);

    [Fact]
    public void Semicolons_part_policies_that_each_have_a_number() =>
        Related("# Related Policies {Related}\n\nRAD-101 Imaging of Bones; RAD-140 Imaging of Joints").ShouldBe(["RAD-101|Imaging of Bones", "RAD-140|Imaging of Joints"]);

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

    [Theory]
    [InlineData("A phenocopy is a trait that looks like another.", "phenocopy")]
    [InlineData("An algorithmic test is one that weighs several markers.", "algorithmic test")]
    [InlineData("“Nonunion” means a fracture that has not healed in nine months.", "Nonunion")]
    [InlineData("Bone age refers to the maturity of the skeleton.", "Bone age")]
    [InlineData("Skeletal survey, according to the society, is a set of films.", "Skeletal survey")]
    [InlineData("Bone graft may not be possible in children under two.", "")]
    [InlineData("Bone score: https://www.example.org/bone-score", "")]
    [InlineData("1. Autograft – bone from the same person at another site.", "Autograft")]
    [InlineData("Autograft (also: own graft) = bone from the same person.", "Autograft (also: own graft)")]
    public void Terms_in_sentences_have_no_article_verb_or_mark(string sentence, string term) => string.Join('|', Terms(sentence)).ShouldBe(term);

    [Theory]
    [InlineData("Bone age is the maturity of the skeleton.", "the maturity of the skeleton.")]
    [InlineData("“Bone age” means the maturity of the skeleton.", "the maturity of the skeleton.")]
    [InlineData("Bone age is defined as the maturity of the skeleton.", "the maturity of the skeleton.")]
    [InlineData("Close relatives include parents and siblings of the member.", "include parents and siblings of the member.")]
    public void The_meaning_follows_the_verb(string sentence, string meaning) =>
        new DefinitionExtractor().Extract(PolicyText.Read("# Definitions {Definitions}\n\n" + sentence), PolicyFacts.None).Facts.ShouldHaveSingleItem().Meaning.ShouldBe(meaning);

    [Fact]
    public void Abbreviations_have_short_meanings() => Terms("!Term|Definition\nUS|Ultrasound\nGEM1|Gemma 1\nBMD|Bone density").ShouldBe(["US", "GEM1", "BMD"]);

    [Fact]
    public void Abbreviations_may_stand_in_lines() => Terms("US: Ultrasound.\n\nBA - Bone age.").ShouldBe(["US", "BA"]);

    [Fact]
    public void Terms_in_bold_may_stand_above_their_meanings()
    {
        SectionedPolicy plain = PolicyText.Read("# Definitions {Definitions}\n\n## Bone age {Definitions}\n\nThe maturity of the skeleton.\n\nBone density\n\nThe amount of mineral in bone.");
        int term = plain.Text.IndexOf("Bone density", StringComparison.Ordinal);
        SectionedPolicy policy = plain with { Document = plain.Document with { Styles = [new(new(term, term + 12), TextStyle.Bold)] } };
        new DefinitionExtractor().Extract(policy, PolicyFacts.None).Facts.Select(d => $"{d.Term}|{d.Meaning}")
            .ShouldBe(["Bone age|The maturity of the skeleton.", "Bone density|The amount of mineral in bone."]);
    }

    [Fact]
    public void A_table_of_scores_defines_nothing() => Terms("!Skill|Score\nStand|2\nWalk|1\nJump|0").ShouldBeEmpty();

    [Fact]
    public void A_first_row_of_a_term_is_no_header() => Terms("!Gyroscope|A device that measures turning.\nTremor|Involuntary shaking of a limb.").ShouldBe(["Gyroscope", "Tremor"]);

    [Fact]
    public void Columns_are_known_by_their_headers() =>
        Terms("!Abbreviation|Term|Definition\nBMD|Bone mineral density|The amount of mineral in bone.\nBA|Bone age|The maturity of the skeleton.").ShouldBe(["Bone mineral density", "Bone age"]);

    [Fact]
    public void A_table_under_a_heading_of_its_own_defines_row_by_row() => Terms("""
        ## Kinds of grafts {Definitions}

        !Kind of graft|Definition
        Autograft|Bone from the same person at another site.
        Allograft|Bone from a donor of the same species.
        """).ShouldBe(["Autograft", "Allograft"]);

    [Fact]
    public void What_a_policy_says_it_defines_counts_anywhere() => new DefinitionExtractor().Extract(PolicyText.Read("""
        # Policy {Coverage}

        For the purposes of this policy, conservative care is defined as six weeks of therapy at home. The test is defined as positive above 3.
        """), PolicyFacts.None).Facts.Select(d => d.Term + "|" + d.Meaning).ShouldBe(["conservative care|six weeks of therapy at home."]);

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
