using System.Collections.Immutable;

namespace Ingest.Extractors.Sections;

/// <summary>
/// What can be counted in the body of a section, without its text: how many blocks of which shape, and how many of the marks that tell
/// kinds apart in its first <see cref="BodyCounter.Sample"/> characters. <paramref name="Words"/> are hashes of its first words, in order of
/// value, not of the text.
/// </summary>
public sealed record BodyTraits(
    int Blocks, int Paragraphs, int Items, int Tables, int Characters, int Fields, int Codes, int Dates, int References, int Urls, int Stances,
    int Trials, int Studies, int Modals, ImmutableArray<ushort> Words)
{
    public static BodyTraits Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, []);

    /// <summary>Whether the body is a list of labelled values: at least two paragraphs, three in four of them fields, nothing else.</summary>
    public bool IsFields => Paragraphs >= 2 && Blocks == Paragraphs && Fields * 4 >= Paragraphs * 3;
}
