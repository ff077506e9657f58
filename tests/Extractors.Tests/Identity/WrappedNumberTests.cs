using Ingest.Extractors.Identity;
using Ingest.Extractors.Tests.Codes;

namespace Ingest.Extractors.Tests.Identity;

public class WrappedNumberTests
{
    private static PolicyIdentity Read(string head) => new IdentityExtractor(PayerDirectory.Empty)
        .Extract(PolicyText.Read($"{head}\n\n# Description {{Background}}\n\nWords about the imaging of bones and what it is used for.")).Identity;

    [Theory]
    [InlineData("Lakeshore Clinical Policy\n\nBone Imaging\n\nPolicy\n\nNo. 951", "951")]
    [InlineData("Policy: LS951\n\nSection: Medical Policy\n\nSubject: Bone Imaging", "LS951")]
    public void A_label_may_be_wrapped_or_be_of_the_policy_as_a_whole(string head, string number) => Read(head).Number!.Value.ShouldBe(number);

    [Fact]
    public void A_policy_that_is_labelled_with_its_number_has_its_title_elsewhere() =>
        Read("Policy: LS951\n\nSection: Medical Policy\n\nSubject: Bone Imaging").Title!.Value.ShouldBe("Bone Imaging");

    [Theory]
    [InlineData("Lakeshore Clinical Policy\n\nBone Imaging\n\nNo. 951 of our newsletter")]
    [InlineData("Bone Imaging\n\nMembers may call\n\nNo. 951")]
    public void A_number_after_other_words_is_none(string head) => Read(head).Number.ShouldBeNull();
}
