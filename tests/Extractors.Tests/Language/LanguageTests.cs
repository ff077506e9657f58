using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;

namespace Ingest.Extractors.Tests.Language;

public class SentenceSplitterTests
{
    private static string[] Split(string text) => [.. SentenceSplitter.Split(text, new SourceSpan(0, text.Length)).Select(s => s.Slice(text))];

    [Theory]
    [InlineData("Pumps move fluid. They do it well.", 2)]
    [InlineData("Pumps (e.g. the rotary kind. It is new.) move fluid.", 1)]
    [InlineData("Pumps, e.g. rotary ones, cost approx. 2.5 dollars vs. 3.", 1)]
    [InlineData("A. Pumps are covered when: one; two; three.", 1)]
    [InlineData("I. Pumps are new. II. Fans are old.", 2)]
    [InlineData("Shown by J. B. Smith et al. Then denied.", 1)]
    [InlineData("Shown before.12 The pump works.", 2)]
    [InlineData("Shown in 80%.⁹,¹⁰ The pump works.", 2)]
    [InlineData("Shown before.[9, 10] The pump works.", 2)]
    [InlineData("The U.S. Food and Drug Administration cleared it. Others did not.", 2)]
    [InlineData("An unclosed (bracket does not swallow. The next sentence.", 2)]
    [InlineData("", 0)]
    public void Ends_sentences_where_a_reader_does(string text, int count) => Split(text).Length.ShouldBe(count);

    [Fact]
    public void Keeps_every_word()
    {
        const string text = "One (two. three) four. \"Five six.\" Seven? Eight! Nine";
        string.Concat(Split(text)).Replace(" ", "").ShouldBe(text.Replace(" ", ""));
    }
}

public class ListLabelTests
{
    [Theory]
    [InlineData("A.", "B.", true)]
    [InlineData("i.", "ii.", true)]
    [InlineData("h.", "i.", true)]
    [InlineData("iv)", "v)", true)]
    [InlineData("(1)", "(2)", true)]
    [InlineData("1.1", "1.2", true)]
    [InlineData("1.9", "2.1", false)]
    [InlineData("A.", "2.", false)]
    [InlineData("A.", "B)", false)]
    [InlineData("2.", "1.", false)]
    [InlineData("•", "•", true)]
    [InlineData("•", "o", false)]
    public void Knows_what_comes_next(string before, string label, bool follows) =>
        ListLabel.Parse(label).Follows(ListLabel.Parse(before)).ShouldBe(follows);

    [Theory]
    [InlineData("A.", "A")]
    [InlineData("(iv)", "iv")]
    [InlineData("•", null)]
    public void Names_the_counter(string label, string? name) => ListLabel.Parse(label).Name.ShouldBe(name);
}
