using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;

namespace Ingest.Extractors.Tests.Identity;

public class NumberFormTests
{
    [Theory]
    [InlineData("MEDICAL POLICY – 1.01.530", "1.01.530")]
    [InlineData("Policy: MP360", "MP360")]
    [InlineData("Clinical Policy No: CG-22", "CG-22")]
    public void A_line_of_kind_and_number_is_the_number(string line, string number)
    {
        SourceSpan? found = PolicyNumberForm.AfterKind(line, new(0, line.Length));
        found.ShouldNotBeNull().Slice(line).ShouldBe(number);
    }

    [Theory]
    [InlineData("Medical Policy: Insulin Pumps")]
    [InlineData("Policy: 12 months of treatment")]
    [InlineData("No. 7 of 12")]
    [InlineData("RELATED MEDICAL POLICIES:")]
    public void Other_lines_are_not(string line) => PolicyNumberForm.AfterKind(line, new(0, line.Length)).ShouldBeNull();
}
