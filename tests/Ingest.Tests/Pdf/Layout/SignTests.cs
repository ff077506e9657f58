namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>Signs whose meaning is in where and how they are drawn.</summary>
public class SignTests
{
    /// <summary>The first block of the page, under which a second one makes up for how little text it has.</summary>
    private static string Text(PageSketch page) =>
        new SketchFile(page.Lines(72, 300, "The plan reads every request within five days of its arrival.")).Document().Text.Split("\n\n")[0];

    [Theory]
    [InlineData("Age is > 18 years", "Age is ≥ 18 years")]
    [InlineData("Wall strain of <33% is seen", "Wall strain of ≤33% is seen")]
    public void A_short_rule_under_an_inequality_alone_makes_it_or_equal(string line, string read)
    {
        double x = 72 + (5 * line.AsSpan().IndexOfAny('<', '>'));
        Text(new PageSketch().Text(72, 100, line).Rule(x, 101.2, x + 5, 101.2)).ShouldBe(read);
    }

    [Fact]
    public void An_inequality_in_an_underlined_phrase_stays_what_it_is() =>
        Text(new PageSketch().Text(72, 100, "Age is > 18 years").Rule(107, 101.2, 157, 101.2)).ShouldBe("Age is > 18 years");

    [Fact]
    public void An_underline_in_pieces_is_that_of_the_phrase() =>
        Text(new PageSketch().Text(72, 100, "Age is > 18 years").Rule(107, 101.2, 112, 101.2).Rule(112, 101.2, 157, 101.2)).ShouldBe("Age is > 18 years");

    [Fact]
    public void A_border_below_an_inequality_is_no_underline() =>
        Text(new PageSketch().Text(72, 100, "> 18").Rule(70, 101.5, 300, 101.5)).ShouldBe("> 18");

    [Fact]
    public void Raised_digits_do_not_join_the_number_or_word_before_them() =>
        Text(new PageSketch().Text(72, 100, "A count of 10").Text(137, 96, "9", 6).Text(140, 100, "/L and a dose of 10").Text(235, 96, "-6", 6)
            .Text(243, 100, "mol or a rate").Text(308, 96, "4,7", 6).Text(320, 100, "of 45").Text(345, 96, "8", 6))
            .ShouldBe("A count of 10⁹/L and a dose of 10⁻⁶ mol or a rate⁴,⁷ of 45⁸");

    [Fact]
    public void A_raised_number_in_brackets_is_apart_already() =>
        Text(new PageSketch().Text(72, 100, "as was shown.").Text(137, 96, "[11, 12]", 6).Text(164, 100, "The rest")).ShouldBe("as was shown.[11, 12] The rest");

    [Fact]
    public void A_raised_ordinal_and_a_lowered_digit_stay_as_they_are() =>
        Text(new PageSketch().Text(72, 100, "The 21").Text(102, 96, "st", 6).Text(110, 100, "day of H").Text(150, 102, "2", 6).Text(153, 100, "O intake")).ShouldBe("The 21st day of H2O intake");
}
