using System.Collections.Immutable;
using System.Text;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>A block before it has a place in the canonical text.</summary>
internal abstract record Draft
{
    /// <summary>All that is printed of it in one line; null for what has no line of its own.</summary>
    public Inline? Words => this switch
    {
        ParagraphDraft p => p.Text,
        // "J. Doe" alone in a cell is no item: the initial is part of the name.
        ItemDraft { Label: { } label } i when char.IsLetterOrDigit(label[0]) => new Inline(label + " ", []).Then("", i.Text),
        ItemDraft i => i.Text,
        HeadingDraft h => h.Text,
        _ => null,
    };

    /// <summary>What is printed of several drafts, in one line: the text of a cell.</summary>
    public static Inline WordsOf(IEnumerable<Draft> drafts)
    {
        var text = new StringBuilder();
        ImmutableArray<InlineMark>.Builder marks = ImmutableArray.CreateBuilder<InlineMark>();
        foreach (Draft draft in drafts)
        {
            if (draft.Words is not { IsEmpty: false } piece) continue;
            if (text.Length > 0) text.Append(' ');
            int shift = text.Length;
            text.Append(piece.Text);
            marks.AddRange(piece.Marks.Select(m => m with { Start = m.Start + shift, End = m.End + shift }));
        }
        return new(text.ToString(), marks.ToImmutable());
    }
}

/// <summary>How a heading shows that it is one; headings of one style stand on one level.</summary>
internal enum HeadingStyle { Marked, CapitalsColon, Capitals, TitleColon, Title }

/// <param name="Level">Level that the source gives it (1 to 6), 0 where only its style tells.</param>
internal sealed record HeadingDraft(Inline Text, int Level, HeadingStyle Style) : Draft;

internal sealed record ParagraphDraft(Inline Text) : Draft;

/// <param name="Label">As printed; null where the source only marks an item.</param>
internal sealed record ItemDraft(int Depth, string? Label, Inline Text) : Draft;

internal sealed record CellDraft(Inline Text, int RowSpan = 1, int ColumnSpan = 1, bool IsHeader = false)
{
    public ImmutableArray<Draft> Content { get; init; } = [];
}

internal sealed record TableDraft(ImmutableArray<ImmutableArray<CellDraft>> Rows) : Draft;

internal sealed record FurnitureDraft(Inline Text, FurnitureKind Kind) : Draft;
