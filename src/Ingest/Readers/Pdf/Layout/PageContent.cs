using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>The words of a page, kept after the engine's arrays have gone back to their pool.</summary>
internal sealed class PageContent
{
    public required int Number { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required char[] Text { get; init; }

    public required Word[] Words { get; set; }

    public required ImmutableArray<PdfRule> Rules { get; init; }

    /// <summary>For each of <see cref="Rules"/>, whether it is an underline or a strike; empty where none is.</summary>
    public bool[] Decorations { get; set; } = [];

    public required ImmutableArray<Box> Fills { get; init; }

    public required ImmutableArray<PdfLink> Links { get; init; }

    /// <summary>Why a reader cannot trust the page's text; null when it can.</summary>
    public PageProblem? Problem { get; init; }

    /// <summary>Letters and digits that a person can see on the page.</summary>
    public required int Characters { get; init; }

    /// <summary>How far right words of the page reach, in points.</summary>
    public float RightEdge
    {
        get
        {
            if (field > 0) return field;
            foreach (ref readonly Word word in Words.AsSpan())
            {
                if (!word.Has(WordFlags.Rotated)) field = Math.Max(field, word.X1);
            }
            return field;
        }
    }

    public ReadOnlySpan<char> TextOf(in Word word) => Text.AsSpan(word.Start, word.Length);
}
