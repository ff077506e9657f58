using Ingest.Extractors.Citations.Labelling;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Parsing;

/// <summary>The stretches of a reference that stand under one label each.</summary>
internal sealed class LabelRuns
{
    private readonly string _text;
    private readonly List<(ReferenceLabel Label, SourceSpan Span, int Tokens)> _runs = [];

    public LabelRuns(string text, IReadOnlyList<SourceSpan> tokens, ReferenceLabel[] labels)
    {
        _text = text;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (_runs.Count > 0 && _runs[^1].Label == labels[i])
            {
                (ReferenceLabel label, SourceSpan span, int count) = _runs[^1];
                _runs[^1] = (label, new(span.Start, tokens[i].End), count + 1);
            }
            else _runs.Add((labels[i], tokens[i], 1));
        }
    }

    public string? First(ReferenceLabel label)
    {
        foreach ((ReferenceLabel l, SourceSpan span, _) in _runs) if (l == label) return span.Slice(_text);
        return null;
    }

    /// <summary>The longest run under the label that begins before <paramref name="before"/> where that is given; the first of equals.</summary>
    public string? Longest(ReferenceLabel label, int? before)
    {
        SourceSpan best = default;
        foreach ((ReferenceLabel l, SourceSpan span, _) in _runs)
        {
            if (l == label && span.Length > best.Length && (before is null || span.Start < before || best.IsEmpty)) best = span;
        }
        return best.IsEmpty ? null : best.Slice(_text);
    }

    public IEnumerable<string> Each(ReferenceLabel label) => _runs.Where(r => r.Label == label).Select(r => r.Span.Slice(_text));

    /// <summary>The runs under the label that stand at the head of the reference or follow one another closely, joined.</summary>
    public string All(ReferenceLabel label) => string.Join(' ', Each(label).Take(3));
}
