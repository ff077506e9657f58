using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Tests.Conformance;

/// <summary>
/// What every extractor owes its callers. A new kind of fact subclasses this with an example; the laws then hold for it too: facts
/// slice back to their source, the same document gives the same facts, and any text gives an outcome.
/// </summary>
public abstract class ExtractorConformanceTests<T>
    where T : IFact
{
    private const int Seed = 20261121;

    /// <summary>A policy in <see cref="PolicyNotation"/> that states such facts.</summary>
    protected abstract string Example { get; }

    /// <summary>What <see cref="Describe"/> says of the facts of the example, in order.</summary>
    protected abstract string[] Expected { get; }

    protected abstract IFactExtractor<T> Extractor { get; }

    /// <summary>A fact in a few words, for <see cref="Expected"/>.</summary>
    protected abstract string Describe(T fact);

    /// <summary>The earlier facts that the extractor needs.</summary>
    protected virtual PolicyFacts SoFar(SectionedPolicy policy) => PolicyFacts.None;

    private T[] Facts(SectionedPolicy policy) => [.. Extractor.Extract(policy, SoFar(policy)).Facts];

    [Fact]
    public void The_example_is_understood() => Facts(PolicyNotation.Policy(Example)).Select(Describe).ShouldBe(Expected);

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        var document = new PolicyDocument { Text = "", Blocks = [], Source = "test", MediaType = "text/plain" };
        Facts(new SectionedPolicy(document, SectionSplitter.Split(document))).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_document_gives_the_same_facts()
    {
        SectionedPolicy policy = PolicyNotation.Policy(Example);
        Facts(policy).Select(f => (Describe(f), f.Span)).ShouldBe(Facts(policy).Select(f => (Describe(f), f.Span)));
    }

    [Fact]
    public void Facts_lie_in_the_text() => Lie(PolicyNotation.Policy(Example));

    /// <summary>Lines of the example in any order, cut and mixed with odd characters: the outcome may be nothing, never a fault.</summary>
    [Fact]
    public void Any_text_gives_an_outcome()
    {
        var random = new Random(Seed);
        string[] lines = Example.ReplaceLineEndings("\n").Split('\n');
        string[] odd = ["", "…", "(((", ")", "\u00AD", "1.", "¶¶", "A. ", ":", "\ud83d\ude00", "0", "99999999999", "1/1/0000", "and/or", "\"", "NCT", "doi:", "- "];
        for (int round = 0; round < 60; round++)
        {
            string text = string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
            {
                string line = lines[random.Next(lines.Length)];
                int cut = random.Next(line.Length + 1);
                return random.Next(3) switch { 0 => line, 1 => line[..cut] + odd[random.Next(odd.Length)], _ => odd[random.Next(odd.Length)] + line[cut..] };
            }));
            Lie(PolicyNotation.Policy(text));
        }
    }

    private void Lie(SectionedPolicy policy)
    {
        foreach (T fact in Facts(policy))
        {
            fact.Span.Start.ShouldBeInRange(0, policy.Text.Length, policy.Text);
            fact.Span.End.ShouldBeInRange(fact.Span.Start + 1, policy.Text.Length, policy.Text);
        }
    }
}
