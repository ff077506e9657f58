using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Identity;

/// <summary>A name that may be the payer's, with what every kind of place adds to it.</summary>
internal sealed class PayerCandidate(string slug, string name, SourceSpan span)
{
    public string Slug { get; } = slug;

    public string Name { get; } = name;

    public SourceSpan Span { get; } = span;

    public bool Known { get; init; }

    public Dictionary<string, double> ByPlace { get; } = new(StringComparer.Ordinal);

    /// <summary>What other spellings of the name add, joined by <see cref="PayerKin"/>.</summary>
    public double OfKin { get; set; }

    public double Score => ByPlace.Values.Sum() + OfKin + (LooksLikePayer ? 1 : 0);

    /// <summary>
    /// Products, tests and societies act in sentences too: a name that no directory knows also stands in a place of its own, or is called what payers
    /// are called, or is spoken of in several ways of which one is a payer's alone.
    /// </summary>
    public bool IsNamed => ByPlace.Keys.Any(IsOwnPlace) || (LooksLikePayer ? IsPlaced || (Telling > 0 && ByPlace.Count > 1) || ByPlace.Values.Any(v => v >= 3) : Telling > 1 || (Telling == 1 && ByPlace.Count > 2));

    public bool LooksLikePayer { get; } = PayerNames.LooksLikePayer(name);

    private int Telling => ByPlace.Values.Count(v => v >= 2);

    private bool IsPlaced => ByPlace.ContainsKey("running line") || ByPlace.ContainsKey("letterhead");

    private static bool IsOwnPlace(string place) => place is "label" or "copyright" or "licensee" or "civil rights" or "renamed" or "reserves" or "committee" or "said: by your" or "said: under your";
}
