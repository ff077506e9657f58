using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// Stances that a line of nothing else gives to the list under it ("Not covered:"), whether a reader took that line for a heading or not.
/// One position covers the label and its list; where some items take a stance of their own, the label speaks for each of the others.
/// </summary>
internal static class LabelPositions
{
    /// <summary>Longer lines are sentences, which the grammar reads. In UTF-16 units.</summary>
    private const int LongestLabel = 80;

    /// <summary>Items with fewer letters than this are remnants of a list. In UTF-16 units.</summary>
    private const int LeastItem = 15;

    public static IEnumerable<Position> Read(
        SectionedPolicy policy, PayerSections places, ImmutableArray<Position> taken, Subjects subjects, Func<SectionedPolicy, Section, string?> lineOf)
    {
        foreach (Section section in policy.Sections)
        {
            if (!places.IsCoverage(section) || places.WeightOf(section) is not { } weight) continue;
            HashSet<int> earlier = EarlierWording.In(policy, section);
            for (int at = section.FirstBlock; at + 1 < section.EndBlock; at++)
            {
                if (earlier.Contains(at)) continue;
                Block block = policy.Document.Blocks[at];
                if (LabelOf(policy, block) is not { } label || taken.Any(p => p.Span.Start >= label.Start && p.Span.Start < label.End)) continue;
                ImmutableArray<ListItemBlock> items = Under(policy, section, at + 1, block is ListItemBlock over ? over.Depth : -1);
                string words = Wording.Plain(label.Slice(policy.Text));
                if (items.IsEmpty) continue;
                if (CriteriaLabels.Allows(policy, section, words, taken))
                {
                    yield return new(Stance.MedicallyNecessary, true, subjects.Around(section), lineOf(policy, section), label.Slice(policy.Text), label, section.Ordinal, Math.Round(CriteriaLabels.Confidence * weight, 3));
                    continue;
                }
                if (StanceLabels.Read(words) is not { Count: > 0 } stances) continue;
                foreach (Position position in Of(policy, section, stances, words, new(label.Start, items[^1].Span.End), items, taken, subjects))
                    yield return position with { LineOfBusiness = lineOf(policy, section), Confidence = Math.Round(position.Confidence * weight, 3) };
            }
        }
    }

    /// <summary>The positions of one label over its list.</summary>
    private static IEnumerable<Position> Of(
        SectionedPolicy policy, Section section, IReadOnlyList<Stance> stances, string words, SourceSpan whole, ImmutableArray<ListItemBlock> items, ImmutableArray<Position> taken, Subjects subjects)
    {
        bool conditional = StanceLabels.IsConditional(words);
        ImmutableArray<SourceSpan> silent = Silent(policy, items, taken);
        bool spoken = silent.Length < items.Count(i => i.Depth == items[0].Depth);
        foreach (Stance stance in stances)
        {
            if (!spoken) yield return new(stance, conditional, subjects.OfItems(silent), null, whole.Slice(policy.Text), whole, section.Ordinal, 0.7);
            else foreach (SourceSpan item in silent)
                if (item.Length >= LeastItem) yield return new(stance, conditional, subjects.OfItems([item]), null, item.Slice(policy.Text), item, section.Ordinal, 0.6);
        }
    }

    /// <summary>The outer items that hold no position of their own.</summary>
    public static ImmutableArray<SourceSpan> Silent(SectionedPolicy policy, ImmutableArray<ListItemBlock> items, ImmutableArray<Position> taken)
    {
        var silent = ImmutableArray.CreateBuilder<SourceSpan>();
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Depth != items[0].Depth) continue;
            int next = i + 1;
            while (next < items.Length && items[next].Depth > items[0].Depth) next++;
            var all = new SourceSpan(items[i].Span.Start, items[next - 1].Span.End);
            if (!taken.Any(p => all.Contains(p.Span.Start)) && Wording.Plain(items[i].Content.Slice(policy.Text)) is { Length: > 1 } words && !words.EndsWith(':')) silent.Add(items[i].Content);
        }
        return silent.ToImmutable();
    }

    /// <summary>
    /// The list at <paramref name="first"/>, deeper than <paramref name="depth"/>. Paragraphs between numbered items belong to the item before
    /// them, as long as the numbers go on.
    /// </summary>
    public static ImmutableArray<ListItemBlock> Under(SectionedPolicy policy, Section section, int first, int depth)
    {
        ImmutableArray<Block> blocks = policy.Document.Blocks;
        var items = ImmutableArray.CreateBuilder<ListItemBlock>();
        for (int at = first; at < section.EndBlock; at++)
        {
            if (blocks[at] is ListItemBlock item)
            {
                if (item.Depth <= depth) break;
                items.Add(item);
            }
            else if (items.Count == 0 || !GoesOn(policy, section, at + 1, items[0].Depth, items.Last(i => i.Depth <= items[0].Depth))) break;
        }
        return items.ToImmutable();
    }

    private static bool GoesOn(SectionedPolicy policy, Section section, int at, int depth, ListItemBlock last)
    {
        while (at < section.EndBlock && policy.Document.Blocks[at] is ParagraphBlock) at++;
        return at < section.EndBlock && policy.Document.Blocks[at] is ListItemBlock { Label: { } label } next && next.Depth == depth && last.Label is { } before
            && ListLabel.Parse(label.In(policy.Text)) is { IsBullet: false } own && own.Follows(ListLabel.Parse(before.In(policy.Text)));
    }

    /// <summary>The span of a block that may be a label: a short line that ends in a colon, or stands in capitals.</summary>
    private static SourceSpan? LabelOf(SectionedPolicy policy, Block block)
    {
        SourceSpan span = (block switch { ParagraphBlock p => p.Span, ListItemBlock i => i.Content, _ => default }).Trim(policy.Text);
        if (span.Length is 0 or > LongestLabel) return null;
        string words = span.Slice(policy.Text).TrimEnd('*', '_', ' ');
        if (block is ListItemBlock && StanceLabels.Read(Wording.Plain(words)).Count > 0) return span;
        return words.EndsWith(':') || block is ParagraphBlock && !words.EndsWith('.') && !words.Any(char.IsLower) ? span : null;
    }
}
