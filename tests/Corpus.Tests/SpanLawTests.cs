using Ingest.Extractors;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Sections;

namespace Ingest.Corpus.Tests;

/// <summary>The law of spans, for every block and fact of every document of the corpus in every format.</summary>
public class SpanLawTests
{
    public static TheoryData<string> Documents => [.. CorpusFiles.Policies.Concat(CorpusFiles.Renditions)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Blocks_are_in_order_apart_and_in_range(string file)
    {
        PolicyDocument document = ReadPolicy.Of(file).Policy.Document;
        int end = 0;
        bool furniture = false;
        foreach (Block block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end, $"{file}: {block}");
            block.Span.End.ShouldBeGreaterThan(block.Span.Start, $"{file}: {block}");
            block.Span.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
            end = block.Span.End;
            if (block is TableBlock table) CellsAreNested(document, table);
            furniture |= block is FurnitureBlock;
            (block is FurnitureBlock).ShouldBe(furniture, $"{file}: furniture stands after the flow, {block} does not");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Sections_tile_the_flow_and_nest(string file)
    {
        SectionedPolicy policy = ReadPolicy.Of(file).Policy;
        int end = 0;
        foreach (Section section in policy.Sections)
        {
            section.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = section.Span.End;
            if (section.HeadingSpan is { } heading) section.Span.Contains(heading).ShouldBeTrue($"{file}: {section}");
            if (section.Parent is { } parent) parent.ShouldBeLessThan(section.Ordinal);
            section.Confidence.ShouldBeInRange(0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Facts_slice_back_to_their_source(string file)
    {
        (SectionedPolicy policy, PolicyFacts facts) = ReadPolicy.Of(file);
        string text = policy.Text;
        foreach ((string kind, IFact fact) in AllFacts(facts))
        {
            fact.Span.Start.ShouldBeInRange(0, text.Length, $"{file}: {kind} {fact}");
            fact.Span.End.ShouldBeInRange(fact.Span.Start + 1, text.Length, $"{file}: {kind} {fact}");
        }
        foreach (var position in facts.Positions) Holds(text, position.Span, position.Statement);
        foreach (var code in facts.Codes) WithoutDots(code.Span.Slice(text)).ShouldContain(WithoutDots(code.Code));
        foreach (Citation citation in facts.Citations) Holds(text, citation.Span, citation.Raw);
        foreach (var date in facts.Dates) Holds(text, date.Span, date.Raw);
    }

    private static void Holds(string text, SourceSpan span, string value) => Squeeze(span.Slice(text)).ShouldContain(Squeeze(value), Case.Sensitive);

    private static string WithoutDots(string code) => code.Replace(".", "", StringComparison.Ordinal);

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void CellsAreNested(PolicyDocument document, TableBlock table)
    {
        foreach (TableCell cell in table.Cells)
        {
            if (cell.Span.IsEmpty) continue;
            table.Span.Contains(cell.Span).ShouldBeTrue($"{cell} in {table}: {document.Slice(cell.Span)}");
            foreach (Block block in cell.Content) cell.Span.Contains(block.Span).ShouldBeTrue($"{block} in {cell}");
        }
    }

    internal static IEnumerable<(string Kind, IFact Fact)> AllFacts(PolicyFacts facts)
    {
        PolicyIdentity identity = facts.Identity;
        IEnumerable<IFact?> named = [identity.Payer, identity.Number, identity.Title, identity.Category];
        return Of("identity", named.OfType<IFact>())
            .Concat(Of("line of business", identity.LinesOfBusiness)).Concat(Of("state", identity.States))
            .Concat(Of("date", facts.Dates)).Concat(Of("position", facts.Positions)).Concat(Of("criterion", facts.Criteria))
            .Concat(Of("code", facts.Codes)).Concat(Of("history", facts.History)).Concat(Of("citation", facts.Citations))
            .Concat(Of("trial", facts.Trials)).Concat(Of("clearance", facts.Clearances)).Concat(Of("guideline", facts.Guidelines))
            .Concat(Of("definition", facts.Definitions)).Concat(Of("keyword", facts.Keywords)).Concat(Of("related", facts.Related));

        static IEnumerable<(string, IFact)> Of<T>(string kind, IEnumerable<T> found)
            where T : IFact => found.Select(fact => (kind, (IFact)fact));
    }
}
