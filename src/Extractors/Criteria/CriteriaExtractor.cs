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
            foreach ((OutlineNode root, bool row) in Outlines(policy, section, positions))
            {
                int? held = positions.Within(root.Span);
                if (coverage && row && (held is { } own ? positions[own].Span == root.Span ? own : null : positions.Before(root.Span.Start, section, policy.Sections)) is { } over)
                    Write(policy, root, root.Span, over, null, null, positions, criteria);
                else Emit(policy, root, section, coverage, positions, criteria);
            }
        }
        return InlineConditions.Add(policy.Text, soFar.Positions, criteria.ToImmutable());
    }

    /// <returns>The roots, and whether each is the row of a table of criteria, which needs no words of its own to be one.</returns>
    private static IEnumerable<(OutlineNode Root, bool IsRow)> Outlines(SectionedPolicy policy, Section section, PositionIndex positions)
    {
        var flow = new OutlineBuilder(policy.Text, positions.Touches);
        if (section.HeadingSpan is { } heading) flow.Heading(heading);
        var cells = new List<(OutlineNode Root, bool IsRow)>();
        HashSet<int> earlier = EarlierWording.In(policy, section);
        for (int i = section.FirstBlock; i < section.EndBlock; i++)
        {
            if (earlier.Contains(i)) continue;
            flow.Add(policy.Document.Blocks[i]);
            if (policy.Document.Blocks[i] is TableBlock table) cells.AddRange(TableOutlines.Of(policy.Text, table, positions.Touches));
        }
        return flow.Roots().Select(r => (r, false)).Concat(cells).OrderBy(r => r.Item1.Span.Start);
    }

    /// <summary>Emits the tree under <paramref name="node"/>, or the trees inside of it where it is none itself.</summary>
    private static void Emit(
        SectionedPolicy policy, OutlineNode node, Section section, bool coverage, PositionIndex positions, ImmutableArray<Criterion>.Builder criteria)
    {
        if (node.Children.Count == 0) return;
        int? own = positions.Within(node.Span);
        int? position = own ?? positions.Before(node.Span.Start, section, policy.Sections);
        bool isTree = own is { } at ? Decides(positions[at], node) : coverage && (Combines(section, node, position) || position is { } over && IsNamed(positions[over], section, node, criteria));
        if (!isTree)
        {
            foreach (OutlineNode child in node.Children) Emit(policy, child, section, coverage, positions, criteria);
            return;
        }
        SourceSpan span = own is { } start && positions[start].Span.Start > node.Span.Start
            ? new(positions[start].Span.Start, node.Span.End) : node.Span;
        Write(policy, node, span, position, null, null, positions, criteria);
    }

    /// <summary>Whether the list under a statement that takes a position says when it holds.</summary>
    private static bool Decides(Position position, OutlineNode node) =>
        !ListNature.NamesServices(node.Words)
        && (position.Stance == Stance.MedicallyNecessary && !NamesServices(position) || position.Conditional && (Combinations.IsStated(node) || ListNature.AsksCases(node.Words)));

    /// <summary>Lists of duties and forms combine as well; they are criteria where a stance or a section that plainly is about coverage stands over them.</summary>
    private static bool Combines(Section section, OutlineNode node, int? position) => Combinations.IsStated(node) && (position is not null || section.Kind == SectionKind.Coverage);

    /// <summary>"… when performed in members with:" over headings, or "Continuation criteria:" under the sentence that they belong to.</summary>
    private static bool IsNamed(Position over, Section section, OutlineNode node, ImmutableArray<Criterion>.Builder criteria)
    {
        if (over is not { Conditional: true, Stance: Stance.MedicallyNecessary }) return false;
        if (CriteriaLabels.IsLabel(node.Words)) return true;
        bool awaited = Conditions.BreakOff(over.Statement) && !criteria.Any(c => c.Span.Start <= over.Span.Start && over.Span.Start < c.Span.End);
        return awaited && node.Span == section.HeadingSpan && node.Children.Any(c => c.Children.Count == 0);
    }

    /// <summary>"Covered:" over a list names services; where criteria decide, its words say so.</summary>
    private static bool NamesServices(Position position) => !position.Conditional && StanceLabels.Read(Wording.Plain(position.Statement.Split('\n')[0])).Count > 0;

    private static void Write(
        SectionedPolicy policy, OutlineNode node, SourceSpan span, int? position, int? parent, Combination? around, PositionIndex positions, ImmutableArray<Criterion>.Builder criteria)
    {
        bool examples = parent is not null && ListNature.IsExamples(node.Words) && OperatorWords.OfLead(node.Words) is not { Explicit: true };
        IReadOnlyList<OutlineNode> children = examples ? [] : Grouping.Children(node);
        Combination? combination = Combinations.Of(node, children, around);
        int index = criteria.Count;
        criteria.Add(new(position, parent, node.Label?.Name, combination?.Operator, combination?.Minimum, span.Slice(policy.Text), span));
        foreach (OutlineNode child in children)
            Write(policy, child, child.Span, positions.Within(child.Span) ?? position, index, combination, positions, criteria);
    }
}
