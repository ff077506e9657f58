using Ingest.Extractors.Criteria;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests;

public class CriteriaTimeTests
{
    [Fact]
    public async Task A_criterion_that_counts_relatives_twice_is_read_at_once()
    {
        const string heading = "Policy", lead = "Testing is considered medically necessary when all of the following are met:";
        const string item = "The member has at least two first- or second-degree relatives with a tumor, with at least one of the relatives found by 50 years of age";
        string text = $"{heading}\n\n{lead}\n\n{item}";
        int at = heading.Length + 2, list = at + lead.Length + 2;
        var document = new PolicyDocument
        {
            Text = text, Source = "own", MediaType = "text/plain",
            Blocks = [new HeadingBlock(new(0, heading.Length), 1), new ParagraphBlock(new(at, at + lead.Length)), new ListItemBlock(new(list, text.Length), 0, null, new(list, text.Length))],
        };
        var policy = new SectionedPolicy(document, [.. SectionSplitter.Split(document).Select(s => s with { Kind = SectionKind.Coverage, Confidence = 1 })]);
        Task<int> reading = Task.Run(() =>
        {
            PolicyFacts facts = PolicyFacts.None with { Positions = new PositionExtractor().Extract(policy, PolicyFacts.None).Facts };
            return new CriteriaExtractor().Extract(policy, facts).Facts.Length;
        });
        (await reading.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeGreaterThan(0);
    }
}
