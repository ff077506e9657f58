using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Criteria;

/// <summary>
/// Reads the trees of criteria: under a position that criteria decide, and under lead-ins and headings of coverage sections whose words
/// or items combine what stands under them. Lists that only name what a stance is on are no criteria.
/// </summary>
public sealed class CriteriaExtractor : IFactExtractor<Criterion>
{
    public Extraction<Criterion> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        var positions = new PositionIndex(soFar.Positions);
        var places = new PayerSections(policy);
        foreach (Section section in policy.Sections)
        {
            bool coverage = places.IsCoverage(section);
            if (!coverage && !positions.AnyConditionalIn(section.Ordinal)) continue;
            foreach (OutlineNode root in Outlines(policy, section, positions)) Emit(policy, root, section, coverage, positions, criteria);
        }
        return criteria.ToImmutable();
    }

    private static IEnumerable<OutlineNode> Outlines(SectionedPolicy policy, Section section, PositionIndex positions)
    {
        var flow = new OutlineBuilder(policy.Text, positions.Touches);
        if (section.HeadingSpan is { } heading) flow.Heading(heading);
        var cells = new List<OutlineNode>();
        for (int i = section.FirstBlock; i < section.EndBlock; i++)
        {
            Block block = policy.Document.Blocks[i];
            flow.Add(block);
            if (block is not TableBlock table) continue;
            foreach (TableCell cell in table.Cells.Where(c => c.Content.Length > 1))
            {
                var inside = new OutlineBuilder(policy.Text, positions.Touches);
                foreach (Block part in cell.Content) inside.Add(part);
                cells.AddRange(inside.Roots);
            }
        }
        return flow.Roots.Concat(cells).OrderBy(r => r.Span.Start);
    }

    /// <summary>Emits the tree under <paramref name="node"/>, or the trees inside of it where it is none itself.</summary>
    private static void Emit(
        SectionedPolicy policy, OutlineNode node, Section section, bool coverage, PositionIndex positions, ImmutableArray<Criterion>.Builder criteria)
    {
        if (node.Children.Count == 0) return;
        int? own = positions.Within(node.Span);
        bool decides = own is { } at && positions[at] is { } p && (p.Stance == Stance.MedicallyNecessary || p.Conditional && Combinations.IsStated(node));
        bool combines = coverage && own is null && Combinations.IsStated(node);
        if (!decides && !combines)
        {
            foreach (OutlineNode child in node.Children) Emit(policy, child, section, coverage, positions, criteria);
            return;
        }
        int? position = own ?? positions.Before(node.Span.Start, section, policy.Sections);
        SourceSpan span = own is { } start && positions[start].Span.Start > node.Span.Start
            ? new(positions[start].Span.Start, node.Span.End) : node.Span;
        Write(policy, node, span, position, null, null, positions, criteria);
    }

    private static void Write(
        SectionedPolicy policy, OutlineNode node, SourceSpan span, int? position, int? parent, Combination? around, PositionIndex positions, ImmutableArray<Criterion>.Builder criteria)
    {
        Combination? combination = Combinations.Of(node, around);
        int index = criteria.Count;
        criteria.Add(new(position, parent, node.Label?.Name, combination?.Operator, combination?.Minimum, span.Slice(policy.Text), span));
        foreach (OutlineNode child in node.Children)
            Write(policy, child, child.Span, positions.Within(child.Span) ?? position, index, combination, positions, criteria);
    }
}
