using System.Collections.Immutable;

namespace Ingest.Extractors.Documents;

/// <summary>
/// A document as a person reads it: one canonical text, the blocks in it, and where on which page each run of it stands.
/// Blocks are in reading order, furniture last; spans of blocks do not overlap; every span slices <see cref="Text"/>.
/// </summary>
public sealed record PolicyDocument
{
    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Path or address that the bytes came from, as given by the user.</summary>
    public required string Source { get; init; }

    /// <summary>IANA media type that the content showed itself to be ("application/pdf"), whatever the file's name.</summary>
    public required string MediaType { get; init; }

    /// <summary>In order of span start; empty where the format has no pages.</summary>
    public ImmutableArray<PageRegion> Regions { get; init; } = [];

    public ImmutableArray<PageSize> Pages { get; init; } = [];

    public ImmutableArray<StyledRun> Styles { get; init; } = [];

    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>What the reader could not read or did not understand, by page.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the file says of itself outside its text (PDF Info or XMP, HTML title and meta). A hint, never a fact by itself.</summary>
    public DocumentMetadata Metadata { get; init; } = DocumentMetadata.None;

    public string Slice(SourceSpan span) => span.Slice(Text);

    /// <summary>1-based page on which <paramref name="offset"/> stands, null where the format has no pages.</summary>
    public int? PageAt(int offset)
    {
        if (Regions.IsEmpty) return null;
        int low = 0, high = Regions.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Regions[middle].Span.Start <= offset) low = middle;
            else high = middle - 1;
        }
        return Regions[low].Page;
    }

    public TextStyle StyleAt(int offset)
    {
        int low = 0, high = Styles.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            StyledRun run = Styles[middle];
            if (offset < run.Span.Start) high = middle - 1;
            else if (offset >= run.Span.End) low = middle + 1;
            else return run.Style;
        }
        return TextStyle.None;
    }
}

public sealed record DocumentMetadata(string? Title, string? Author, string? Subject, string? Keywords, string? Producer, string? Language)
{
    public static DocumentMetadata None { get; } = new(null, null, null, null, null, null);
}
