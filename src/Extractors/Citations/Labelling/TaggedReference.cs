using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>A reference string with the label of each of its tokens: what the model learns from and is measured on.</summary>
public sealed record TaggedReference(string Text, ImmutableArray<SourceSpan> Tokens, ImmutableArray<ReferenceLabel> Labels)
{
    /// <summary>The reference made of labelled pieces in order, joined by <see cref="Piece.Glue"/>.</summary>
    public static TaggedReference Of(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        var owner = new List<ReferenceLabel>();
        foreach (Piece piece in pieces)
        {
            if (text.Length > 0) text.Append(piece.Glue);
            text.Append(piece.Text);
            while (owner.Count < text.Length) owner.Add(piece.Label);
        }
        string whole = text.ToString();
        List<SourceSpan> tokens = ReferenceTokenizer.Tokenize(whole);
        return new(whole, [.. tokens], [.. tokens.Select(t => owner[t.Start])]);
    }

    /// <summary>With the labels that a labeller gives.</summary>
    public TaggedReference AsAsked() => this with { Labels = [.. Labels.Select(ReferenceTags.Asked)] };

    /// <summary>
    /// Reads the tagged references of an AnyStyle data set: a <c>sequence</c> a reference, an element a field. A volume's number in brackets or
    /// after "no." is its issue here, and what that set leaves behind the issue in the same element, its pages.
    /// </summary>
    public static ImmutableArray<TaggedReference> ReadXml(string xml) =>
    [
        .. XDocument.Parse(xml).Root!.Elements("sequence").Select(s => Of(s.Elements().SelectMany(Pieces))).Where(r => r.Tokens.Length > 0),
    ];

    private static IEnumerable<Piece> Pieces(XElement field)
    {
        string text = string.Join(' ', field.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        ReferenceLabel? label = LabelOf(field.Name.LocalName);
        if (text.Length == 0 || label is null) yield break;
        int issue = label == ReferenceLabel.Volume ? VolumeParts.IssueAt(text) : -1;
        if (issue < 0)
        {
            yield return new(label.Value, text);
            yield break;
        }
        string glue = " ";
        if (issue > 0)
        {
            yield return new(ReferenceLabel.Volume, text[..issue].TrimEnd());
            glue = char.IsWhiteSpace(text[issue - 1]) ? " " : string.Empty;
        }
        string rest = text[issue..];
        int pages = VolumeParts.PagesAt(rest);
        yield return new(ReferenceLabel.Issue, pages < 0 ? rest : rest[..pages].TrimEnd(), glue);
        if (pages >= 0) yield return new(ReferenceLabel.Pages, rest[pages..], char.IsWhiteSpace(rest[pages - 1]) ? " " : string.Empty);
    }

    private static ReferenceLabel? LabelOf(string element) => element switch
    {
        "author" or "director" or "producer" => ReferenceLabel.Author,
        "title" => ReferenceLabel.Title,
        "journal" => ReferenceLabel.Journal,
        "container-title" => ReferenceLabel.Container,
        "collection-title" => ReferenceLabel.Series,
        "date" => ReferenceLabel.Date,
        "volume" => ReferenceLabel.Volume,
        "issue" => ReferenceLabel.Issue,
        "pages" => ReferenceLabel.Pages,
        "doi" => ReferenceLabel.Doi,
        "url" => ReferenceLabel.Url,
        "publisher" => ReferenceLabel.Publisher,
        "location" => ReferenceLabel.Location,
        "editor" or "translator" => ReferenceLabel.Editor,
        "edition" => ReferenceLabel.Edition,
        "genre" => ReferenceLabel.Genre,
        "citation-number" => ReferenceLabel.Number,
        "isbn" or "identifier" => ReferenceLabel.Identifier,
        _ => ReferenceLabel.Note,
    };
}

/// <summary>A run of a reference under one label; <paramref name="Glue"/> stands between it and the piece before.</summary>
public readonly record struct Piece(ReferenceLabel Label, string Text, string Glue = " ");
