using Ingest.Extractors.Documents;
using Ingest.Extractors.Language;

namespace Ingest.Extractors.Criteria;

/// <summary>A lead-in or list item with what hangs under it. Grown by <see cref="OutlineBuilder"/>, read-only for everybody else.</summary>
internal sealed class OutlineNode(SourceSpan span, string words, ListLabel? label, int depth)
{
    private readonly List<OutlineNode> _children = [];

    /// <summary>The node's own words, without label and sub-items.</summary>
    public SourceSpan Span { get; private set; } = span;

    /// <summary>Plain wording of <see cref="Span"/>.</summary>
    public string Words { get; private set; } = words;

    /// <summary>Null on lead-ins.</summary>
    public ListLabel? Label { get; } = label;

    public int Depth { get; } = depth;

    /// <summary>A connective that stands alone between this item and the next.</summary>
    public CriterionOperator? Connective { get; set; }

    public IReadOnlyList<OutlineNode> Children => _children;

    public void Add(OutlineNode child) => _children.Add(child);

    /// <summary>Puts what hangs under <paramref name="child"/> in its place.</summary>
    public void Dissolve(OutlineNode child)
    {
        int at = _children.IndexOf(child);
        _children.RemoveAt(at);
        _children.InsertRange(at, child.Children);
    }

    /// <summary>Takes in words that a reader cut off.</summary>
    public void Extend(SourceSpan more, string words)
    {
        Span = SourceSpan.Cover(Span, more);
        Words += " " + words;
    }

    /// <summary>Takes in what stands before it and says what it is a criterion for.</summary>
    public void BeginAt(int start) => Span = new(start, Span.End);

    public IEnumerable<OutlineNode> SelfAndDescendants() => _children.SelectMany(c => c.SelfAndDescendants()).Prepend(this);
}
