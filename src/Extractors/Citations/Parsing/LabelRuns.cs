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

    /// <summary>The first run of all, where it is under the label.</summary>
    public string? Leading(ReferenceLabel label) => _runs is [(var first, SourceSpan span, _), ..] && first == label ? span.Slice(_text) : null;

    /// <summary>The longest run under the label that begins before <paramref name="before"/> where that is given; the first of equals; else empty.</summary>
    public SourceSpan Longest(ReferenceLabel label, int? before)
    {
        SourceSpan best = default;
        foreach ((ReferenceLabel l, SourceSpan span, _) in _runs)
        {
            if (l == label && span.Length > best.Length && (before is null || span.Start < before || best.IsEmpty)) best = span;
        }
        return best;
    }

    /// <summary>The longest run, unless one of some length stands before it with a publisher or place between: what follows those is no title.</summary>
    public SourceSpan Main(ReferenceLabel label, int? before)
    {
        const int Some = 10;
        SourceSpan longest = Longest(label, before), first = default;
        foreach ((ReferenceLabel l, SourceSpan span, _) in _runs)
        {
            if (span.Start >= longest.Start) break;
            if (l == label && span.Length >= Some) first = span;
            else if (!first.IsEmpty && l is ReferenceLabel.Location or ReferenceLabel.Publisher) return first;
        }
        return longest;
    }

    public IEnumerable<SourceSpan> Spans(ReferenceLabel label) => _runs.Where(r => r.Label == label).Select(r => r.Span);

    /// <summary>Whether what stands between two runs could as well be words of a title: no address, identifier, bracketed note or list of names.</summary>
    public bool OnlyProseBetween(SourceSpan a, SourceSpan b)
    {
        int from = Math.Min(a.End, b.End), to = Math.Max(a.Start, b.Start);
        foreach ((ReferenceLabel label, SourceSpan span, int tokens) in _runs)
        {
            if (span.Start < from || span.End > to) continue;
            if (label is ReferenceLabel.Url or ReferenceLabel.Doi or ReferenceLabel.Identifier or ReferenceLabel.Number or ReferenceLabel.Location or ReferenceLabel.Note) return false;
            if (label is ReferenceLabel.Author && tokens > 3 && !IsMidSentence(span)) return false;
            if (label is ReferenceLabel.Genre && _text[span.Start] is '[' or '(') return false;
            if (label is ReferenceLabel.Date && (tokens > 1 || _text[span.Start] == '(')) return false;
        }
        return to - from <= 120;
    }

    /// <summary>"Guidelines for a disease 2nd Edition": an edition that follows without a stop is part of the title.</summary>
    public SourceSpan WithEdition(string text, SourceSpan title)
    {
        foreach ((ReferenceLabel label, SourceSpan span, _) in _runs)
        {
            if (label == ReferenceLabel.Edition && span.Start == title.End + 1 && text[title.End - 1] is not ('.' or ',' or ';') && text[span.Start] != '(') return new(title.Start, span.End);
        }
        return title;
    }

    /// <summary>"A statement from the Heart Society": who stands in the middle of the title's sentence wrote nothing.</summary>
    public SourceSpan WithNamesInside(SourceSpan title)
    {
        foreach ((ReferenceLabel label, SourceSpan span, _) in _runs)
        {
            if (label == ReferenceLabel.Author && span.Start == title.End + 1 && IsMidSentence(span)) title = new(title.Start, span.End);
        }
        return title;
    }

    /// <summary>Whether the run follows a word of a title without any mark between.</summary>
    private bool IsMidSentence(SourceSpan span) =>
        span.Start > 1 && _text[span.Start - 1] == ' ' && char.IsLetterOrDigit(_text[span.Start - 2]) && _runs.Exists(r => r.Label == ReferenceLabel.Title && r.Span.End == span.Start - 1);

    /// <summary>"2011 Guideline on …" begins with its year: a bare year right before the title, without a stop, is part of it.</summary>
    public SourceSpan WithLeadingYear(string text, SourceSpan title)
    {
        foreach ((ReferenceLabel label, SourceSpan span, int tokens) in _runs)
        {
            bool bare = label is ReferenceLabel.Date or ReferenceLabel.Number or ReferenceLabel.Volume && tokens == 1 && span.Length == 4 && char.IsAsciiDigit(text[span.End - 1]);
            if (bare && span.End + 1 == title.Start) return new(span.Start, title.End);
        }
        return title;
    }

    public IEnumerable<string> Each(ReferenceLabel label) => _runs.Where(r => r.Label == label && (label != ReferenceLabel.Author || !IsMidSentence(r.Span))).Select(r => r.Span.Slice(_text));

    /// <summary>The runs under the label that stand at the head of the reference or follow one another closely, joined.</summary>
    public string All(ReferenceLabel label) => string.Join(' ', Each(label).Take(3));
}
