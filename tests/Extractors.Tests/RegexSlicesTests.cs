using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Tests;

public class RegexSlicesTests
{
    [Fact]
    public void Looks_behind_the_start_and_stops_at_the_end()
    {
        const string text = "12 34 56 78";
        new Regex(@"\b\d+").EnumerateSlice(text, new SourceSpan(1, 8)).Select(m => m.Value).ShouldBe(["34", "56"]);
    }

    [Fact]
    public void A_match_that_would_run_on_is_cut_at_the_end() =>
        new Regex(@"\b\d+(?: \d+)*").EnumerateSlice("12 34 56 78", new SourceSpan(3, 8)).Select(m => m.Value).ShouldBe(["34 56"]);

    [Fact]
    public void A_rare_pattern_costs_by_the_span()
    {
        // 40,000 lines searched for what none has: a search to the end of the text from every line would read 16 GB.
        string text = string.Concat(Enumerable.Repeat("nothing to be found\n", 40_000));
        var rare = new Regex("[0-9]{5}");
        for (int line = 0; line < 40_000; line++) rare.EnumerateSlice(text, new SourceSpan(line * 20, (line + 1) * 20)).ShouldBeEmpty();
    }
}
